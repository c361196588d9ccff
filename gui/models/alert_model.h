// Alerts, newest first; acknowledged ones stay, marked. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "models/roles.h"
#include "wire/alert.h"

namespace hotel::guimodels {

class AlertModel : public QAbstractListModel {
  Q_OBJECT
 public:
  explicit AlertModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setAll(const std::vector<wire::Alert>& alerts);  // a difference, not a reset
  void apply(const wire::Alert& alert);
  void clear();
  int open() const;  // not acknowledged
  QModelIndex indexOf(const QString& id) const;

 Q_SIGNALS:
  void openChanged(int open);

 private:
  void put(const wire::Alert& alert);
  void remove(int row);
  std::vector<wire::Alert> alerts_;
};

QString severityText(const wire::Alert& alert);

}  // namespace hotel::guimodels
