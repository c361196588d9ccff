#include "models/knowledge_edits.h"

namespace hotel::guimodels {
namespace {

// Keys hold no «/» and ids of conversations no «:», so that both kinds of drafts can lie in one store.
QString prefixOf(const QString& key, const QString& language) {
  return QStringLiteral("knowledge:%1/%2/").arg(key, language);
}

}  // namespace

QString KnowledgeEdits::nameOf(const QString& key, const QString& language) const {
  const QString prefix = prefixOf(key, language);
  for (const QString& name : drafts_.conversations())
    if (name.startsWith(prefix)) return name;
  return {};
}

std::optional<KnowledgeEdits::Edit> KnowledgeEdits::get(const QString& key, const QString& language) const {
  const QString name = nameOf(key, language);
  const auto draft = name.isEmpty() ? std::nullopt : drafts_.get(name, guicore::DraftMode::kNote);
  if (!draft) return std::nullopt;
  return Edit{draft->text, name.section(QChar(u'/'), -1).toLongLong()};
}

void KnowledgeEdits::set(const QString& key, const QString& language, const Edit& edit) {
  const QString name = prefixOf(key, language) + QString::number(edit.base);
  if (const QString before = nameOf(key, language); !before.isEmpty() && before != name)
    drafts_.clear(before, guicore::DraftMode::kNote);
  drafts_.set(name, guicore::DraftMode::kNote, edit.text);
}

void KnowledgeEdits::clear(const QString& key, const QString& language) {
  if (const QString name = nameOf(key, language); !name.isEmpty()) drafts_.clear(name, guicore::DraftMode::kNote);
}

}  // namespace hotel::guimodels
