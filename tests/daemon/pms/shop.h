// The adapter, the real HTTP client and a fake shop on a loopback port, with one clock for all of them.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>

#include "hand_clock.h"
#include "pms/qloapps_client.h"
#include "run_task.h"
#include "support/fake_qloapps/fake_qloapps.h"

namespace hotel::pms::test {

using hotel::test::FakeQloApps;
using Fault = FakeQloApps::Fault;
using Rival = FakeQloApps::Rival;
using base::ErrorCode;

class Shop : public testing::Test {
 protected:
  Shop() : client(io, {}) {
    fake.set_now(clock.now() / 1'000);
    make();
  }

  void TearDown() override {
    for (const auto& what : fake.violations())
      ADD_FAILURE() << "the shop was asked what it should not be asked: " << what;
    EXPECT_LE(most_in_flight, 2);
  }

  void make() {
    QloAppsConfig config;
    config.base_url = fake.url();
    config.key = fake.key;
    config.guest_mail_domain = "guest.invalid.example";
    config.read_timeout = std::chrono::milliseconds{3'000};
    config.write_timeout = std::chrono::milliseconds{3'000};
    make(std::move(config));
  }

  void make(QloAppsConfig config) {
    pms = std::make_unique<QloApps>(
        std::move(config), [this](http::ClientRequest request) { return send(std::move(request)); }, clock, metrics);
  }

  rt::Task<http::ClientResponse> send(http::ClientRequest request) {
    most_in_flight = std::max(most_in_flight, ++in_flight);
    auto response = co_await client.send(std::move(request));
    --in_flight;
    co_return response;
  }

  void pass(std::chrono::seconds time) {
    clock.advance(time);
    fake.set_now(clock.now() / 1'000);
  }

  static domain::Stay stay(const char* from = "2027-03-12", const char* to = "2027-03-15", int adults = 2,
                           std::vector<int> ages = {}, int rooms = 1) {
    domain::Stay out{day(from), day(to), {}};
    out.rooms.assign(static_cast<std::size_t>(rooms), domain::Party{adults, std::move(ages)});
    return out;
  }

  domain::BookingRequest request(std::string marker = "agente-hotelero/0001", domain::Stay wanted = stay(),
                                 const std::string& type = "2") {
    domain::BookingRequest out;
    out.marker = std::move(marker);
    out.room_type_ids.assign(wanted.rooms.size(), type);
    out.first_name = "Ana";
    out.last_name = "García 😀";
    out.phone = "5215512345678";
    out.expected_total = {
        fake.night_gross_cents("Double Room") * wanted.nights() * static_cast<std::int64_t>(wanted.rooms.size()),
        "USD"};
    out.stay = std::move(wanted);
    return out;
  }

  base::Result<domain::Availability> ask(domain::Stay wanted, ports::Freshness freshness = ports::Freshness::kFresh) {
    return run(io, pms->availability(std::move(wanted), freshness));
  }
  base::Result<std::string> book(domain::BookingRequest wanted) { return run(io, pms->book(std::move(wanted))); }
  static const domain::Offer& offer(const domain::Availability& found, const std::string& name) {
    const auto it =
        std::find_if(found.offers.begin(), found.offers.end(), [&](const auto& o) { return o.type.name == name; });
    if (it == found.offers.end()) throw std::runtime_error("not offered: " + name);
    return *it;
  }

  boost::asio::io_context io;
  HandClock clock;
  base::Metrics metrics;
  FakeQloApps fake;
  http::Client client;
  std::unique_ptr<QloApps> pms;
  int in_flight = 0, most_in_flight = 0;
};

}  // namespace hotel::pms::test
