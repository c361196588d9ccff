#include "agent/proactive.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "agent/evidence.h"
#include "agent/phrases.h"
#include "agent/wording.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;
using domain::ProactiveKind;

// A parameter has no line break, no tab and at most four blanks in a row (WhatsApp contract, chapter 9).
std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const char letter = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    if (letter == ' ' && out.ends_with(' ')) continue;
    out += letter;
  }
  return clipped(out, 600);
}

class Writer {
 public:
  Writer(ProactiveKind kind, const ProactiveMaterial& material, const House& house)
      : kind_(kind), m_(material), house_(house) {}

  std::optional<Reply> write() {
    const auto& b = m_.booking;
    facts_.push_back(fact_of_booking(b, m_.language, house_.currency, m_.now));
    const auto& stay = b.rooms.front();
    put("name", b.guest_name);
    switch (kind_) {
      case ProactiveKind::kConfirmation: {
        auto total = b.total;
        if (total.currency.empty()) total.currency = house_.currency;
        put("code", b.reference), put("room", room_text(m_.language, stay.room_type));
        put("check_in", day_text(m_.language, stay.check_in)), put("check_out", day_text(m_.language, stay.check_out));
        put("total", money_text(total));
        break;
      }
      case ProactiveKind::kBeforeArrival:
        put("code", b.reference), put("check_in", day_text(m_.language, stay.check_in));
        break;
      case ProactiveKind::kCheckInInfo:
        if (!put_entry("check_in", "check_in_time") || !put_entry("address", "address")) return std::nullopt;
        break;
      case ProactiveKind::kLateCheckOut:
        if (!free_after()) return std::nullopt;
        put("check_out", day_text(m_.language, stay.check_out));
        if (!put_entry("terms", "late_checkout")) return std::nullopt;
        break;
      case ProactiveKind::kReview:
        break;
    }
    return reply();
  }

 private:
  void put(std::string_view name, const std::string& value) { values_.emplace_back(name, one_line(value)); }

  bool put_entry(std::string_view name, std::string_view key) {
    const auto entry = std::find_if(m_.knowledge.begin(), m_.knowledge.end(),
                                    [&](const auto& k) { return k.key == key && k.language == m_.language; });
    if (entry == m_.knowledge.end() || entry->text.empty()) return false;
    facts_.push_back(fact_of_entry(*entry, m_.language, m_.now));
    put(name, entry->text);
    return true;
  }

  // Nobody has the room after the guest, as far as the PMS holds it now: one of its type is free on the next night.
  bool free_after() {
    if (!m_.next_night) return false;
    for (const auto& offer : m_.next_night->offers) {
      if (offer.type.name != m_.booking.rooms.front().room_type || offer.free < 1) continue;
      facts_.push_back(fact_of_offer("free:" + offer.type.name, room_text(m_.language, offer.type.name), m_.language,
                                     m_.next_night->source, m_.next_night->read_at));
      facts_.back().value = std::to_string(offer.free);
      return true;
    }
    return false;
  }

  // WhatsApp takes no empty parameter.
  std::optional<Reply> reply() const {
    if (std::any_of(values_.begin(), values_.end(), [](const auto& value) { return value.second.empty(); }))
      return std::nullopt;
    const auto word = std::string(domain::name(kind_));
    json::array parameters;
    std::string text = say(m_.language, "proactive_" + word, values_);
    for (const auto& [name, value] : values_) parameters.push_back(json::object{{"type", "text"}, {"text", value}});
    Reply out;
    out.text = text;
    out.payload = {
        {"type", "template"},
        {"template", json::object{{"name", word},
                                  {"language", json::object{{"code", m_.language}}},
                                  {"components", json::array{json::object{{"type", "body"},
                                                                          {"parameters", std::move(parameters)}}}}}}};
    out.purpose = domain::Purpose::kReminder;
    out.why = {{"intent", "proactive"},       {"confidence", 1.0},
               {"language", m_.language},     {"action", word},
               {"facts", facts_json(facts_)}, {"claims", links_json(text, link(text, m_.language, facts_, m_.now))}};
    return out;
  }

  ProactiveKind kind_;
  const ProactiveMaterial& m_;
  const House& house_;
  std::vector<Fact> facts_;
  std::vector<std::pair<std::string_view, std::string>> values_;
};

}  // namespace

std::optional<Reply> proactive_reply(ProactiveKind kind, const ProactiveMaterial& material, const House& house) {
  return Writer(kind, material, house).write();
}

}  // namespace hotel::agent
