// Every text of ours, filled with facts at random, claims nothing but these facts; with one digit changed it does.
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "agent/claims.h"
#include "agent/phrases.h"
#include "agent/wording.h"

namespace hotel::agent {
namespace {

constexpr wire::Millis kNow = 1'795'000'000'000;

class World {
 public:
  World(std::string language, unsigned seed) : language_(std::move(language)), random_(seed) {
    const auto in = wire::add_days(*wire::parse_iso("2026-11-24"), at_most(400));
    nights_ = 1 + at_most(28);
    day("check_in", in);
    day("check_out", wire::add_days(in, nights_));
    day("other", wire::add_days(in, 40 + at_most(20)));
    day("other_out", wire::add_days(in, 70 + at_most(20)));
    money("nightly", 1000 + at_most(99999));
    money("total", 100000 + at_most(9'999'999));
    domain::StayForm form;
    form.adults = 1 + at_most(8);
    form.children = at_most(4);
    add("people", people_text(language_, form), says_count("adult", *form.adults));
    facts_.back().says.push_back("count:child " + std::to_string(*form.children));
    add("nights", nights_text(language_, nights_), says_count("night", nights_));
    const auto n = 2 + at_most(20), rooms = 2 + at_most(7);
    add("n", std::to_string(n), {});
    for (const auto* noun : {"night", "adult", "child", "guest"}) {
      const auto said = says_count(noun, n);
      facts_.back().says.insert(facts_.back().says.end(), said.begin(), said.end());
    }
    add("rooms", std::to_string(rooms), says_count("room", rooms));
    static const std::array<const char*, 6> kRooms{"Double Room",   "Suite",          "Family Room",
                                                   "General Rooms", "Deluxe King 45", "Twin"};
    const auto room = room_text(language_, kRooms[static_cast<std::size_t>(at_most(5))]);
    add("room", room, says_text(room, language_));
    std::string code;
    while (code.size() < 9) code += static_cast<char>('A' + at_most(25));
    add("code", code, {"code:" + code});
    add("codes", code, {"code:" + code});
    for (const auto& [name, text] : std::initializer_list<std::pair<std::string, std::string>>{
             {"name", "Lucía Ferrer"},
             {"hotel", "Hotel Costa 21"},
             {"address", "Calle Mayor " + std::to_string(10 + at_most(900))},
             {"state", say(language_, "state_confirmed")}})
      add(name, text, says_text(text, language_));
  }

  std::string fill(const std::string& key) {
    const auto& phrase = phrases(language_).find(key)->second;
    std::erase_if(facts_, [&](const Fact& f) { return phrase.find("{" + f.what + "}") == std::string::npos; });
    // What the text says by itself ("up to 90 nights") is known too.
    add("", "", says_text(say(language_, key), language_));
    return said(phrase);
  }
  std::vector<Claim> unbound_of(const std::string& text) const {
    return unbound(claims_in(text, language_), facts_, kNow, 60'000);
  }
  int at_most(int n) { return std::uniform_int_distribution<int>(0, n)(random_); }

 private:
  void add(const std::string& name, const std::string& value, std::vector<std::string> says) {
    if (!name.empty()) values_.emplace_back(name, value);
    facts_.push_back({name, value, "pms", kNow - 1000, std::move(says)});
  }
  void day(const std::string& name, wire::Date day) { add(name, day_text(language_, day), says_day(day)); }
  void money(const std::string& name, int cents) {
    const wire::Money amount{cents, "USD"};
    add(name, money_text(amount), says_money(amount));
  }
  std::string said(std::string text) const {  // as say() does it, for values that are only known at run time
    for (const auto& [name, value] : values_)
      for (auto at = text.find("{" + name + "}"); at != std::string::npos; at = text.find("{" + name + "}"))
        text.replace(at, name.size() + 2, value);
    return text;
  }

  std::string language_;
  std::mt19937 random_;
  int nights_ = 0;
  std::vector<std::pair<std::string, std::string>> values_;
  std::vector<Fact> facts_;
};

std::string list(const std::string& text, const std::vector<Claim>& claims) {
  std::string out = text;
  for (const auto& c : claims) out += "\n  " + says(c) + " <" + text.substr(c.begin, c.end - c.begin) + ">";
  return out;
}

bool of_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == '/';
}
std::string number_around(const std::string& text, std::size_t at) {
  auto begin = at, end = at;
  while (begin > 0 && of_number(text[begin - 1])) --begin;
  while (end < text.size() && of_number(text[end])) ++end;
  while (end > begin && (text[end - 1] == '.' || text[end - 1] == '/')) --end;  // of the sentence
  return text.substr(begin, end - begin);
}
std::set<std::string> numbers(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] >= '0' && text[i] <= '9') out.insert(number_around(text, i));
  return out;
}

class ClaimsProperty : public testing::TestWithParam<const char*> {};

TEST_P(ClaimsProperty, FactsInOurTextsAreBoundAndAChangedDigitIsNot) {
  const std::string language = GetParam();
  int texts = 0, changed = 0;
  for (unsigned seed = 0; seed < 8; ++seed)
    for (const auto& [key, phrase] : phrases(language)) {
      World world(language, seed * 1000 + static_cast<unsigned>(texts % 997));
      const auto text = world.fill(key);
      const auto left = world.unbound_of(text);
      ASSERT_TRUE(left.empty()) << key << ": " << list(text, left);
      ++texts;
      std::vector<std::size_t> digits;
      for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
      for (int again = 0; again < 3 && !digits.empty(); ++again) {
        const auto at = digits[static_cast<std::size_t>(world.at_most(static_cast<int>(digits.size()) - 1))];
        auto other = text;
        other[at] = static_cast<char>('0' + (text[at] - '0' + 1 + world.at_most(8)) % 10);
        if (numbers(text).contains(number_around(other, at))) continue;        // another true value by chance
        if (key == "more_rooms" && number_around(other, at) == "1") continue;  // the text speaks of one room itself
        ASSERT_FALSE(world.unbound_of(other).empty()) << key << ": " << other << "\ninstead of\n" << text;
        ++changed;
      }
    }
  EXPECT_GT(texts, 800);
  EXPECT_GT(changed, 400);
}

INSTANTIATE_TEST_SUITE_P(Languages, ClaimsProperty, testing::Values("es", "en", "pt"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace hotel::agent
