// A guest who talks to the agent in a test, and a hotel with a few rooms behind the port of the PMS.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/default_knowledge.h"

namespace hotel::agent::testing {

class FakePms final : public ports::Pms {
 public:
  struct Type {
    domain::RoomType type;
    std::int64_t cents;  // a night, with tax
    int free = 5;
  };
  std::vector<Type> types{{{"1", "Single Room", 1, 0, 1}, 6000},
                          {{"2", "Double Room", 2, 1, 3}, 11088},
                          {{"4", "Triple Room", 3, 1, 3}, 14000},
                          {{"5", "Family Room", 4, 2, 4}, 16800},
                          {{"7", "Suite", 2, 2, 4}, 25000}};
  bool down = false;
  const wire::Millis* clock = nullptr;  // when it answers
  int asked = 0, fresh = 0;
  std::vector<domain::Stay> stays;
  std::vector<wire::Booking> bookings;

  Type& named(const std::string& name) {
    for (auto& t : types)
      if (t.type.name == name) return t;
    throw std::out_of_range(name);
  }

  rt::Task<ports::Result<domain::Availability>> availability(domain::Stay stay, ports::Freshness freshness) override {
    ++asked;
    if (freshness == ports::Freshness::kFresh) ++fresh;
    stays.push_back(stay);
    if (down) co_return base::error(base::ErrorCode::kPmsUnavailable, "away");
    domain::Availability out;
    out.stay = stay;
    out.read_at = clock ? *clock : 0;
    out.source = "mock";
    for (const auto& t : types) {
      domain::Offer offer;
      offer.type = t.type;
      offer.free = t.free;
      const auto rooms = static_cast<std::int64_t>(stay.rooms.size());
      offer.nightly = {t.cents, "USD"};
      offer.one_room = {t.cents * stay.nights(), "USD"};
      offer.total = {offer.one_room.cents * rooms, "USD"};
      offer.fits = t.free >= rooms;
      for (const auto& party : stay.rooms) offer.fits = offer.fits && t.type.fits(party);
      out.offers.push_back(offer);
    }
    co_return out;
  }
  rt::Task<ports::Result<std::string>> book(domain::BookingRequest) override {
    ADD_FAILURE() << "the agent must not book by itself";
    co_return base::error(base::ErrorCode::kInternal, "");
  }
  rt::Task<ports::Result<std::vector<std::string>>> find_by_marker(std::string) override {
    co_return std::vector<std::string>{};
  }
  rt::Task<ports::Result<ports::Verification>> verify(std::string) override { co_return ports::Verification{}; }
  rt::Task<ports::Result<wire::Booking>> booking(std::string id) override {
    if (down) co_return base::error(base::ErrorCode::kPmsUnavailable, "away");
    for (const auto& b : bookings)
      if (b.id == id) co_return b;
    co_return base::error(base::ErrorCode::kNotFound, "");
  }
  rt::Task<ports::Result<std::optional<wire::Booking>>> by_reference(std::string reference) override {
    if (down) co_return base::error(base::ErrorCode::kPmsUnavailable, "away");
    for (const auto& b : bookings)
      if (b.reference == reference) co_return std::optional{b};
    co_return std::optional<wire::Booking>{};
  }
  rt::Task<ports::Result<void>> cancel(std::string) override {
    ADD_FAILURE() << "the agent must not cancel by itself";
    co_return base::error(base::ErrorCode::kInternal, "");
  }
  rt::Task<ports::Result<wire::Booking>> change_stay(std::string, domain::StayChange) override {
    co_return base::error(base::ErrorCode::kInternal, "");
  }
  rt::Task<ports::Result<ports::SyncResult>> changes_since(std::string) override { co_return ports::SyncResult{}; }
  rt::Task<ports::Result<ports::SyncResult>> reconcile(wire::Date) override { co_return ports::SyncResult{}; }
  rt::Task<void> probe() override { co_return; }
  ports::PmsHealth health() const override { return {}; }
};

class Guest {
 public:
  FakePms pms;
  House house;
  Agent agent{pms, house};
  boost::json::object dialogue;
  std::string language;
  std::string phone = "34600123456";
  wire::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  wire::Millis now = 1'795'000'000'000;
  std::vector<wire::Booking> bookings;
  std::vector<ports::KnowledgeEntry> knowledge = default_knowledge(house);
  TurnResult last;

  explicit Guest(House of = {"Hotel Prueba", "Calle Mayor 1", {}, {}, "USD", "es"}) : house(std::move(of)) {
    pms.clock = &now;
  }
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;

  static wire::Message text_message(const std::string& text) {
    wire::Message m;
    m.text = text;
    return m;
  }
  static wire::Message choice_message(const std::string& id, const std::string& title = "choice") {
    wire::Message m;
    m.type = "interactive";
    m.text = title;
    m.interactive = {{"kind", "button_reply"}, {"id", id}, {"title", title}};
    return m;
  }

  const TurnResult& send(std::vector<wire::Message> messages) {
    TurnInput input;
    input.messages = std::move(messages);
    input.dialogue = dialogue;
    input.language = language;
    input.phone = phone;
    input.today = today;
    input.now = now += 10'000;
    input.bookings = bookings;
    input.knowledge = knowledge;
    boost::asio::io_context io;
    std::exception_ptr failed;
    boost::asio::co_spawn(io, agent.turn(std::move(input)), [&](std::exception_ptr e, TurnResult result) {
      failed = e;
      last = std::move(result);
    });
    io.run();
    if (failed) std::rethrow_exception(failed);
    dialogue = last.dialogue;
    language = last.language;
    return last;
  }
  // Returns what the guest reads.
  std::string say(const std::string& text) {
    send({text_message(text)});
    return texts();
  }
  std::string tap(const std::string& id) {
    send({choice_message(id)});
    return texts();
  }
  std::string texts() const {
    std::string out;
    for (const auto& r : last.replies) out += r.text + "\n";
    return out;
  }
  // Ids of the buttons or rows of the last reply, in order.
  std::vector<std::string> choices() const {
    std::vector<std::string> out;
    for (const auto& reply : last.replies) collect(reply.payload, out);
    return out;
  }
  std::string end(OrderEnd how, const std::optional<wire::Booking>& booking) {
    last = agent.order_ended(how, booking, dialogue, language, now);
    dialogue = last.dialogue;
    return texts();
  }

 private:
  static void collect(const boost::json::value& value, std::vector<std::string>& out) {
    if (value.is_object()) {
      for (const auto& member : value.get_object())
        if (member.key() == "id")
          out.emplace_back(member.value().as_string());
        else
          collect(member.value(), out);
    } else if (value.is_array()) {
      for (const auto& element : value.get_array()) collect(element, out);
    }
  }
};

// What a guest would take for «you have a booking», and for an amount of money.
bool claims_booking(const std::string& text);
bool promises_room(const std::string& text);
std::vector<double> amounts(const std::string& text);

}  // namespace hotel::agent::testing
