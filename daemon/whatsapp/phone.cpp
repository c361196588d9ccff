#include "whatsapp/phone.h"

#include <algorithm>

namespace hotel::whatsapp {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// Without Argentina's national 0 and the 15 behind the area code, which marks a mobile: 011 15-0000-0101 is 54 9 11
// 0000 0101.
std::string argentine(const std::string& typed) {
  std::string national = typed;
  bool mobile = national.size() > 10 && national.starts_with('9');
  if (mobile) national.erase(0, 1);
  if (national.starts_with('0')) national.erase(0, 1);
  if (national.size() == 12) {
    for (std::size_t area = national.starts_with("11") ? 2 : 3; area <= 4; ++area) {
      if (national.compare(area, 2, "15") != 0) continue;
      national.erase(area, 2);
      mobile = true;
      break;
    }
  }
  if (national.size() != 10) return "54" + typed;  // no form that is known: leave it alone
  return (mobile ? "549" : "54") + national;
}

std::string mexican(std::string national) {
  for (const std::string_view prefix : {"044", "045", "01"})
    if (national.starts_with(prefix) && national.size() == prefix.size() + 10)
      return "52" + national.substr(prefix.size());
  return "52" + national;
}

std::string brazilian(std::string national) {
  if (national.starts_with('0') && national.size() >= 11) national.erase(0, 1);
  return "55" + national;
}

std::string without_trunk(std::string_view country, std::string national) {
  if (country == "54") return argentine(national);
  if (country == "52") return mexican(std::move(national));
  if (country == "55") return brazilian(std::move(national));
  // Italy keeps its 0; elsewhere a leading 0 is the national prefix.
  if (country != "39" && national.starts_with('0')) national.erase(0, 1);
  return std::string{country} + national;
}

}  // namespace

bool is_phone(std::string_view text) {
  return text.size() >= 7 && text.size() <= 15 && std::all_of(text.begin(), text.end(), digit);
}

bool is_user_id(std::string_view text) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto inner = [&](char c) { return digit(c) || upper(c) || (c >= 'a' && c <= 'z') || c == '.'; };
  return text.size() > 3 && text.size() <= 160 && upper(text[0]) && upper(text[1]) && text[2] == '.' &&
         std::all_of(text.begin() + 3, text.end(), inner);
}

std::vector<std::string> variants(std::string_view wa_id) {
  if (!is_phone(wa_id)) return {};
  std::vector<std::string> out{std::string{wa_id}};
  const auto add = [&](std::string other) { out.push_back(std::move(other)); };
  if (wa_id.starts_with("549") && wa_id.size() == 13) {
    add("54" + std::string{wa_id.substr(3)});
  } else if (wa_id.starts_with("54") && wa_id.size() == 12) {
    add("549" + std::string{wa_id.substr(2)});
  } else if (wa_id.starts_with("521") && wa_id.size() == 13) {
    add("52" + std::string{wa_id.substr(3)});
  } else if (wa_id.starts_with("52") && wa_id.size() == 12) {
    add("521" + std::string{wa_id.substr(2)});
  } else if (wa_id.starts_with("55") && (wa_id.size() == 12 || wa_id.size() == 13)) {
    const std::string area{wa_id.substr(0, 4)};
    const std::string_view rest = wa_id.substr(4);
    const auto mobile = [](std::string_view number) { return number.front() >= '6' && number.front() <= '9'; };
    if (rest.size() == 8 && mobile(rest)) add(area + "9" + std::string{rest});
    if (rest.size() == 9 && rest.front() == '9' && mobile(rest.substr(1))) add(area + std::string{rest.substr(1)});
  }
  return out;
}

bool same_phone(std::string_view a, std::string_view b) {
  const auto of_a = variants(a);
  return std::find(of_a.begin(), of_a.end(), b) != of_a.end();
}

std::string to_e164(std::string_view digits) {
  return is_phone(digits) ? "+" + std::string{digits} : std::string{};
}

std::optional<std::string> normalise(std::string_view typed, std::string_view country) {
  std::string digits;
  bool international = false;
  for (const char c : typed) {
    if (digit(c)) {
      digits.push_back(c);
    } else if (c == '+' && digits.empty() && !international) {
      international = true;
    } else if (std::string_view{" -.()/\t\xc2\xa0"}.find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (!international && digits.starts_with("00")) {
    international = true;
    digits.erase(0, 2);
  }
  if (international || country.empty()) {
    for (const std::string_view known : {"54", "52", "55"})
      if (digits.starts_with(known) && digits.size() > 10) digits = without_trunk(known, digits.substr(known.size()));
  } else if (!(digits.starts_with(country) && digits.size() >= country.size() + 10)) {
    digits = without_trunk(country, std::move(digits));
  } else {
    digits = without_trunk(country, digits.substr(country.size()));
  }
  if (!is_phone(digits)) return std::nullopt;
  return digits;
}

}  // namespace hotel::whatsapp
