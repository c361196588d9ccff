// The parts of the system as they say themselves: GET /health/ready and GET /api/pms/health, asked every 10 s while
// this view is visible. 503 is an answer like any other. Values of an unreachable daemon stay with their age. GUI
// thread.
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QWidget>
#include <optional>

#include "widgets/context.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace hotel::guiwidgets {

class Banner;
class Chip;
class StateView;

class HealthView : public QWidget {
  Q_OBJECT
 public:
  explicit HealthView(const Context& context, QWidget* parent = nullptr);
  void ask();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void get(const QString& path, std::function<void(std::optional<QJsonObject>, const QString& why)> then);
  void rebuild();
  void addPart(int row, const QString& name, const QString& chip, const QString& state, const QString& detail);

  Context context_;
  QNetworkAccessManager network_;
  QJsonObject ready_;
  QJsonObject pms_;
  wire::Millis read_at_ = 0;
  bool asking_ = false;
  QString problem_;
  QLabel* title_;
  Chip* overall_;
  QPushButton* refresh_;
  Banner* banner_;
  StateView* state_;
  QWidget* table_;
  QGridLayout* grid_;
  QLabel* age_;
};

}  // namespace hotel::guiwidgets
