// Schema version 2: the search index over all messages, and what must be indexed anew because its text changed. It
// starts empty; index_for_search() then catches up with the messages of older releases by itself.
#include "store/migrations.h"

namespace hotel::store {

std::string search_schema(const Dialect& dialect) {
  return dialect.search_schema + "CREATE TABLE message_search_again (seq BIGINT PRIMARY KEY);";
}

}  // namespace hotel::store
