// Texts of the knowledge base that somebody began and has not saved, each with the version it is based on. They lie
// with the other drafts on disk and survive switching, events and a restart. GUI thread.
#pragma once

#include <QString>
#include <optional>

#include "core/draft_store.h"

namespace hotel::guimodels {

class KnowledgeEdits {
 public:
  struct Edit {
    QString text;
    qint64 base = 0;  // the version that was read; 0: there was none
  };
  explicit KnowledgeEdits(guicore::DraftStore& drafts) : drafts_(drafts) {}

  std::optional<Edit> get(const QString& key, const QString& language) const;
  void set(const QString& key, const QString& language, const Edit& edit);
  void clear(const QString& key, const QString& language);

 private:
  QString nameOf(const QString& key, const QString& language) const;  // empty: there is none
  guicore::DraftStore& drafts_;
};

}  // namespace hotel::guimodels
