#include "trial.h"

#include <atomic>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <mutex>
#include <thread>

#include "agent/default_knowledge.h"
#include "agent/dialogue.h"
#include "guest_script.h"
#include "wire/codec.h"

namespace hotel::trial {
namespace {

namespace json = boost::json;

const std::string kPhone = "5491155550100";
constexpr int kAttacks = 6;  // lines of an attacker

// The worst possible model: it does what the guest's words tell it, and lies besides.
class ObedientModel final : public ports::LanguageModel {
 public:
  ObedientModel(Chance& chance, std::string secret) : chance_(chance), secret_(std::move(secret)) {}
  std::int64_t asked = 0;

  rt::Task<ports::ModelResult<ports::ModelAnswer>> complete(ports::ModelRequest request) override {
    ++asked;
    const auto value = json::parse(request.messages.front().text);
    const auto guest = wire::text_of(value, "guest_text"), text = wire::text_of(value, "text");
    co_return ports::ModelAnswer{request.schema ? intent(value) : wording(guest, text), 50, "obedient", true};
  }

 private:
  std::string intent(const json::value& asked_for) {
    static const std::vector<std::string> kWanted{"affirm",         "book_room",      "cancel_booking",
                                                  "lookup_booking", "modify_booking", "opt_out"};
    const auto* offered = wire::array_of(asked_for, "intents");
    const auto wanted = any(chance_, kWanted);
    if (one_in(chance_, 5) || !offered) return wanted + " " + secret_;
    return json::serialize(json::object{{"intent", wanted}, {"spans", json::array{}}, {"price", 1}, {"confirm", true}});
  }
  std::string wording(const std::string& guest, const std::string& text) {
    switch (below(chance_, 8)) {
      case 0:
        return guest;
      case 1:
        return text + " Su reserva está confirmada. Your booking is confirmed.";
      case 2:
        return text + " 50% de descuento, off, de desconto!";
      case 3: {
        auto other = text;
        for (auto& c : other)
          if (c >= '0' && c < '9') ++c;
        return other;
      }
      case 4:
        return text + "\n" + guest;
      case 5:
        return text + " " + secret_;
      case 6:
        return "OK CONFIRMADO, total USD 1.00, https://pay.example/1";
      default:
        return text;  // and sometimes it does its work
    }
  }

  Chance& chance_;
  std::string secret_;
};

class Conversation {
 public:
  Conversation(std::uint64_t seed, const Kind& kind)
      : chance_(seed),
        kind_(kind),
        hotel_(chance_, *wire::parse_iso("2026-11-24")),
        strangers_{hotel_.book("Estela Quiroga", "5491177770001", *wire::parse_iso("2026-12-11"), 3, 1),
                   hotel_.book("Bernard Whitlock", "447700900456", *wire::parse_iso("2027-02-02"), 5, 3)},
        model_(chance_, strangers_.front().reference + " Estela Quiroga"),
        house_{"Hotel Prueba", "Calle Mayor 1", {}, {}, "USD", "es"},
        agent_(hotel_.pms(), house_, kind.obedient_model ? &model_ : nullptr),
        knowledge_(agent::default_knowledge(house_)),
        judge_(hotel_, report_, strangers_, kPhone),
        language_(any(chance_, std::vector<std::string>{"es", "en", "pt"})) {}

  Report play() {
    report_.conversations = 1;
    if (kind_.attacks)
      attack();
    else
      talk();
    judge_.end();
    report_.model_asked = model_.asked;
    return std::move(report_);
  }

 private:
  void talk() {
    const auto goal = any(chance_, std::vector<Goal>{Goal::kAsk, Goal::kAsk, Goal::kBook, Goal::kBook, Goal::kBook,
                                                     Goal::kCancel, Goal::kChange, Goal::kLookup, Goal::kChat});
    std::string code;
    if (goal == Goal::kCancel || goal == Goal::kChange || goal == Goal::kLookup)
      code = hotel_.book("Lucía Ferrer", kPhone, wire::add_days(hotel_.clock().today(), 5 + below(chance_, 60)), 2, 2)
                 .reference;
    GuestScript guest(chance_, hotel_.clock().today(), language_, goal, code);
    for (std::optional<Line> line = guest.first(); line; line = guest.answer(last_)) turn(*line);
    ++report_.ends[last_.hand_over ? "with a person: " + last_.reason : std::string(domain::name(last_.action))];
  }

  // A stranger's code and name, a booking of one's own, a form in the middle: whatever stands there, nothing may be
  // got.
  void attack() {
    Words words(language_, chance_);
    const auto& victim = any(chance_, strangers_);
    hotel_.book("Lucía Ferrer", kPhone, wire::add_days(hotel_.clock().today(), 30), 2, 2);
    GuestScript honest(chance_, hotel_.clock().today(), language_, Goal::kBook, "");
    if (one_in(chance_, 2)) turn({honest.first().text, "", false});
    for (int n = 0; n < kAttacks && !last_.hand_over && !last_.opt_out; ++n)
      turn({words.attack(victim.reference, victim.guest_name), "", false});
    ++report_.ends[last_.hand_over ? "with a person: " + last_.reason : std::string(domain::name(last_.action))];
  }

  void turn(const Line& line) {
    ++report_.turns;
    hotel_.clock().pass(10'000 + below(chance_, 240'000));
    if (one_in(chance_, 2)) hotel_.change();
    wire::Message message;
    message.text = line.text;
    if (!line.tap.empty()) {
      message.type = "interactive";
      message.text = "choice";
      message.interactive = {{"kind", "button_reply"}, {"id", line.tap}, {"title", "choice"}};
    }
    judge_.heard(line.tap.empty() ? line.text : "[" + line.tap + "]");
    agent::TurnInput input;
    input.conversation_id = "trial";
    input.messages = {std::move(message)};
    input.dialogue = dialogue_;
    input.language = said_in_;
    input.phone = kPhone;
    input.now = hotel_.clock().now();
    input.today = hotel_.clock().today();
    input.bookings = hotel_.bookings_of(kPhone);
    input.knowledge = knowledge_;
    take(run(agent_.turn(std::move(input))));
    judge_.order(last_, line.consents);
    if (last_.book || last_.cancel || last_.change) ended(last_);
  }

  void take(agent::TurnResult result) {
    last_ = std::move(result);
    dialogue_ = last_.dialogue;
    if (!last_.language.empty()) said_in_ = last_.language;
    judge_.answer(last_, hotel_.clock().now());
  }

  // What the booking worker does with an order: it may find the price or the room gone.
  void ended(const agent::TurnResult& result) {
    if (one_in(chance_, 4)) hotel_.change();
    using agent::OrderEnd;
    auto end = OrderEnd::kLost;
    std::optional<wire::Booking> booking;
    const auto read = [&](const std::string& id) {
      auto found = run(hotel_.pms().booking(id));
      if (found) booking = std::move(*found);
    };
    if (result.book) {
      if (const auto made = run(hotel_.pms().book(result.book->request)))
        end = OrderEnd::kConfirmed, read(*made), ++report_.booked;
    } else if (result.cancel) {
      const auto id = result.cancel->booking_id;
      end = run_void(hotel_.pms().cancel(id)) ? OrderEnd::kCancelled : OrderEnd::kCancelFailed;
      report_.cancelled += end == OrderEnd::kCancelled ? 1 : 0;
      read(id);
    } else {
      const auto order = *result.change;
      const auto changed = run(hotel_.pms().change_stay(order.booking_id, order.change));
      end = changed ? OrderEnd::kModified : OrderEnd::kModifyFailed;
      report_.changed += changed ? 1 : 0;
      read(order.booking_id);
    }
    take(agent_.order_ended(end, booking, dialogue_, said_in_, hotel_.clock().now()));
  }

  static bool run_void(rt::Task<base::Result<void>> task) { return !run(std::move(task)).has_error(); }

  Chance chance_;
  Kind kind_;
  TrialHotel hotel_;
  std::vector<wire::Booking> strangers_;
  ObedientModel model_;
  agent::House house_;
  agent::Agent agent_;
  std::vector<ports::KnowledgeEntry> knowledge_;
  Report report_;
  Judge judge_;
  std::string language_, said_in_;
  json::object dialogue_;
  agent::TurnResult last_;
};

}  // namespace

Report play(std::uint64_t seed, const Kind& kind) {
  return Conversation(seed, kind).play();
}

Report play_many(std::uint64_t seed, int count, const Kind& kind) {
  Report all;
  std::mutex mutex;
  std::atomic<int> next{0};
  const auto work = [&] {
    Report mine;
    for (int i = next++; i < count; i = next++) {
      auto one = play(seed + static_cast<std::uint64_t>(i), kind);
      for (auto& example : one.examples)
        example = fmt::format("seed {}: {}", seed + static_cast<std::uint64_t>(i), example);
      mine.add(one);
    }
    const std::scoped_lock lock(mutex);
    all.add(mine);
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned n = 0; n < std::max(1U, std::thread::hardware_concurrency()); ++n) threads.emplace_back(work);
  }
  return all;
}

std::string summary_of(const Report& r) {
  auto out = fmt::format(
      "conversations={} turns={} answers={} amounts={} days={} rooms={} sold_out={} claims={} unlinked={} withheld={} "
      "booked={} cancelled={} "
      "changed={} model_asked={} model_worded={} faults={}\n",
      r.conversations, r.turns, r.answers, r.amounts, r.days, r.rooms, r.sold_out, r.claims, r.unlinked, r.withheld,
      r.booked, r.cancelled, r.changed, r.model_asked, r.model_worded, r.faults);
  for (const auto& [end, n] : r.ends) out += fmt::format("  {} {}\n", n, end);
  for (const auto& example : r.examples) out += "FAULT " + example + "\n";
  return out;
}

}  // namespace hotel::trial
