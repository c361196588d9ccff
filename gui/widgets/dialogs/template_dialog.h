// Picks an approved WhatsApp template and fills its variables: the only way to write after the 24-hour window.
#pragma once

#include <QList>
#include <boost/json/object.hpp>
#include <vector>

#include "widgets/context.h"
#include "widgets/dialogs/dialog_base.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace hotel::guiwidgets {

class StateView;

class TemplateDialog : public DialogBase {
  Q_OBJECT
 public:
  TemplateDialog(const Context& context, const wire::Conversation& conversation, QWidget* parent);
  boost::json::object templateObject() const;  // Graph's
  QString filledText() const;

 private:
  void load();
  void choose(int row);
  void refresh();

  Context context_;
  wire::Conversation conversation_;
  std::vector<guicore::MessageTemplate> templates_;
  int chosen_ = -1;
  QStackedWidget* pages_;
  StateView* state_;
  QListWidget* list_;
  QFormLayout* form_;
  QList<QLineEdit*> fields_;
  QLabel* preview_;
};

}  // namespace hotel::guiwidgets
