#include <algorithm>
#include <limits>
#include <span>

#include "store/sql/cursor.h"
#include "store/sql/repositories.h"

namespace hotel::store {
namespace {

// "($1, $2), ($3, $4)": placeholders only, never a value.
std::string rows_of(std::size_t rows, std::size_t columns) {
  std::string sql;
  for (std::size_t i = 0; i < rows; ++i)
    sql.append(i == 0 ? "(" : ", (").append(placeholders(i * columns + 1, columns)).append(")");
  return sql;
}

// A few sizes, so that a few prepared statements serve any number of rows.
struct InsertSize {
  explicit InsertSize(std::size_t n)
      : rows(n),
        bodies("INSERT INTO inbox (received_at, body) VALUES " + rows_of(n, 2) + " RETURNING id"),
        waiting("INSERT INTO inbox_waiting (id) VALUES " + rows_of(n, 1)),
        both("WITH stored AS (" + bodies + ") INSERT INTO inbox_waiting (id) SELECT id FROM stored") {}

  void run(Session& db, const std::vector<Param>& params) const {
    if (db.dialect().inserts_in_with) {
      db.run(both, params);
      return;
    }
    const auto ids = db.all(bodies, params, [](const Row& row) { return row.integer(0); });
    db.run(waiting, std::vector<Param>(ids.begin(), ids.end()));
  }

  std::size_t rows;
  std::string bodies, waiting, both;
};

const std::vector<InsertSize>& insert_sizes() {
  static const std::vector<InsertSize> sizes = [] {
    std::vector<InsertSize> out;
    for (std::size_t rows = 64; rows > 0; rows /= 2) out.emplace_back(rows);
    return out;
  }();
  return sizes;
}

ports::DeadLetter letter_from(const Row& row) {
  return {row.integer(0), row.integer(1), row.string(2), row.string(3), row.bytes(5), row.string(4)};
}

}  // namespace

void InboxSql::append(const std::vector<ports::InboxRow>& rows) {
  std::vector<Param> params;
  params.reserve(128);
  std::span<const ports::InboxRow> left{rows};
  for (const auto& size : insert_sizes()) {
    while (left.size() >= size.rows) {
      params.clear();
      for (const auto& row : left.first(size.rows)) {
        params.emplace_back(row.received_at);
        params.emplace_back(Blob{row.body});
      }
      size.run(scope_.db, params);
      left = left.subspan(size.rows);
    }
  }
}

std::vector<ports::InboxRow> InboxSql::claim(int limit) {
  return scope_.db.all(
      "SELECT id, received_at, body FROM inbox WHERE id IN (SELECT c.id FROM inbox_waiting c ORDER BY c.id LIMIT $1 "
      "{lock_skip}) ORDER BY id",
      {limit}, [](const Row& row) { return ports::InboxRow{row.integer(0), row.integer(1), row.bytes(2)}; });
}

// Rows that were claimed together have numbers side by side: one statement for each run of them.
void InboxSql::done(const std::vector<std::int64_t>& ids) {
  std::vector<std::int64_t> sorted = ids;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && sorted[last + 1] <= sorted[last] + 1) ++last;
    scope_.db.run("DELETE FROM inbox_waiting WHERE id BETWEEN $1 AND $2", {sorted[i], sorted[last]});
    i = last + 1;
  }
}

void InboxSql::bury(const ports::DeadLetter& letter) {
  scope_.db.run("INSERT INTO dead_letters (at, source, why, state, body) VALUES ($1, $2, $3, 'waiting', $4)",
                {letter.at, letter.source, letter.why, Blob{letter.body}});
}

std::vector<ports::DeadLetter> InboxSql::dead_letters(bool with_body, int limit) {
  if (with_body)
    return scope_.db.all("SELECT id, at, source, why, state, body FROM dead_letters ORDER BY id DESC LIMIT $1", {limit},
                         letter_from);
  return scope_.db.all(
      "SELECT id, at, source, why, state FROM dead_letters ORDER BY id DESC LIMIT $1", {limit}, [](const Row& row) {
        return ports::DeadLetter{row.integer(0), row.integer(1), row.string(2), row.string(3), "", row.string(4)};
      });
}

std::optional<ports::DeadLetter> InboxSql::dead_letter(std::int64_t id) {
  return scope_.db.first("SELECT id, at, source, why, state, body FROM dead_letters WHERE id = $1", {id}, letter_from);
}

bool InboxSql::set_dead_letter_state(std::int64_t id, std::string_view state) {
  return scope_.db.run("UPDATE dead_letters SET state = $2 WHERE id = $1", {id, state}) > 0;
}

ports::InboxAge InboxSql::age() {
  ports::InboxAge age;
  age.waiting = scope_.db.integer("SELECT count(*) FROM inbox_waiting");
  age.oldest_at = scope_.db.number("SELECT received_at FROM inbox WHERE id = (SELECT min(id) FROM inbox_waiting)");
  return age;
}

// Rows are kept in the order of their arrival, so only the old ones at the front are looked at.
std::int64_t InboxSql::purge_done_before(Millis at) {
  const auto young = scope_.db.number("SELECT id FROM inbox WHERE received_at >= $1 ORDER BY id LIMIT 1", {at});
  return scope_.db.run(
      "DELETE FROM inbox WHERE id < $1 AND received_at < $2 AND NOT EXISTS (SELECT 1 FROM inbox_waiting w WHERE w.id = "
      "inbox.id)",
      {young.value_or(std::numeric_limits<std::int64_t>::max()), at});
}

}  // namespace hotel::store
