// Schema version 4: what the agent left to people. `fold_key` is a digest of conversation, kind, topic and words, so
// that the same request is found again while it is open (an index over the words themselves would be too wide for
// PostgreSQL). Only a table more: programs of version 3 run on it.
#include "store/migrations.h"

namespace hotel::store {

std::string tickets_schema() {
  return R"(
CREATE TABLE tickets (
  seq {identity},
  id TEXT NOT NULL UNIQUE,
  fold_key TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  done_at BIGINT,
  done_by TEXT NOT NULL,
  times BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  version BIGINT NOT NULL);
CREATE INDEX tickets_open_key ON tickets (fold_key) WHERE state = 'open';
CREATE INDEX tickets_listed ON tickets (state, seq);
CREATE INDEX tickets_conversation ON tickets (conversation_id, seq);
CREATE INDEX tickets_done ON tickets (done_at) WHERE done_at IS NOT NULL;
)";
}

}  // namespace hotel::store
