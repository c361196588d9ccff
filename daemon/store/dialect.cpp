#include "store/dialect.h"

#include <array>
#include <utility>

namespace hotel::store {
namespace {

// Words hold letters and digits only (sql/words.h), so quoting them needs no escape.
std::string fts5_query(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out.append(i == 0 ? "" : " ").append("\"").append(words[i]).append(i + 1 == words.size() ? "\"*" : "\"");
  return out;
}

std::string ts_query(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out.append(i == 0 ? "" : " & ").append("'").append(words[i]).append(i + 1 == words.size() ? "':*" : "'");
  return out;
}

}  // namespace

std::string Dialect::translate(std::string_view sql) const {
  const std::array<std::pair<std::string_view, const std::string*>, 6> named{{{"{identity}", &identity},
                                                                              {"{rowid}", &rowid},
                                                                              {"{key}", &key},
                                                                              {"{blob}", &blob},
                                                                              {"{lock}", &lock},
                                                                              {"{lock_skip}", &lock_skip}}};
  std::string out;
  out.reserve(sql.size() + 32);
  for (std::size_t i = 0; i < sql.size();) {
    bool replaced = false;
    if (sql[i] == '{') {
      for (const auto& [word, text] : named) {
        if (!sql.substr(i).starts_with(word)) continue;
        out.append(*text);
        i += word.size();
        replaced = true;
        break;
      }
    }
    if (replaced) continue;
    out.push_back(question_marks && sql[i] == '$' ? '?' : sql[i]);
    ++i;
  }
  return out;
}

Dialect sqlite_dialect() {
  Dialect d;
  d.name = "sqlite";
  d.identity = "INTEGER PRIMARY KEY AUTOINCREMENT";
  d.rowid = "INTEGER PRIMARY KEY";
  d.key = "INTEGER PRIMARY KEY";
  d.blob = "BLOB";
  d.question_marks = true;
  d.cheap_savepoints = true;
  d.search_schema =
      "CREATE VIRTUAL TABLE message_search USING fts5(words, detail = none, tokenize = \"unicode61 remove_diacritics "
      "0\");";
  d.search_put = "INSERT INTO message_search (rowid, words) VALUES ($1, $2)";
  d.search_remove = "DELETE FROM message_search WHERE rowid = $1";
  d.search_find =
      "SELECT rowid FROM message_search WHERE message_search MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3";
  d.search_query = fts5_query;
  return d;
}

Dialect postgres_dialect(bool may_lock) {
  Dialect d;
  d.name = "postgresql";
  d.identity = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
  d.rowid = d.identity;
  d.key = "BIGINT PRIMARY KEY";
  d.blob = "BYTEA";
  d.inserts_in_with = true;
  d.lock = may_lock ? "FOR UPDATE OF c" : "";
  d.lock_skip = may_lock ? "FOR UPDATE OF c SKIP LOCKED" : "";
  // The words are made by us, the same for both engines, so PostgreSQL's own parser of texts is passed by.
  d.search_schema =
      "CREATE TABLE message_search (seq BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);"
      "CREATE INDEX message_search_words ON message_search USING GIN (words);";
  d.search_put = "INSERT INTO message_search (seq, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))";
  d.search_remove = "DELETE FROM message_search WHERE seq = $1";
  d.search_find =
      "SELECT seq FROM message_search WHERE words @@ CAST($1 AS TSQUERY) AND seq < $2 ORDER BY seq DESC LIMIT $3";
  d.search_query = ts_query;
  return d;
}

}  // namespace hotel::store
