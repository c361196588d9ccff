#include "base/crypto.h"
#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/operator.h"

namespace hotel::store {
namespace {

ports::UserRow user_from(const Row& row) {
  return {row.string(0), wire::split_roles(row.text(1)), row.string(2), row.flag(3), row.integer(4)};
}

ports::SessionRow session_from(const Row& row) {
  return {row.string(0), row.string(1), wire::split_roles(row.text(2)), row.flag(3), row.integer(4), row.integer(5)};
}

ports::AuditEntry entry_from(const Row& row) {
  return {row.integer(0), row.integer(1), row.string(2), row.string(3),
          row.string(4),  row.string(5),  row.string(6), row.string(7)};
}

const std::string kEntry = "SELECT seq, at, actor, action, object, detail, prev_hash, hash FROM audit_log ";

std::string hash_of(const ports::AuditEntry& e) {
  std::string text = e.prev_hash;
  for (const auto& part : {std::to_string(e.at), e.actor, e.action, e.object, e.detail}) text.append("\n").append(part);
  return base::to_hex(base::sha256(text));
}

}  // namespace

bool OperatorSql::add_user(const ports::UserRow& user) {
  const std::string roles = wire::join_roles(user.roles);
  return scope_.db.run(
             "INSERT INTO users (name, roles, password_hash, disabled, created_at) VALUES ($1, $2, $3, $4, $5) ON "
             "CONFLICT (name) DO NOTHING",
             {user.name, roles, user.password_hash, user.disabled, user.created_at}) > 0;
}

std::optional<ports::UserRow> OperatorSql::user(const std::string& name) {
  return scope_.db.first("SELECT name, roles, password_hash, disabled, created_at FROM users WHERE name = $1", {name},
                         user_from);
}

std::vector<ports::UserRow> OperatorSql::users() {
  return scope_.db.all("SELECT name, roles, password_hash, disabled, created_at FROM users ORDER BY name", {},
                       user_from);
}

bool OperatorSql::set_password(const std::string& name, const std::string& hash) {
  return scope_.db.run("UPDATE users SET password_hash = $2 WHERE name = $1", {name, hash}) > 0;
}

bool OperatorSql::disable_user(const std::string& name) {
  if (scope_.db.run("UPDATE users SET disabled = 1 WHERE name = $1", {name}) == 0) return false;
  scope_.db.run("DELETE FROM sessions WHERE name = $1 AND script = 0", {name});
  return true;
}

void OperatorSql::add_session(const ports::SessionRow& s) {
  const std::string roles = wire::join_roles(s.roles);
  scope_.db.run(
      "INSERT INTO sessions (token_hash, name, roles, script, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
      {s.token_hash, s.name, roles, s.script, s.created_at, s.expires_at});
}

std::optional<ports::SessionRow> OperatorSql::session(const std::string& token_hash, Millis now) {
  return scope_.db.first(
      "SELECT s.token_hash, s.name, s.roles, s.script, s.created_at, s.expires_at FROM sessions s WHERE s.token_hash = "
      "$1 AND s.expires_at > $2 "
      "AND (s.script = 1 OR EXISTS (SELECT 1 FROM users u WHERE u.name = s.name AND u.disabled = 0))",
      {token_hash, now}, session_from);
}

bool OperatorSql::end_session(const std::string& token_hash) {
  return scope_.db.run("DELETE FROM sessions WHERE token_hash = $1", {token_hash}) > 0;
}

bool OperatorSql::revoke_token(const std::string& name) {
  return scope_.db.run("DELETE FROM sessions WHERE name = $1 AND script = 1", {name}) > 0;
}

std::vector<ports::SessionRow> OperatorSql::tokens() {
  return scope_.db.all(
      "SELECT token_hash, name, roles, script, created_at, expires_at FROM sessions WHERE script = 1 ORDER BY "
      "created_at DESC, name",
      {}, session_from);
}

// Writers are serialised (one writer, or the writers' lock on PostgreSQL), so two entries never follow the same one.
void OperatorSql::audit(Millis at, const std::string& actor, const std::string& action, const std::string& object,
                        const std::string& detail) {
  ports::AuditEntry entry{0, at, actor, action, object, detail, "", ""};
  entry.prev_hash = scope_.db
                        .first("SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1", {},
                               [](const Row& row) { return row.string(0); })
                        .value_or("");
  entry.hash = hash_of(entry);
  scope_.db.run(
      "INSERT INTO audit_log (at, actor, action, object, detail, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {entry.at, entry.actor, entry.action, entry.object, entry.detail, entry.prev_hash, entry.hash});
}

Page<ports::AuditEntry> OperatorSql::audit_log(std::string_view cursor, int limit) {
  Page<ports::AuditEntry> page;
  page.items = scope_.db.all(kEntry + "WHERE seq < $1 ORDER BY seq DESC LIMIT $2", {cursor_from(cursor).seq, limit + 1},
                             entry_from);
  page.as_of_seq = scope_.db.integer("SELECT coalesce(max(seq), 0) FROM event_log");
  if (page.items.size() > static_cast<std::size_t>(limit)) {
    page.items.pop_back();
    if (!page.items.empty()) page.next = cursor_text(0, page.items.back().seq);
  }
  return page;
}

std::optional<std::int64_t> OperatorSql::first_wrong_audit_row() {
  std::string previous;
  std::optional<std::int64_t> wrong;
  scope_.db.each(kEntry + "ORDER BY seq", {}, [&](const Row& row) {
    const auto entry = entry_from(row);
    if (!wrong && (entry.prev_hash != previous || entry.hash != hash_of(entry))) wrong = entry.seq;
    previous = entry.hash;
  });
  return wrong;
}

}  // namespace hotel::store
