// What a person may choose for this computer: language and appearance act at once, without a restart.
#pragma once

#include "widgets/context.h"
#include "widgets/dialogs/dialog_base.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace hotel::guiwidgets {

class SettingsDialog : public DialogBase {
  Q_OBJECT
 public:
  SettingsDialog(const Context& context, QWidget* parent);

 private:
  void retranslate();
  void fill();

  Context context_;
  bool filling_ = false;
  QLabel* language_label_;
  QComboBox* language_;
  QLabel* theme_label_;
  QComboBox* theme_;
  QLabel* font_label_;
  QSpinBox* font_;
  QCheckBox* enter_;
  QLabel* trust_label_;
  QPushButton* forget_;
};

}  // namespace hotel::guiwidgets
