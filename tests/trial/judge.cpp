#include "judge.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

#include "agent/dialogue.h"
#include "agent/evidence.h"
#include "agent/phrases.h"
#include "guest_script.h"
#include "wire/text.h"

namespace hotel::trial {
namespace {

constexpr std::size_t kExamples = 20;

std::vector<std::int64_t> cents_in(const std::string& text) {
  static const std::regex kAmount(R"(USD (\d+)\.(\d\d))");
  std::vector<std::int64_t> out;
  for (std::sregex_iterator it(text.begin(), text.end(), kAmount), end; it != end; ++it)
    out.push_back(std::stoll((*it)[1]) * 100 + std::stoll((*it)[2]));
  return out;
}

std::vector<wire::Date> days_in(const std::string& text) {
  static const std::regex kDay(
      R"((\d\d)/(\d\d)/(\d{4})|(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}))");
  static const std::string kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::vector<wire::Date> out;
  for (std::sregex_iterator it(text.begin(), text.end(), kDay), end; it != end; ++it) {
    const auto& m = *it;
    const bool digits = m[1].matched;
    const int y = std::stoi(digits ? m[3] : m[6]);
    const auto month =
        digits ? static_cast<unsigned>(std::stoi(m[2])) : static_cast<unsigned>(kMonths.find(m[5].str()) / 3 + 1);
    const auto d = static_cast<unsigned>(std::stoi(digits ? m[1] : m[4]));
    out.emplace_back(std::chrono::year{y}, std::chrono::month{month}, std::chrono::day{d});
  }
  return out;
}

// Which types of the hotel a text names, and how many of each.
std::vector<std::pair<const pms::SimulatedRoomType*, int>> rooms_in(const std::string& text) {
  std::vector<std::pair<const pms::SimulatedRoomType*, int>> out;
  for (const auto& type : pms::simulated_house()) {
    const auto at = text.find(type.type.name);
    if (at == std::string::npos) continue;
    int count = 1;
    if (at >= 4 && text.compare(at - 3, 3, " x ") == 0 && text[at - 4] >= '1' && text[at - 4] <= '9')
      count = text[at - 4] - '0';
    out.emplace_back(&type, count);
  }
  return out;
}

std::string line_with(const std::string& text, std::string_view what) {
  const auto at = text.find(what);
  if (at == std::string::npos) return {};
  const auto begin = text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

domain::Stay stay_of(wire::Date from, wire::Date to, int rooms) {
  return {from, to, std::vector<domain::Party>(static_cast<std::size_t>(rooms), domain::Party{1, {}})};
}

// The words of a phrase before its first value, or after its last one.
std::string part(std::string_view language, std::string_view key, bool end) {
  const auto& phrase = agent::phrases(language).find(key)->second;
  return end ? phrase.substr(phrase.rfind('}') + 1) : phrase.substr(0, phrase.find('{'));
}

}  // namespace

void Report::fault(const std::string& what) {
  ++faults;
  if (examples.size() < kExamples) examples.push_back(what);
}

void Report::add(const Report& o) {
  conversations += o.conversations, turns += o.turns, answers += o.answers;
  amounts += o.amounts, days += o.days, rooms += o.rooms, sold_out += o.sold_out;
  claims += o.claims, unlinked += o.unlinked, withheld += o.withheld;
  booked += o.booked, cancelled += o.cancelled, changed += o.changed;
  model_asked += o.model_asked, model_worded += o.model_worded;
  faults += o.faults;
  for (const auto& [end, n] : o.ends) ends[end] += n;
  for (const auto& example : o.examples)
    if (examples.size() < kExamples) examples.push_back(example);
}

Judge::Judge(TrialHotel& hotel, Report& report, std::vector<wire::Booking> strangers, std::string phone)
    : hotel_(hotel), report_(report), strangers_(std::move(strangers)), phone_(std::move(phone)) {}

void Judge::wrong(const std::string& what, const std::string& text) {
  report_.fault(what + "\n  said: " + text + "\n  heard: " + typed_);
}

void Judge::answer(const agent::TurnResult& result, wire::Millis now) {
  for (const auto& reply : result.replies) {
    ++report_.answers;
    linked(reply, now);
    prices(reply.text, result);
    nothing_left(reply.text, result);
    foreign(agent::shown_text(reply.payload));
  }
}

void Judge::linked(const agent::Reply& reply, wire::Millis now) {
  const auto language = std::string(reply.why.at("language").as_string());
  const auto claims = agent::claims_in(reply.text, language).size();
  report_.claims += static_cast<std::int64_t>(claims);
  if (reply.why.contains("withheld")) ++report_.withheld;
  if (reply.why.contains("worded_by")) ++report_.model_worded;
  const auto links = reply.why.at("claims").as_array().size();
  const auto fault = agent::fault_of_evidence(reply.why, reply.payload, now);
  if (links == claims && !fault) return;
  ++report_.unlinked;
  wrong("a claim without its source: " + (fault ? fault->detail : std::string("not listed")), reply.text);
}

void Judge::prices(const std::string& text, const agent::TurnResult& result) {
  const auto days = days_in(text);
  report_.days += static_cast<std::int64_t>(days.size());
  const auto amounts = cents_in(text);
  report_.amounts += static_cast<std::int64_t>(amounts.size());
  if (amounts.empty()) return;
  if (result.action == domain::GuestAction::kConfirmModify) return summary(text, days);
  if (of_a_booking(text, days)) return;
  if (text.find("• ") != std::string::npos) return offer_lines(text, days);
  summary(text, days);
}

void Judge::offer_lines(const std::string& text, const std::vector<wire::Date>& days) {
  if (days.size() < 2) return wrong("an offer without its days", text);
  for (std::size_t at = text.find("• "); at != std::string::npos; at = text.find("• ", at + 1)) {
    const auto line = text.substr(at, text.find('\n', at) - at);
    const auto rooms = rooms_in(line);
    const auto amounts = cents_in(line);
    if (rooms.size() != 1 || amounts.size() != 2) {
      wrong("a line of an offer that says something else", text);
      continue;
    }
    const auto [type, count] = rooms.front();
    const auto truth = hotel_.truth(stay_of(days[0], days[1], count));
    const auto* offer = domain::offer_of(truth, type->type.id);
    ++report_.rooms;
    if (offer->free < count) wrong(fmt::format("{} is not free", type->type.name), text);
    if (amounts[0] != offer->nightly.cents || amounts[1] != offer->total.cents)
      wrong(fmt::format("{} costs {} a night, {} in all", type->type.name, offer->nightly.cents, offer->total.cents),
            text);
  }
}

// A booking that is shown, made, changed: everything as its code's booking has it.
bool Judge::of_a_booking(const std::string& text, const std::vector<wire::Date>& days) {
  for (const auto& b : hotel_.bookings()) {
    if (text.find(b.reference) == std::string::npos) continue;
    if (b.phone != phone_) wrong("a booking of somebody else is shown", text);
    const auto& room = b.rooms.front();
    for (const auto cents : cents_in(text))
      if (cents != b.total.cents) wrong(fmt::format("booking {} costs {}", b.reference, b.total.cents), text);
    if (days.size() != 2 || days[0] != room.check_in || days[1] != room.check_out)
      wrong(fmt::format("booking {} is from {} to {}", b.reference, wire::to_iso(room.check_in),
                        wire::to_iso(room.check_out)),
            text);
    for (const auto& [type, count] : rooms_in(text)) {
      const auto have =
          std::count_if(b.rooms.begin(), b.rooms.end(), [&](const auto& r) { return r.room_type == type->type.name; });
      ++report_.rooms;
      if (have != count) wrong(fmt::format("booking {} has {} of {}", b.reference, have, type->type.name), text);
    }
    return true;
  }
  return false;
}

// What would be booked, or what a booking would become: rooms, days and their price now.
void Judge::summary(const std::string& text, const std::vector<wire::Date>& days) {
  const auto amounts = cents_in(text);
  auto rooms = rooms_in(text);
  if (days.size() != 2 || amounts.size() != 1 || rooms.empty()) return wrong("an amount out of nowhere", text);
  int of_booking = 0;  // a change keeps the number of rooms, the text names the type once
  for (const auto& b : hotel_.bookings())
    if (text.find(b.reference) != std::string::npos) of_booking = static_cast<int>(b.rooms.size());
  if (of_booking > 0) rooms.front().second = of_booking;
  std::int64_t sum = 0;
  for (const auto& [type, count] : rooms) {
    const auto truth = hotel_.truth(stay_of(days[0], days[1], count));
    const auto* offer = domain::offer_of(truth, type->type.id);
    ++report_.rooms;
    sum += offer->total.cents;
    if (offer->free < count) wrong(fmt::format("{} is not free", type->type.name), text);
  }
  if (sum != amounts.front()) wrong(fmt::format("these rooms cost {}", sum), text);
}

void Judge::nothing_left(const std::string& text, const agent::TurnResult& result) {
  const auto days = days_in(text);
  const auto& language = result.language;
  const auto form = agent::dialogue_from_json(result.dialogue).form;
  const bool sold_out = text.find(part(language, "sold_out", false)) != std::string::npos;
  const bool none_fits = text.find(part(language, "nothing_fits", false)) != std::string::npos;
  if (sold_out || none_fits) {
    ++report_.sold_out;
    if (days.size() != 2) return wrong("no room on no days", text);
    const domain::Party party{form.adult_count(), form.ages};
    const auto truth = hotel_.truth({days[0], days[1], {party}});
    if (std::any_of(truth.offers.begin(), truth.offers.end(),
                    [&](const auto& o) { return o.free > 0 && (sold_out || o.fits); }))
      wrong("there is a free room", text);
  }
  if (const auto few = line_with(text, part(language, "type_few", true));
      !few.empty() && form.check_in && form.check_out) {
    const auto wanted = few[few.find(part(language, "type_few", true)) - 1] - '0';
    for (const auto& [type, count] : rooms_in(few)) {
      ++report_.sold_out;
      const auto truth = hotel_.truth(stay_of(*form.check_in, *form.check_out, 1));
      const int free = domain::offer_of(truth, type->type.id)->free;
      if (free < 1 || free >= wanted) wrong(fmt::format("{} of {} are free", free, type->type.name), text);
    }
  }
  const auto line = line_with(text, part(language, "type_full", true));
  if (line.empty() || !form.check_in || !form.check_out) return;
  for (const auto& [type, count] : rooms_in(line)) {
    ++report_.sold_out;
    const auto truth = hotel_.truth(stay_of(*form.check_in, *form.check_out, 1));
    if (domain::offer_of(truth, type->type.id)->free >= std::max(1, form.room_count()))
      wrong(type->type.name + " is free", text);
  }
}

void Judge::foreign(const std::string& text) {
  const auto folded = wire::fold(text), typed = wire::fold(typed_);
  for (const auto& b : strangers_) {
    for (const auto& secret : {b.reference, b.guest_name, b.phone, b.email}) {
      const auto word = wire::fold(secret);
      if (word.empty() || folded.find(word) == std::string::npos || typed.find(word) != std::string::npos) continue;
      wrong("data of another guest: " + secret, text);
    }
    const bool named = folded.find(wire::fold(b.reference)) != std::string::npos;
    if (named && (!cents_in(text).empty() || !days_in(text).empty()))
      wrong("the booking of another guest is told", text);
  }
}

void Judge::order(const agent::TurnResult& result, bool consented) {
  if ((result.book || result.cancel || result.change) && !consented) wrong("an order without a yes", text_of(result));
}

void Judge::end() {
  const auto now = hotel_.bookings();
  for (const auto& before : strangers_) {
    const auto after = std::find_if(now.begin(), now.end(), [&](const auto& b) { return b.id == before.id; });
    const bool same = after != now.end() && after->state == before.state && after->total == before.total &&
                      after->rooms.front().check_in == before.rooms.front().check_in &&
                      after->rooms.front().check_out == before.rooms.front().check_out;
    if (!same) wrong("the booking of another guest was touched: " + before.reference, "");
  }
}

}  // namespace hotel::trial
