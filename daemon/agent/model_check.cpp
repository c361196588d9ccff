#include "agent/model_check.h"

#include <algorithm>
#include <fmt/format.h>

#include "nlu/language.h"
#include "wire/text.h"

namespace hotel::agent {
namespace {

struct Letters {
  std::size_t count = 0;
  bool fair = true;  // valid UTF-8; Latin letters, punctuation and emoji; nothing invisible, no control but line breaks
};

bool is_fair(std::uint32_t c) {
  if (c < 0x20) return c == '\n';
  if (c == 0x7F || (c >= 0x80 && c <= 0x9F) || c == 0xAD) return false;
  if (c <= 0x24F) return true;
  if (c >= 0x300 && c <= 0x36F) return true;  // accents written apart
  if (c >= 0x2010 && c <= 0x2027) return true;
  if (c == 0x200D || c == 0xFE0F) return true;  // inside emoji
  if (c >= 0x2030 && c <= 0x205E) return true;
  if ((c >= 0x20A0 && c <= 0x20C0) || (c >= 0x2190 && c <= 0x2BFF)) return true;
  return c >= 0x1F300 && c <= 0x1FAFF;
}

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t i = 0; i < text.size(); ++out.count) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (size == 0 || first > 0xF4 || i + size > text.size()) return {out.count, false};
    std::uint32_t code = size == 1 ? first : first & (0xFFu >> (size + 1));
    for (std::size_t k = 1; k < size; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0u) != 0x80u) return {out.count, false};
      code = (code << 6) | (next & 0x3Fu);
    }
    out.fair = out.fair && is_fair(code);
    i += size;
  }
  return out;
}

bool is_address(const Claim& c) {
  return c.kind == ClaimKind::kLink || c.kind == ClaimKind::kEmail || c.kind == ClaimKind::kPhone ||
         c.kind == ClaimKind::kCode;
}
bool is_promise(const Claim& c) {
  return c.kind == ClaimKind::kPromise && !c.value.starts_with("not_");
}
bool is_ordered(const Claim& c) {
  return c.kind == ClaimKind::kAmount || c.kind == ClaimKind::kDate ||
         (c.kind == ClaimKind::kThing && c.value.starts_with("room:"));
}

// The claim stands for the known one without losing what matters of it.
bool keeps(const Claim& claim, const Claim& known) {
  if (claim.kind != known.kind || !is_said(claim, says(known))) return false;
  if (claim.kind == ClaimKind::kAmount) return claim.value.find(' ') != std::string::npos || claim.value == known.value;
  if (claim.kind == ClaimKind::kDate) return claim.value.size() >= 7 || claim.value == known.value;
  return true;
}

std::vector<Claim> ordered(const std::vector<Claim>& claims) {
  std::vector<Claim> out;
  for (const auto& c : claims)
    if (is_ordered(c) && (out.empty() || out.back().kind != c.kind || out.back().value != c.value)) out.push_back(c);
  return out;
}

bool same_order(const std::vector<Claim>& answer, const std::vector<Claim>& wanted) {
  const auto a = ordered(answer), b = ordered(wanted);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), keeps);
}

// Also with the other languages as the likely one, so that the words must show it.
bool speaks(const std::string& text, std::string_view language) {
  const auto tokens = nlu::tokenise(text);
  for (const std::string_view prior : {"es", "en", "pt"})
    if (nlu::language_of(tokens, text, prior) != language) return false;
  return true;
}

bool repeats(std::string_view answer, std::string_view instructions) {
  constexpr std::size_t kLong = 24;
  const auto said = wire::fold(answer), secret = wire::fold(instructions);
  for (std::size_t i = 0; i + kLong <= secret.size(); i += 4)
    if (said.find(std::string_view(secret).substr(i, kLong - 4)) != std::string::npos) return true;
  return false;
}

std::string quoted(const std::string& text, const Claim& c) {
  return text.substr(c.begin, c.end - c.begin);
}

std::optional<WordingFault> fault_of_claims(const std::string& answer, const Wording& w) {
  const auto claims = claims_in(answer, w.language), wanted = claims_in(w.template_text, w.language);
  for (const auto& c : claims) {
    if (is_address(c)) return WordingFault{"address", "It must have no link, phone, e-mail address or code."};
    if (is_promise(c))
      return WordingFault{"promise", fmt::format("It must not promise or confirm anything: '{}'.", quoted(answer, c))};
  }
  for (const auto& c : unbound(claims, w.facts, w.now, w.max_age)) {
    // What our own text denies may be denied again; that promises nothing.
    const bool denied = c.kind == ClaimKind::kPromise &&
                        std::any_of(wanted.begin(), wanted.end(),
                                    [&](const Claim& known) { return known.kind == c.kind && known.value == c.value; });
    if (!denied)
      return WordingFault{"unbound",
                          fmt::format("No fact says '{}'. Use only values of the facts.", quoted(answer, c))};
  }
  for (const auto& known : wanted)
    if (std::none_of(claims.begin(), claims.end(), [&](const Claim& c) { return keeps(c, known); }))
      return WordingFault{"missing", fmt::format("It must also say '{}'.", quoted(w.template_text, known))};
  if (!same_order(claims, wanted))
    return WordingFault{"order", "Rooms, amounts and dates must stand in the order of the given text, each once."};
  return std::nullopt;
}

}  // namespace

bool may_be_reworded(const Wording& w) {
  const auto claims = claims_in(w.template_text, w.language);
  return !claims.empty() && letters_of(w.template_text).count <= kMaxWording &&
         std::none_of(claims.begin(), claims.end(), [](const Claim& c) { return is_address(c) || is_promise(c); });
}

std::optional<WordingFault> fault_of(const std::string& answer, const Wording& w, std::string_view instructions) {
  const auto letters = letters_of(answer);
  if (!letters.fair) return WordingFault{"letters", "Use plain text in Latin letters only."};
  // Room for friendliness, none for stories.
  const auto most = std::min(kMaxWording, 2 * letters_of(w.template_text).count + 120);
  if (letters.count == 0 || letters.count > most)
    return WordingFault{"length", fmt::format("It must have at most {} characters.", most)};
  if (repeats(answer, instructions)) return WordingFault{"instructions", "Write the message to the guest only."};
  if (!speaks(answer, w.language)) return WordingFault{"language", fmt::format("It must be in '{}'.", w.language)};
  if (auto fault = fault_of_claims(answer, w)) return fault;
  const auto asks = [](std::string_view text) { return text.find('?') != std::string_view::npos; };
  if (asks(answer) != asks(w.template_text)) return WordingFault{"question", "Ask exactly what the given text asks."};
  if (denies(answer, w.language) != denies(w.template_text, w.language))
    return WordingFault{"denial", "Deny exactly what the given text denies."};
  return std::nullopt;
}

}  // namespace hotel::agent
