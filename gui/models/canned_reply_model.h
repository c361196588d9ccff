// Canned replies found by what is typed after «/»: words of title and text, accents and case ignored, the guest's
// language first. Variables are {{name}} with an optional fallback {{name|there}}. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "core/api_types.h"
#include "models/roles.h"

namespace hotel::guimodels {

class CannedReplyModel : public QAbstractListModel {
  Q_OBJECT
 public:
  explicit CannedReplyModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  void setReplies(std::vector<guicore::CannedReply> replies);
  void search(const QString& words, const QString& guestLanguage);

  struct Filled {
    QString text;
    QStringList unresolved;  // names without value and fallback: sending is blocked
  };
  static Filled fill(const QString& text, const QHash<QString, QString>& values);
  static QStringList variablesLeft(const QString& text);  // «{{…}}» that are still in a text

 private:
  void find();

  struct Entry {
    guicore::CannedReply reply;
    std::string foldedTitle;
    std::string foldedText;
  };
  std::vector<Entry> all_;
  std::vector<std::size_t> found_;
  QString words_;
  QString language_;
};

}  // namespace hotel::guimodels
