#include "store/sql/repositories.h"

namespace hotel::store {

std::optional<std::string> StateSql::get(std::string_view name) {
  return scope_.db.first("SELECT value FROM facts WHERE name = $1", {name},
                         [](const Row& row) { return row.string(0); });
}

void StateSql::put(std::string_view name, std::string_view value) {
  scope_.db.run(
      "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      {name, value});
}

std::optional<ports::StoredAnswer> StateSql::answer(std::string_view user, std::string_view key) {
  return scope_.db.first(
      "SELECT status, body FROM answers WHERE user_name = $1 AND key = $2", {user, key},
      [](const Row& row) { return ports::StoredAnswer{static_cast<int>(row.integer(0)), row.string(1)}; });
}

bool StateSql::keep_answer(std::string_view user, std::string_view key, const ports::StoredAnswer& answer, Millis now) {
  return scope_.db.run(
             "INSERT INTO answers (user_name, key, status, body, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT "
             "(user_name, key) DO NOTHING",
             {user, key, answer.status, answer.body, now}) > 0;
}

std::int64_t StateSql::purge_answers_before(Millis at) {
  return scope_.db.run("DELETE FROM answers WHERE at < $1", {at});
}

}  // namespace hotel::store
