#include "wire/filter.h"

#include <array>
#include <utility>

namespace hotel::wire {
namespace {

constexpr std::array kViews{
    std::pair{View::kWaiting, "waiting"}, std::pair{View::kMine, "mine"}, std::pair{View::kUnassigned, "unassigned"},
    std::pair{View::kAgent, "agent"},     std::pair{View::kAll, "all"},   std::pair{View::kClosed, "closed"}};

}  // namespace

std::string_view name(View view) {
  for (const auto& [key, text] : kViews)
    if (key == view) return text;
  return "";
}

std::optional<View> view_from(std::string_view text) {
  for (const auto& [key, known] : kViews)
    if (text == known) return key;
  return std::nullopt;
}

bool matches(View view, const Conversation& c, std::string_view user) {
  const bool open = c.status == ConversationStatus::kOpen;
  switch (view) {
    case View::kWaiting:
      return open && c.waiting_since.has_value();
    case View::kMine:
      return c.status != ConversationStatus::kClosed && !user.empty() && c.assignee == user;
    case View::kUnassigned:
      return open && c.owner == Owner::kStaff && c.assignee.empty();
    case View::kAgent:
      return open && c.owner == Owner::kAgent;
    case View::kAll:
      return true;
    case View::kClosed:
      return c.status == ConversationStatus::kClosed;
  }
  return false;
}

}  // namespace hotel::wire
