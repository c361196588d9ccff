// What the two engines write differently. Statements are written once, with $1 placeholders and a few words in braces:
// {identity} a column that numbers rows and never gives a number twice; {rowid} the same where giving the number of a
// removed last row again does no harm; {key} a number given by us; {blob} bytes; {lock} and {lock_skip} lock the rows of table alias `c` (SQLite
// has one writer: empty). Search has its own statements. Immutable, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotel::store {

struct Dialect {
  std::string name;
  std::string identity, rowid, key, blob, lock, lock_skip;
  bool question_marks = false;    // $1 becomes ?1
  bool cheap_savepoints = false;  // a savepoint costs no round trip
  bool inserts_in_with = false;   // WITH … AS (INSERT …)
  std::string search_schema;      // table message_search
  std::string search_put;         // $1 seq, $2 words
  std::string search_remove;      // $1 seq
  std::string search_find;        // $1 query, $2 below this seq, $3 limit: one column, newest first
  std::string (*search_query)(const std::vector<std::string>& words) = nullptr;  // all words, the last as a prefix

  std::string translate(std::string_view sql) const;
};

Dialect sqlite_dialect();
Dialect postgres_dialect(bool may_lock);  // a read-only transaction must not lock rows

}  // namespace hotel::store
