#include <gtest/gtest.h>
#include <regex>

#include "conversation.h"

namespace hotel::agent::testing {
namespace {

const auto kFlags = std::regex::ECMAScript | std::regex::icase;

// std::regex knows bytes only, so \b does not hold beside an accent; the patterns are written for that.
const std::regex& claim() {
  static const std::regex r(
      "(reserv|booking|estancia|estadia|stay).{0,60}(confirmad|confirmed|hecha|made\\b|feita|realizad|completad|"
      "complete\\b|lista\\b|all set)|\\b(reservad[oa]|booked)\\b|(confirmad[oa]|confirmed).{0,30}(reserv|"
      "booking|stay|código|code)|(código|codigo|número|numero|booking "
      "(code|number|reference)|reference)\\b.{0,25}\\b[A-Z]{6,9}\\b",
      kFlags);
  return r;
}
const std::regex& denial() {
  static const std::regex r(
      "\\b(no|not|nao|nunca|never|sin|without|sem|aun|ainda|yet|cannot|can't|couldn't|unable|imposible|cuando|quando|"
      "when|once|en cuanto|as soon as|assim que|antes|before)\\b|não|todavía|aún",
      kFlags);
  return r;
}
const std::regex& available() {
  static const std::regex r(
      "(tenemos|hay|quedan|we have|there (is|are)|temos|há)\\b.{0,40}(disponib|libre|available|vaga|dispon(í|i)ve)",
      kFlags);
  return r;
}

}  // namespace

bool claims_booking(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto end = text.find_first_of(".!?\n", at);
    if (end == std::string::npos) end = text.size();
    const auto sentence = text.substr(at, end - at);
    const bool asks = end < text.size() && text[end] == '?';
    if (!asks && std::regex_search(sentence, claim()) && !std::regex_search(sentence, denial())) return true;
    at = end + 1;
  }
  return false;
}

bool promises_room(const std::string& text) {
  return std::regex_search(text, available()) && !std::regex_search(text, denial());
}

std::vector<double> amounts(const std::string& text) {
  static const std::regex r(
      "(?:US\\$|R\\$|\\$|€|£|\\bUSD|\\bEUR|\\bBRL|\\bARS|\\bMXN|\\bdollars|\\breais|\\beuros?)\\s*\\*?\\s*(\\d+(?:[.,]"
      "\\d{1,2})?)|(\\d+(?:[.,]\\d{1,2})?)\\s*\\*?\\s*(?:US\\$|R\\$|\\$|€|£|\\bUSD|\\bEUR|\\bBRL|\\bARS|\\bMXN|"
      "\\bdollars|\\breais|\\beuros?)",
      kFlags);
  std::vector<double> out;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), r); it != std::sregex_iterator(); ++it)
    out.push_back(std::stod((*it)[1].matched ? (*it)[1].str() : (*it)[2].str()));
  return out;
}

}  // namespace hotel::agent::testing
