// The search over all messages. Its index is written later than the messages (index_for_search), so that a webhook does
// not wait for it; a counter says up to which message it goes, and texts that changed are noted in
// message_search_again.
#include "store/sql/cursor.h"
#include "store/sql/message_row.h"
#include "store/sql/repositories.h"
#include "store/sql/words.h"

namespace hotel::store {
namespace {

struct Text {
  std::int64_t seq = 0;
  std::string text;
};

Text text_from(const Row& row) {
  return {row.integer(0), row.string(1)};
}

void put(Session& db, const Text& one) {
  const std::string words = joined(words_of(one.text));
  if (!words.empty()) db.run(db.dialect().search_put, {one.seq, words});
}

}  // namespace

Page<wire::Message> MessageSql::search(std::string_view query, std::string_view cursor, int limit) {
  Page<wire::Message> page;
  page.as_of_seq = events_.last_seq();
  const auto words = words_of(query);
  if (words.empty()) return page;
  const Dialect& dialect = scope_.db.dialect();
  const std::string wanted = dialect.search_query(words);
  const std::string sql = kMessageSelect + "WHERE m.seq IN (" + dialect.search_find + ") ORDER BY m.seq DESC";
  auto found = scope_.db.all(sql, {wanted, cursor_from(cursor).seq, limit + 1}, listed_message_from);
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty()) page.next = cursor_text(0, found.back().seq);
  }
  for (auto& one : found) page.items.push_back(std::move(one.message));
  return page;
}

int MessageSql::index_for_search(int limit) {
  auto& db = scope_.db;
  const auto changed = db.all(
      "SELECT m.seq, m.text FROM messages m WHERE m.seq IN (SELECT seq FROM message_search_again ORDER BY seq LIMIT "
      "$1)",
      {limit}, text_from);
  const std::int64_t mark = db.integer("SELECT coalesce(max(value), 0) FROM counters WHERE name = 'searchable'");
  for (const auto& one : changed) {
    db.run("DELETE FROM message_search_again WHERE seq = $1", {one.seq});
    if (one.seq > mark) continue;  // comes below
    db.run(db.dialect().search_remove, {one.seq});
    put(db, one);
  }
  const auto fresh =
      db.all("SELECT seq, text FROM messages WHERE seq > $1 ORDER BY seq LIMIT $2", {mark, limit}, text_from);
  for (const auto& one : fresh) put(db, one);
  if (!fresh.empty())
    db.run(
        "INSERT INTO counters (name, value) VALUES ('searchable', $1) ON CONFLICT (name) DO UPDATE SET value = "
        "excluded.value",
        {fresh.back().seq});
  return static_cast<int>(changed.size() + fresh.size());
}

}  // namespace hotel::store
