#include <boost/json/serialize.hpp>

#include "store/sql/repositories.h"
#include "wire/event.h"

namespace hotel::store {

// The row holds {"<entity>":{…},"version":n}; the seq is added when it is read, since it is known only after the
// insert.
std::int64_t EventSql::append(std::string_view kind, json::object entity, std::int64_t version) {
  scope_.wrote_event = true;
  std::string data = "{\"";
  data.append(wire::entity_of(kind))
      .append("\":")
      .append(json::serialize(entity))
      .append(",\"version\":")
      .append(std::to_string(version))
      .append("}");
  return scope_.db.insert_numbered("INSERT INTO event_log (at, kind, data) VALUES ($1, $2, $3)",
                                   {scope_.clock.now(), kind, data});
}

std::int64_t EventSql::last_seq() {
  return scope_.db.integer("SELECT coalesce(max(seq), 0) FROM event_log");
}
std::int64_t EventSql::first_seq() {
  return scope_.db.integer("SELECT coalesce(min(seq), 0) FROM event_log");
}

std::vector<ports::EventRow> EventSql::after(std::int64_t seq, int limit) {
  return scope_.db.all("SELECT seq, kind, data FROM event_log WHERE seq > $1 ORDER BY seq LIMIT $2", {seq, limit},
                       [](const Row& row) {
                         ports::EventRow event{row.integer(0), row.string(1), row.string(2)};
                         event.data.pop_back();
                         event.data.append(",\"seq\":").append(std::to_string(event.seq)).append("}");
                         return event;
                       });
}

// The newest event always stays: its number says where the log stands.
std::int64_t EventSql::purge_before(Millis at) {
  const auto young = scope_.db.number("SELECT seq FROM event_log WHERE at >= $1 ORDER BY seq LIMIT 1", {at});
  return scope_.db.run("DELETE FROM event_log WHERE seq < $1", {young.value_or(last_seq())});
}

}  // namespace hotel::store
