#include "pms/availability_cache.h"

#include <fmt/format.h>

namespace hotel::pms {

std::string key_of(const domain::Stay& stay) {
  std::string key = fmt::format("{}/{}", wire::to_iso(stay.check_in), wire::to_iso(stay.check_out));
  for (const auto& room : stay.rooms) {
    key.append(fmt::format("/{}", room.adults));
    for (const int age : room.child_ages) key.append(fmt::format("+{}", age));
  }
  return key;
}

rt::Task<AvailabilityCache::Answer> AvailabilityCache::get(domain::Stay stay, bool fresh, const Ask& ask) {
  const std::string key = key_of(stay);
  for (;;) {
    if (!fresh) {
      const auto kept = kept_.find(key);
      if (kept != kept_.end() && clock_.steady() - kept->second.at < keep_) co_return kept->second.value;
    }
    const auto under_way = flights_.find(key);
    if (under_way == flights_.end()) break;
    const auto flight = under_way->second;
    while (!flight->over) {
      const auto seen = flight->landed.generation();
      co_await flight->landed.wait(seen, std::chrono::seconds{60});
    }
    if (flight->answer) co_return *flight->answer;  // none: its leader was cancelled; ask ourselves
  }

  const auto flight = std::make_shared<Flight>();
  flights_[key] = flight;
  const auto epoch = epoch_;
  struct Landing {  // whatever ends the question, those who wait for it go on
    AvailabilityCache& cache;
    const std::string& key;
    std::shared_ptr<Flight> flight;
    ~Landing() {
      flight->over = true;
      const auto mine = cache.flights_.find(key);
      if (mine != cache.flights_.end() && mine->second == flight) cache.flights_.erase(mine);
      flight->landed.notify();
    }
  } landing{*this, key, flight};

  Answer answer = co_await ask(std::move(stay));
  if (answer && epoch == epoch_) keep(key, *answer);
  flight->answer = answer;
  co_return answer;
}

void AvailabilityCache::keep(const std::string& key, const domain::Availability& value) {
  if (kept_.size() >= most_) {
    auto oldest = kept_.begin();
    for (auto it = kept_.begin(); it != kept_.end(); ++it)
      if (it->second.at < oldest->second.at) oldest = it;
    kept_.erase(oldest);
  }
  kept_.insert_or_assign(key, Kept{value, clock_.steady()});
}

void AvailabilityCache::drop() {
  ++epoch_;
  kept_.clear();
  flights_.clear();  // who asks from now on asks anew; who waits already gets the answer of its flight
}

}  // namespace hotel::pms
