#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/event.h"
#include "wire/ids.h"

namespace hotel::store {
namespace {

const std::string kSelect =
    "SELECT c.id, c.kind, c.severity, c.text, c.at, c.conversation_id, c.acked_by, c.acked_at, c.seq, c.version FROM "
    "alerts c ";

wire::Alert alert_from(const Row& row) {
  return {row.string(0),  row.string(1), row.string(2), row.string(3),
          row.integer(4), row.string(5), row.string(6), row.number(7)};
}

}  // namespace

std::optional<wire::Alert> AlertSql::raise(wire::Alert alert, std::string_view key) {
  const Millis now = scope_.clock.now();
  if (alert.at == 0) alert.at = now;
  if (alert.id.empty()) alert.id = wire::new_id(now);
  const auto made = scope_.db.run(
      "INSERT INTO alerts (id, fold_key, kind, severity, text, at, conversation_id, acked_by, acked_at, version) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) "
      "ON CONFLICT (fold_key) WHERE fold_key <> '' AND acked_at IS NULL DO NOTHING",
      {alert.id, key, alert.kind, alert.severity, alert.text, alert.at, alert.conversation_id, alert.acked_by,
       alert.acked_at});
  if (made == 0) return std::nullopt;
  events_.append(wire::kAlertUpdated, wire::to_json(alert), 1);
  return alert;
}

Page<wire::Alert> AlertSql::list(std::string_view cursor, int limit) {
  auto found =
      scope_.db.all(kSelect + "WHERE c.seq < $1 ORDER BY c.seq DESC LIMIT $2", {cursor_from(cursor).seq, limit + 1},
                    [](const Row& row) { return std::pair{row.integer(8), alert_from(row)}; });
  Page<wire::Alert> page;
  page.as_of_seq = events_.last_seq();
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty()) page.next = cursor_text(0, found.back().first);
  }
  for (auto& [seq, alert] : found) page.items.push_back(std::move(alert));
  return page;
}

// Acknowledging twice changes nothing: the first person stays.
std::optional<wire::Alert> AlertSql::acknowledge(const std::string& id, const std::string& by, Millis now) {
  const auto version = scope_.db.number(
      "UPDATE alerts SET acked_by = $2, acked_at = $3, version = version + 1 WHERE id = $1 AND acked_at IS NULL "
      "RETURNING version",
      {id, by, now});
  auto alert = scope_.db.first(kSelect + "WHERE c.id = $1", {id}, alert_from);
  if (version) events_.append(wire::kAlertUpdated, wire::to_json(*alert), *version);
  return alert;
}

}  // namespace hotel::store
