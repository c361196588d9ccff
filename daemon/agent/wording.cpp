#include "agent/wording.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "agent/phrases.h"
#include "wire/text.h"

namespace hotel::agent {
namespace {

namespace json = boost::json;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : wire::fold(text))
    if (c == ' ' || c == '-' || c == '/' || c == '(' || c == ')')
      out.emplace_back();
    else
      out.back().push_back(c);
  std::erase_if(out, [](const std::string& w) { return w.empty(); });
  return out;
}

struct Names {
  std::string_view type;
  std::array<std::string_view, 8> words;
};
// Words by which a PMS may call a type, in the three languages; the beginning of a word is enough.
constexpr std::array<Names, 11> kNames{
    {{"single", {"single", "individual", "sencill", "simple", "solteiro"}},
     {"double", {"double", "doble", "dupl", "matrimonial", "casal", "queen", "king"}},
     {"twin", {"twin", "gemela", "gemeo"}},
     {"triple", {"tripl"}},
     {"quadruple", {"quad", "cuadru", "quadru"}},
     {"family", {"famil"}},
     {"suite", {"suit"}},
     {"apartment", {"apart", "departament", "depto"}},
     {"accessible", {"access", "acces", "acess", "wheelchair"}},
     {"standard", {"standard", "estandar", "padrao", "general", "classic"}},
     {"deluxe", {"delux", "luxur", "lujo", "luxo"}}}};

std::string_view type_of(const std::string& word) {
  for (const auto& names : kNames)
    for (const auto w : names.words)
      if (!w.empty() && word.starts_with(w)) return names.type;
  return {};
}

std::string counted(std::string_view language, std::string_view one, std::string_view many, int n) {
  return n == 1 ? say(language, one) : say(language, many, {{"n", std::to_string(n)}});
}

json::object interactive(std::string_view kind, const std::string& text, json::object action) {
  return {{"type", "interactive"},
          {"interactive",
           json::object{
               {"type", kind}, {"body", json::object{{"text", clipped(text, 1000)}}}, {"action", std::move(action)}}}};
}

}  // namespace

std::string day_text(std::string_view language, wire::Date day) {
  const auto y = static_cast<int>(day.year());
  const auto m = static_cast<unsigned>(day.month()), d = static_cast<unsigned>(day.day());
  if (language != "en") return fmt::format("{:02}/{:02}/{}", d, m, y);
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {} {}", d, kMonths[m - 1], y);
}

std::string money_text(const wire::Money& money) {
  return money.currency + " " + wire::to_decimal(money.cents);
}
std::string nights_text(std::string_view language, int nights) {
  return counted(language, "one_night", "many_nights", nights);
}

std::string people_text(std::string_view language, const domain::StayForm& form) {
  if (!form.adults) return counted(language, "one_guest", "many_guests", form.guests.value_or(0));
  auto out = counted(language, "one_adult", "many_adults", *form.adults);
  if (form.children.value_or(0) > 0)
    out += " " + say(language, "and") + " " + counted(language, "one_child", "many_children", *form.children);
  return out;
}

std::string_view room_word(const std::string& pms_name) {
  for (const auto& word : words_of(pms_name))
    if (const auto type = type_of(word); !type.empty()) return type;
  return {};
}

std::string room_text(std::string_view language, const std::string& pms_name) {
  const auto words = words_of(pms_name);
  const auto type = room_word(pms_name);
  if (type.empty()) return pms_name;
  const auto translated = say(language, fmt::format("room_{}", type));
  const auto folded = wire::fold(translated);
  const bool same = std::find(words.begin(), words.end(), folded) != words.end();
  return same ? pms_name : fmt::format("{} ({})", pms_name, translated);
}

const domain::RoomType* match_room(std::string_view wish, const std::vector<domain::RoomType>& types) {
  const domain::RoomType* best = nullptr;
  std::size_t best_words = 0;
  for (const auto& type : types) {
    const auto words = words_of(type.name);
    if (std::none_of(words.begin(), words.end(), [&](const std::string& w) { return type_of(w) == wish; })) continue;
    if (!best || words.size() < best_words) best = &type, best_words = words.size();
  }
  return best;
}

std::string clipped(std::string text, std::size_t characters) {
  std::size_t seen = 0, at = 0;
  while (at < text.size() && seen < characters) {
    const auto c = static_cast<unsigned char>(text[at]);
    at += c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    seen += c >= 0xF0 ? 2 : 1;  // Graph counts UTF-16 units
  }
  if (at < text.size()) text.resize(at);
  return text;
}

json::object text_payload(const std::string& text) {
  return {{"type", "text"}, {"text", json::object{{"body", clipped(text, 4000)}}}};
}

json::object buttons_payload(const std::string& text, const std::vector<Choice>& buttons) {
  json::array out;
  for (const auto& b : buttons)
    out.push_back(
        json::object{{"type", "reply"}, {"reply", json::object{{"id", b.id}, {"title", clipped(b.title, 20)}}}});
  return interactive("button", text, {{"buttons", std::move(out)}});
}

json::object list_payload(const std::string& text, const std::string& button, const std::vector<Choice>& rows) {
  json::array out;
  for (const auto& r : rows) {
    json::object row{{"id", r.id}, {"title", clipped(r.title, 24)}};
    if (!r.description.empty()) row["description"] = clipped(r.description, 72);
    out.push_back(std::move(row));
  }
  return interactive(
      "list", text,
      {{"button", clipped(button, 20)}, {"sections", json::array{json::object{{"rows", std::move(out)}}}}});
}

}  // namespace hotel::agent
