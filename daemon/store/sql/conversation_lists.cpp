// Lists of conversations: the views of wire::matches as SQL conditions, so that a page is read from an index.
#include "store/sql/conversation_row.h"
#include "store/sql/cursor.h"
#include "store/sql/repositories.h"
#include "wire/text.h"

namespace hotel::store {
namespace {

// @ stands for the user's placeholder.
std::string_view condition_of(wire::View view) {
  switch (view) {
    case wire::View::kWaiting:
      return "c.waiting_since IS NOT NULL AND c.status = 'open'";
    case wire::View::kMine:
      return "c.status <> 'closed' AND c.assignee <> '' AND c.assignee = @";
    case wire::View::kUnassigned:
      return "c.status = 'open' AND c.owner = 'staff' AND c.assignee = ''";
    case wire::View::kAgent:
      return "c.status = 'open' AND c.owner = 'agent'";
    case wire::View::kAll:
      return "c.seq > 0";
    case wire::View::kClosed:
      return "c.status = 'closed'";
  }
  return "";
}

std::string condition_of(wire::View view, std::string_view user_placeholder) {
  std::string out{condition_of(view)};
  if (const auto at = out.find('@'); at != std::string::npos) out.replace(at, 1, user_placeholder);
  return out;
}

bool is_phone_query(std::string_view query) {
  return query.find_first_not_of("0123456789 +-()/.") == std::string_view::npos && digits_of(query).size() >= 3;
}

}  // namespace

Page<wire::Conversation> ConversationSql::list(wire::View view, const std::string& user, std::string_view query,
                                               std::string_view cursor, int limit) {
  const bool waiting = view == wire::View::kWaiting;
  const Cursor from = cursor_from(cursor, waiting ? Cursor{std::numeric_limits<std::int64_t>::min(), 0} : Cursor{});
  std::string folded = wire::fold(query);
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  folded.erase(0, folded.find_first_not_of(' '));
  const std::string pattern = contains_pattern(is_phone_query(query) ? digits_of(query) : folded);

  std::vector<Param> params{from.key, from.seq, limit + 1};
  std::string sql = kConversationSelect + "WHERE ";
  sql.append(condition_of(view, "$4"));
  if (view == wire::View::kMine) params.emplace_back(user);
  if (!folded.empty()) {
    params.emplace_back(pattern);
    const std::string at = "$" + std::to_string(params.size());
    sql.append(" AND (g.folded LIKE ")
        .append(at)
        .append(" ESCAPE '\\' OR c.last_folded LIKE ")
        .append(at)
        .append(" ESCAPE '\\')");
  }
  sql.append(waiting ? " AND (c.waiting_since, c.seq) > ($1, $2) ORDER BY c.waiting_since, c.seq LIMIT $3"
                     : " AND (c.activity_at, c.seq) < ($1, $2) ORDER BY c.activity_at DESC, c.seq DESC LIMIT $3");
  auto found = scope_.db.all(sql, params, conversation_from);

  Page<wire::Conversation> page;
  page.as_of_seq = events_.last_seq();
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    if (!found.empty())
      page.next = cursor_text(waiting ? found.back().row.shown.waiting_since.value_or(0) : found.back().activity_at,
                              found.back().seq);
  }
  for (auto& one : found) page.items.push_back(std::move(one.row.shown));
  return page;
}

std::int64_t ConversationSql::count(wire::View view, const std::string& user) {
  const std::string sql = "SELECT count(*) FROM conversations c WHERE " + condition_of(view, "$1");
  if (view == wire::View::kMine) return scope_.db.integer(sql, {user});
  return scope_.db.integer(sql);
}

std::vector<wire::Conversation> ConversationSql::of_guest_phone(const std::vector<std::string>& phone_variants) {
  if (phone_variants.empty()) return {};
  std::vector<Param> params;
  for (const auto& variant : phone_variants) params.emplace_back(variant);
  const std::string sql =
      kConversationSelect +
      "WHERE c.guest_id IN (SELECT guest_id FROM guest_identities WHERE kind = 'wa_id' AND value IN (" +
      placeholders(1, params.size()) + ")) ORDER BY c.activity_at DESC, c.seq DESC";
  return scope_.db.all(sql, params, [](const Row& row) { return conversation_from(row).row.shown; });
}

}  // namespace hotel::store
