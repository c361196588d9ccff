#include "app/login_throttle.h"

#include <algorithm>

namespace hotel::app {

LoginThrottle::Failures& LoginThrottle::entry(Table& table, const std::string& key, Time now) {
  if (table.size() >= limits_.entries && !table.contains(key)) {
    std::erase_if(table, [&](const auto& one) { return now - one.second.last > limits_.memory; });
    // Still full: somebody tries very many names. The oldest failures are the least telling.
    if (table.size() >= limits_.entries)
      table.erase(std::min_element(table.begin(), table.end(),
                                   [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
  }
  Failures& failures = table[key];
  if (failures.count > 0 && now - failures.last > limits_.memory) failures = {};
  return failures;
}

std::chrono::milliseconds LoginThrottle::delay_after(int failures) const {
  if (failures < limits_.free) return std::chrono::milliseconds{0};
  const int doublings = std::min(failures - limits_.free, 16);
  return std::min(limits_.longest, limits_.first * (1 << doublings));
}

LoginThrottle::Verdict LoginThrottle::begin(const std::string& user, const std::string& peer, Time now) {
  Failures& by_user = entry(users_, user, now);
  Failures& by_peer = entry(peers_, peer, now);
  Verdict verdict;
  for (const auto& [failures, bound] :
       {std::pair{by_user, limits_.user_bound}, std::pair{by_peer, limits_.peer_bound}}) {
    if (failures.count < bound || now - failures.last >= limits_.pause) continue;
    const auto left = std::chrono::ceil<std::chrono::seconds>(limits_.pause - (now - failures.last));
    verdict.refused_for = std::max(verdict.refused_for.value_or(std::chrono::seconds{0}), left);
  }
  if (verdict.refused_for) return verdict;
  // Addresses are shared by a whole front desk, so an address earns its delay more slowly than a name.
  verdict.delay = std::max(delay_after(by_user.count), delay_after(by_peer.count / 4));
  for (Failures* failures : {&by_user, &by_peer}) {
    ++failures->count;
    failures->last = now;
  }
  return verdict;
}

void LoginThrottle::take_back(Table& table, const std::string& key) {
  const auto found = table.find(key);
  if (found == table.end()) return;
  if (--found->second.count <= 0) table.erase(found);
}

void LoginThrottle::succeeded(const std::string& user, const std::string& peer) {
  users_.erase(user);
  take_back(peers_, peer);
}

void LoginThrottle::abandoned(const std::string& user, const std::string& peer) {
  take_back(users_, user);
  take_back(peers_, peer);
}

}  // namespace hotel::app
