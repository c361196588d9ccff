#include "app/commands/rehearsal.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/json/array.hpp>
#include <stdexcept>

#include "agent/agent.h"
#include "agent/dialogue.h"
#include "base/clock.h"
#include "pms/simulated.h"
#include "pms/simulated_world.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::app {
namespace {

namespace json = boost::json;
using domain::GuestAction;

constexpr std::string_view kPhone = "5491155550100";

template <class T>
T run(rt::Task<T> task) {
  boost::asio::io_context io;
  auto done = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  io.run();
  return done.get();
}

class NoonClock final : public base::Clock {
 public:
  explicit NoonClock(wire::Date day)
      : now_(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::sys_days{day}.time_since_epoch())
                 .count() +
             12LL * 3'600'000) {}
  wire::Millis now() const override { return now_; }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{std::chrono::milliseconds{now_}};
  }
  void pass(wire::Millis time) { now_ += time; }

 private:
  wire::Millis now_;
};

// The world's answers under the keys of the knowledge base, the same text in every language.
std::vector<ports::KnowledgeEntry> knowledge_of(const json::value& world) {
  std::vector<ports::KnowledgeEntry> out;
  const auto put = [&](std::string key, const std::string& text) {
    if (text.empty()) return;
    for (const std::string language : {"es", "en", "pt"}) {
      ports::KnowledgeEntry entry;
      entry.key = key;
      entry.language = language;
      entry.text = text;
      out.push_back(std::move(entry));
    }
  };
  if (const auto* faq = wire::object_of(world, "faq"))
    for (const auto& entry : *faq)
      if (entry.value().is_string()) {
        const std::string key(entry.key());
        put(key == "location" ? "address" : key, std::string(entry.value().get_string()));
      }
  if (const auto* hotel = wire::member(world, "hotel")) {
    put("check_in_time", wire::text_of(*hotel, "check_in_from"));
    put("check_out_time", wire::text_of(*hotel, "check_out_until"));
  }
  return out;
}

agent::House house_of(const json::value& world) {
  agent::House house;
  if (const auto* hotel = wire::member(world, "hotel")) {
    house.name = wire::text_of(*hotel, "name");
    house.currency = wire::text_of(*hotel, "currency");
  }
  return house;
}

class Rehearsal {
 public:
  Rehearsal(const json::value& dialogue, const json::value& world, pms::SimulatedWorld hotel, wire::Date day)
      : clock_(day),
        house_(house_of(world)),
        pms_(config(std::move(hotel)), clock_),
        agent_(pms_, house_),
        knowledge_(knowledge_of(world)),
        language_(wire::text_of(dialogue, "lang")) {}

  json::object turn(const std::string& text) {
    auto action = GuestAction::kFallback;
    if (silent_)
      action = GuestAction::kOptedOut;
    else if (with_staff_)
      action = GuestAction::kHandoff;
    else
      action = answer(text);
    json::object out;
    out["slots"] = agent::slots_json(agent::dialogue_from_json(state_));
    out["action"] = name(action);
    return out;
  }

 private:
  pms::SimulatedConfig config(pms::SimulatedWorld hotel) const {
    pms::SimulatedConfig out;
    out.currency = house_.currency;
    out.guest_mail_domain = "guest.invalid.example";
    out.world = std::move(hotel);
    return out;
  }

  GuestAction answer(const std::string& text) {
    clock_.pass(60'000);
    agent::TurnInput input;
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      wire::Message message;
      message.text = text.substr(at, end - at);
      if (!message.text.empty()) input.messages.push_back(std::move(message));
      at = end + 1;
    }
    input.dialogue = state_;
    input.language = language_;
    input.phone = kPhone;
    input.now = clock_.now();
    input.today = *wire::parse_iso(wire::to_rfc3339(clock_.now()).substr(0, 10));
    input.knowledge = knowledge_;
    input.bookings = bookings();
    auto result = run(agent_.turn(std::move(input)));
    take(result);
    if (result.book) return ended(result, book(result.book->request));
    if (result.cancel) return ended(result, cancel(result.cancel->booking_id));
    if (result.change) return ended(result, change(*result.change));
    return result.action;
  }

  void take(const agent::TurnResult& result) {
    state_ = result.dialogue;
    if (!result.language.empty()) language_ = result.language;
    with_staff_ = with_staff_ || result.hand_over;
    silent_ = silent_ || result.opt_out;
  }

  using End = std::pair<agent::OrderEnd, std::optional<wire::Booking>>;
  GuestAction ended(const agent::TurnResult& result, const End& end) {
    const auto told = agent_.order_ended(end.first, end.second, result.dialogue, language_, clock_.now());
    take(told);
    return told.action;
  }

  std::optional<wire::Booking> read(const std::string& id) {
    auto found = run(pms_.booking(id));
    return found ? std::optional{std::move(*found)} : std::nullopt;
  }
  End book(domain::BookingRequest request) {
    const auto made = run(pms_.book(std::move(request)));
    if (!made) return {agent::OrderEnd::kLost, std::nullopt};
    return {agent::OrderEnd::kConfirmed, read(*made)};
  }
  End cancel(const std::string& id) {
    const auto done = run(pms_.cancel(id));
    return {done ? agent::OrderEnd::kCancelled : agent::OrderEnd::kCancelFailed, read(id)};
  }
  End change(const agent::ChangeOrder& order) {
    auto changed = run(pms_.change_stay(order.booking_id, order.change));
    if (!changed) return {agent::OrderEnd::kModifyFailed, read(order.booking_id)};
    return {agent::OrderEnd::kModified, std::move(*changed)};
  }

  std::vector<wire::Booking> bookings() {
    auto all = run(pms_.reconcile(wire::Date{}));
    return all ? std::move(all->changed) : std::vector<wire::Booking>{};
  }

  NoonClock clock_;
  agent::House house_;
  pms::SimulatedHotel pms_;
  agent::Agent agent_;
  std::vector<ports::KnowledgeEntry> knowledge_;
  std::string language_;
  json::object state_;
  bool with_staff_ = false, silent_ = false;
};

}  // namespace

json::object rehearse(const json::value& dialogue, const json::value& world) {
  auto hotel = pms::world_from_json(world);
  if (!hotel)
    throw std::runtime_error("the world holds no hotel: hotel, room_types[{room_type,max_guests,rate,count}]");
  if (const auto* own = wire::member(dialogue, "world")) pms::add_to_world(*hotel, *own, std::string(kPhone));
  const auto day = wire::parse_iso(wire::text_of(dialogue, "ref_date"));
  json::array turns;
  Rehearsal rehearsal(dialogue, world, std::move(*hotel),
                      day.value_or(wire::Date{std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}}));
  if (const auto* given = wire::array_of(dialogue, "turns"))
    for (const auto& turn : *given) turns.push_back(rehearsal.turn(wire::text_of(turn, "user")));
  return {{"id", wire::text_of(dialogue, "id")}, {"turns", std::move(turns)}};
}

}  // namespace hotel::app
