#include "trial_hotel.h"

#include <stdexcept>

namespace hotel::trial {
namespace {

pms::SimulatedWorld small_house() {
  pms::SimulatedWorld world;
  world.types = pms::simulated_house();
  world.currency = "USD";
  return world;
}

pms::SimulatedConfig config_of(const pms::SimulatedWorld& world) {
  pms::SimulatedConfig config;
  config.guest_mail_domain = "guest.invalid.example";
  config.world = world;
  return config;
}

}  // namespace

TrialClock::TrialClock(wire::Date day)
    : now_(
          std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::sys_days{day}.time_since_epoch()).count() +
          9LL * 3'600'000) {}

wire::Date TrialClock::today() const {
  return *wire::parse_iso(wire::to_rfc3339(now_).substr(0, 10));
}

TrialHotel::TrialHotel(Chance& chance, wire::Date day)
    : chance_(chance), clock_(day), world_(small_house()), pms_(config_of(world_), clock_) {
  for (int n = 0; n < 15; ++n) change();
}

void TrialHotel::change() {
  auto& type = world_.types[static_cast<std::size_t>(below(chance_, static_cast<int>(world_.types.size())))];
  const auto close = [&](const std::string& id, wire::Date from, int nights) {
    world_.sold_out.push_back({id, from, wire::add_days(from, nights)});
  };
  switch (below(chance_, 4)) {
    case 0:
      type.base_rate = std::max(20, type.base_rate + below(chance_, 41) - 20);
      break;
    case 1:
      close(type.type.id, wire::add_days(clock_.today(), below(chance_, 120)), 1 + below(chance_, 25));
      break;
    case 2:
      if (const auto from = wire::add_days(clock_.today(), below(chance_, 140)); one_in(chance_, 3))
        for (const auto& each : world_.types) close(each.type.id, from, 1 + below(chance_, 9));
      break;
    default:
      if (world_.sold_out.size() > 12) world_.sold_out.erase(world_.sold_out.begin());
  }
  pms_.set_world(world_);
}

std::vector<wire::Booking> TrialHotel::bookings() {
  return run(pms_.reconcile(wire::Date{}))->changed;
}

std::vector<wire::Booking> TrialHotel::bookings_of(const std::string& phone) {
  auto out = bookings();
  std::erase_if(out, [&](const wire::Booking& b) { return b.phone != phone; });
  return out;
}

wire::Booking TrialHotel::book(const std::string& name, const std::string& phone, wire::Date from, int nights,
                               std::size_t type) {
  domain::BookingRequest request;
  const auto id = world_.types[type % world_.types.size()].type.id;
  while (domain::offer_of(truth({from, wire::add_days(from, nights), {{1, {}}}}), id)->free < 1)
    from = wire::add_days(from, 1);
  request.marker = "trial/" + phone + wire::to_iso(from);
  request.stay = {from, wire::add_days(from, nights), {{1, {}}}};
  request.room_type_ids = {id};
  std::tie(request.first_name, request.last_name) = domain::split_name(name);
  request.phone = phone;
  const auto found = truth(request.stay);
  request.expected_total = *domain::price_of(found, request.room_type_ids);
  const auto made = run(pms_.book(request));
  if (!made) throw std::runtime_error("the hotel of the trial did not take a booking");
  return *run(pms_.booking(*made));
}

}  // namespace hotel::trial
