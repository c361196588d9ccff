#include <boost/json/serialize.hpp>

#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/ids.h"

namespace hotel::store {
namespace {

const std::string kKnowledge =
    "SELECT k.key, k.language, k.text, k.version, k.updated_by, k.updated_at FROM knowledge k ";
const std::string kNewest = kKnowledge +
                            "WHERE k.version = (SELECT max(n.version) FROM knowledge n WHERE n.key = k.key AND "
                            "n.language = k.language) AND k.text <> '' ORDER BY k.key, k.language";
const std::string kHistory = kKnowledge + "WHERE k.key = $1 AND k.language = $2 ORDER BY k.version DESC";

ports::KnowledgeEntry entry_from(const Row& row) {
  return {row.string(0), row.string(1), row.string(2), row.integer(3), row.string(4), row.integer(5)};
}

ports::CannedReply reply_from(const Row& row) {
  return {row.string(0), row.string(1), row.string(2), row.string(3), row.integer(4)};
}

}  // namespace

std::vector<ports::KnowledgeEntry> ContentSql::knowledge() {
  return scope_.db.all(kNewest, {}, entry_from);
}

ports::KnowledgeEntry ContentSql::put_knowledge(ports::KnowledgeEntry entry) {
  if (entry.updated_at == 0) entry.updated_at = scope_.clock.now();
  entry.version =
      1 + scope_.db.integer("SELECT coalesce(max(version), 0) FROM knowledge WHERE key = $1 AND language = $2",
                            {entry.key, entry.language});
  scope_.db.run(
      "INSERT INTO knowledge (key, language, version, text, updated_by, updated_at) VALUES ($1, $2, $3, $4, $5, $6)",
      {entry.key, entry.language, entry.version, entry.text, entry.updated_by, entry.updated_at});
  return entry;
}

// A version without text: programs before schema version 4 say nothing of such an entry either.
std::optional<ports::KnowledgeEntry> ContentSql::remove_knowledge(const std::string& key, const std::string& language,
                                                                  const std::string& by, Millis now) {
  const auto text = scope_.db.first(
      "SELECT k.text FROM knowledge k WHERE k.key = $1 AND k.language = $2 ORDER BY k.version DESC LIMIT 1",
      {key, language}, [](const Row& row) { return row.string(0); });
  if (!text || text->empty()) return std::nullopt;
  return put_knowledge({key, language, "", 0, by, now});
}

std::vector<ports::KnowledgeEntry> ContentSql::knowledge_history(const std::string& key, const std::string& language) {
  return scope_.db.all(kHistory, {key, language}, entry_from);
}

std::vector<ports::CannedReply> ContentSql::canned_replies() {
  return scope_.db.all("SELECT id, title, language, text, version FROM canned_replies ORDER BY title, language, id", {},
                       reply_from);
}

ports::CannedReply ContentSql::put_canned_reply(ports::CannedReply reply) {
  if (reply.id.empty()) reply.id = wire::new_id(scope_.clock.now());
  reply.version = scope_.db.integer(
      "INSERT INTO canned_replies (id, title, language, text, version) VALUES ($1, $2, $3, $4, 1) ON CONFLICT (id) DO "
      "UPDATE SET title = excluded.title, "
      "language = excluded.language, text = excluded.text, version = canned_replies.version + 1 RETURNING version",
      {reply.id, reply.title, reply.language, reply.text});
  return reply;
}

bool ContentSql::remove_canned_reply(const std::string& id) {
  return scope_.db.run("DELETE FROM canned_replies WHERE id = $1", {id}) > 0;
}

std::vector<json::object> ContentSql::templates() {
  return scope_.db.all("SELECT value FROM templates ORDER BY name, language", {},
                       [](const Row& row) { return object_from(row.text(0)); });
}

void ContentSql::put_template(const std::string& name, const std::string& language, const json::object& value) {
  const std::string text = json::serialize(value);
  scope_.db.run(
      "INSERT INTO templates (name, language, value) VALUES ($1, $2, $3) ON CONFLICT (name, language) DO UPDATE SET "
      "value = excluded.value",
      {name, language, text});
}

}  // namespace hotel::store
