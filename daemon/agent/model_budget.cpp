#include "agent/model_budget.h"

#include <algorithm>

namespace hotel::agent {

bool ModelBudget::has_room(const std::string& guest, wire::Date today) {
  if (today > day_) {
    day_ = today;
    all_ = {};
    guests_.clear();
  }
  const auto room = [&](const Spent& spent, int calls) {
    return spent.calls < calls && spent.tokens < limits_.tokens_per_call * calls;
  };
  if (!room(all_, limits_.daily_calls)) return false;
  const auto found = guests_.find(guest);
  return room(found == guests_.end() ? Spent{} : found->second, limits_.guest_daily_calls);
}

void ModelBudget::take(const std::string& guest) {
  ++all_.calls;
  ++guests_[guest].calls;
}

void ModelBudget::used(const std::string& guest, std::int64_t tokens) {
  const auto more = std::max<std::int64_t>(tokens, 0);
  all_.tokens += more;
  if (const auto found = guests_.find(guest); found != guests_.end()) found->second.tokens += more;
}

}  // namespace hotel::agent
