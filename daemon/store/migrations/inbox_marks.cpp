// Schema version 3: what waits in the inbox stands in a small table of its own, so that a webhook's body is written
// once and never again; numbers of received elements are counted as they come; indexes for reads that went through
// whole tables. Programs of version 2 write inbox.done, so they do not run on it.
#include "store/migrations.h"

namespace hotel::store {

std::string inbox_marks_schema() {
  return R"(
DROP INDEX inbox_waiting;
CREATE TABLE inbox_waiting (id {key});
INSERT INTO inbox_waiting (id) SELECT id FROM inbox WHERE done = 0;
ALTER TABLE inbox DROP COLUMN done;
INSERT INTO counters (name, value) SELECT 'messages', count(*) FROM messages WHERE direction = 'in';
INSERT INTO counters (name, value) SELECT 'statuses', count(*) FROM statuses;
CREATE INDEX conversations_view ON conversations (status, owner, assignee);
CREATE INDEX bookings_phone ON bookings (phone);
)";
}

}  // namespace hotel::store
