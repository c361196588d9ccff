#include "core/draft_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "wire/codec.h"

namespace hotel::guicore {
namespace {

const char* modeName(DraftMode mode) {
  return mode == DraftMode::kReply ? "reply" : "note";
}

}  // namespace

DraftStore::DraftStore(GuiClock& clock, QObject* parent) : QObject(parent), clock_(clock), timer_(clock.makeTimer()) {}

DraftStore::~DraftStore() {
  flush();
}

void DraftStore::open(const QString& folder, const QString& account) {
  flush();
  drafts_.clear();
  dirty_ = false;
  QDir().mkpath(folder);
  // Account names may hold anything; the file's name must not.
  const auto name = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
  file_ = folder + QStringLiteral("/drafts-") + QString::fromLatin1(name) + QStringLiteral(".json");
  load();
}

void DraftStore::load() {
  QFile file(file_);
  if (!file.exists()) return;
  if (!file.open(QIODevice::ReadOnly)) {
    Q_EMIT failed(file.errorString());
    return;
  }
  const QByteArray bytes = file.readAll();
  const auto value = wire::parse_json(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  const auto* list = value ? wire::array_of(*value, "drafts") : nullptr;
  if (!list) {
    // People's words: kept for them beside, never overwritten.
    const QString aside = file_ + QStringLiteral(".damaged-") + QString::number(clock_.now());
    QFile::rename(file_, aside);
    Q_EMIT failed(tr("The saved drafts could not be read. They were kept as %1.").arg(aside));
    return;
  }
  for (const auto& each : *list) {
    const auto mode = wire::text_of(each, "mode") == "note" ? DraftMode::kNote : DraftMode::kReply;
    const auto id = toQt(wire::text_of(each, "conversation_id"));
    Draft draft{toQt(wire::text_of(each, "text")), static_cast<int>(wire::integer_of(each, "cursor").value_or(0)),
                wire::integer_of(each, "edited_at").value_or(0)};
    if (!id.isEmpty() && !draft.text.isEmpty()) drafts_[{id, mode}] = draft;
  }
}

std::optional<Draft> DraftStore::get(const QString& conversationId, DraftMode mode) const {
  const auto found = drafts_.find({conversationId, mode});
  return found == drafts_.end() ? std::nullopt : std::optional{found->second};
}

void DraftStore::set(const QString& conversationId, DraftMode mode, const QString& text, int cursor) {
  const Key key{conversationId, mode};
  if (text.isEmpty()) {
    if (drafts_.erase(key) == 0) return;
  } else {
    auto& draft = drafts_[key];
    if (draft.text == text && draft.cursor == cursor) return;
    draft = {text, cursor, clock_.now()};
  }
  touch(conversationId);
}

void DraftStore::clear(const QString& conversationId, DraftMode mode) {
  set(conversationId, mode, {});
}

void DraftStore::touch(const QString& conversationId) {
  dirty_ = true;
  timer_->start(kDelay, [this] { flush(); });
  Q_EMIT changed(conversationId);
}

bool DraftStore::has(const QString& conversationId) const {
  return drafts_.contains({conversationId, DraftMode::kReply}) || drafts_.contains({conversationId, DraftMode::kNote});
}

QStringList DraftStore::conversations() const {
  QStringList out;
  for (const auto& [key, draft] : drafts_)
    if (!out.contains(key.first)) out << key.first;
  return out;
}

bool DraftStore::flush() {
  timer_->stop();
  if (!dirty_ || file_.isEmpty()) return true;
  boost::json::array list;
  for (const auto& [key, draft] : drafts_)
    list.push_back(boost::json::object{{"conversation_id", toStd(key.first)},
                                       {"mode", modeName(key.second)},
                                       {"text", toStd(draft.text)},
                                       {"cursor", draft.cursor},
                                       {"edited_at", draft.editedAt}});
  const QByteArray bytes =
      QByteArray::fromStdString(boost::json::serialize(boost::json::object{{"drafts", std::move(list)}}));
  QSaveFile file(file_);  // written beside, synchronised, then renamed
  if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
      file.write(bytes) != bytes.size() || !file.commit()) {
    Q_EMIT failed(file.errorString());
    return false;
  }
  dirty_ = false;
  Q_EMIT saved(clock_.now());
  return true;
}

}  // namespace hotel::guicore
