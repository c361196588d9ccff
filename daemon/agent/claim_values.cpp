// Addresses, percentages, money, phones, counts, codes, and the numbers that are left.
#include <algorithm>
#include <array>

#include "agent/claim_finders.h"

namespace hotel::agent::claims {
namespace {

using Texts = std::initializer_list<std::string_view>;

constexpr auto kCodes = std::to_array<std::string_view>({"usd", "eur", "brl", "ars", "mxn", "cop", "clp", "pen", "uyu",
                                                         "gbp", "cad", "aud", "chf", "bob", "pyg", "crc", "dop", "gtq",
                                                         "hnl", "nio", "pab", "ves", "jpy", "cny", "nzd", "cup"});

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

bool is_code(const Piece* p) {
  return p && p->word() && std::find(kCodes.begin(), kCodes.end(), p->text) != kCodes.end();
}

struct Currency {
  std::string code;
  std::size_t at = 0;  // where it begins (before a number) or ends (after one)
};

std::optional<Currency> currency_before(const Text& t, std::size_t i) {
  if (i == 0) return std::nullopt;
  const auto& p = t.pieces[i - 1];
  if (p.taken) return std::nullopt;
  if (is_code(&p)) return Currency{upper(p.text), i - 1};
  if (p.is("€")) return Currency{"EUR", i - 1};
  if (p.is("£")) return Currency{"GBP", i - 1};
  if (!p.any({"$", "s"})) return std::nullopt;
  // US$, U$S, U$D, R$, AR$, MX$
  if (p.is("s") && i >= 3 && t.is(i - 2, "$") && t.is(i - 3, "u")) return Currency{"USD", i - 3};
  if (!p.is("$")) return std::nullopt;
  if (p.glued && i >= 2) {
    if (t.any(i - 2, {"us", "u"})) return Currency{"USD", i - 2};
    if (t.is(i - 2, "r")) return Currency{"BRL", i - 2};
    if (t.is(i - 2, "ar")) return Currency{"ARS", i - 2};
    if (t.is(i - 2, "mx")) return Currency{"MXN", i - 2};
  }
  return Currency{"$", i - 1};
}

std::optional<Currency> currency_after(const Text& t, std::size_t i) {
  while (t.any(i, {"de"})) ++i;
  const auto* p = t.at(i);
  if (!p || p->taken) return std::nullopt;
  if (is_code(p)) return Currency{upper(p->text), i + 1};
  if (p->is("€") || p->any({"euro", "euros"})) return Currency{"EUR", i + 1};
  if (p->is("£") || p->any({"libra", "libras", "pound", "pounds"})) return Currency{"GBP", i + 1};
  if (p->any({"dolar", "dolares", "dollar", "dollars", "bucks"})) return Currency{"USD", i + 1};
  if (p->is("us") && (t.any(i + 1, {"dollar", "dollars", "$"}))) return Currency{"USD", i + 2};
  if (p->is("r") && t.is(i + 1, "$")) return Currency{"BRL", i + 2};
  if (p->is("$")) return Currency{"$", i + 1};
  if (p->any({"real", "reais", "reales", "reals"})) return Currency{"BRL", i + 1};
  if (p->any({"peso", "pesos"})) return Currency{"peso", i + 1};
  if (p->any({"sol", "soles"})) return Currency{"PEN", i + 1};
  if (p->any({"cent", "cents", "centavo", "centavos", "centimo", "centimos"})) return Currency{"cent", i + 1};
  return std::nullopt;
}

struct Noun {
  std::string_view name;
  std::array<std::string_view, 9> words;
  bool adjective = false;  // a word may stand between: «2 double rooms»
};
constexpr auto kNouns = std::to_array<Noun>({
    {"night", {"noche", "noches", "night", "nights", "noite", "noites"}, true},
    {"room", {"habitacion", "habitaciones", "room", "rooms", "quarto", "quartos", "cuarto", "cuartos", "hab"}, true},
    {"adult", {"adulto", "adultos", "adulta", "adultas", "adult", "adults"}},
    {"child", {"nino", "ninos", "nina", "ninas", "child", "children", "kids", "crianca", "criancas"}},
    {"guest", {"persona", "personas", "pessoa", "pessoas", "guest", "guests", "people", "huespedes", "hospedes"}},
    {"bed", {"cama", "camas", "bed", "beds"}, true},
    {"hour", {"hora", "horas", "hour", "hours"}},
    {"minute", {"minuto", "minutos", "minute", "minutes"}},
    {"day", {"dia", "dias", "day", "days"}},
    {"week", {"semana", "semanas", "week", "weeks"}},
    {"month", {"mes", "meses", "month", "months"}},
    {"year", {"ano", "anos", "year", "years"}},
});

const Noun* noun_of(const Piece* p) {
  if (p && p->word() && !p->taken)
    for (const auto& n : kNouns)
      for (const auto word : n.words)
        if (!word.empty() && word == p->text) return &n;
  return nullptr;
}

bool is_domain(const std::string& text) {
  std::vector<std::string> labels(1);
  for (const char c : text.substr(0, text.find_first_of("/?#:"))) {
    if (c == '.')
      labels.emplace_back();
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
      labels.back() += c;
    else
      return false;
  }
  const auto& last = labels.back();
  const bool letters = std::all_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool empty = std::any_of(labels.begin(), labels.end(), [](const auto& l) { return l.empty(); });
  const bool initials = std::all_of(labels.begin(), labels.end(), [](const auto& l) { return l.size() <= 1; });
  const bool named = std::any_of(labels.begin(), labels.end() - 1, [](const std::string& l) {
    return std::any_of(l.begin(), l.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  });
  return labels.size() >= 2 && letters && last.size() >= 2 && !empty && !initials && named;
}

// Letters and digits without a blank: [begin, end).
std::size_t run_end(const Text& t, std::size_t begin) {
  auto end = begin + 1;
  while (end < t.pieces.size() && t.pieces[end].glued && !t.pieces[end].taken &&
         (t.pieces[end].word() || t.pieces[end].number()))
    ++end;
  return end;
}

}  // namespace

bool same_currency(std::string_view claimed, std::string_view known) {
  if (claimed.empty() || claimed == known) return true;
  const auto among = [&](Texts list) { return std::find(list.begin(), list.end(), known) != list.end(); };
  if (claimed == "$") return among({"USD", "ARS", "MXN", "COP", "CLP", "UYU", "CAD", "AUD", "NZD", "DOP", "peso"});
  return claimed == "peso" && among({"ARS", "MXN", "COP", "CLP", "UYU", "DOP", "CUP"});
}

void find_addresses(Search& s) {
  const auto chunks = s.text.chunks;
  for (const auto& chunk : chunks) {
    // What is written around an address is no part of it; a chunk with several parts is looked at part by part.
    std::size_t from = 0;
    while (from < chunk.text.size()) {
      auto to = chunk.text.find_first_of(",;()<>[]\"'!|*", from);
      if (to == std::string::npos) to = chunk.text.size();
      auto part = chunk.text.substr(from, to - from);
      while (!part.empty() && (part.back() == '.' || part.back() == ':' || part.back() == '?' || part.back() == '_'))
        part.pop_back();
      while (!part.empty() && (part.front() == '.' || part.front() == ':' || part.front() == '_')) part.erase(0, 1);
      const auto at = part.find('@');
      const bool link = part.find("://") != std::string::npos || part.starts_with("www.") ||
                        part.starts_with("mailto:") || part.starts_with("tel:") || is_domain(part);
      if (at != std::string::npos && at > 0 && part.find('.', at) != std::string::npos)
        s.add_bytes(ClaimKind::kEmail, part, chunk.begin, chunk.end);
      else if (link)
        s.add_bytes(ClaimKind::kLink, part, chunk.begin, chunk.end);
      from = to + 1;
    }
  }
  auto& t = s.text;
  for (std::size_t i = 0; i + 1 < t.pieces.size(); ++i)
    if (t.any(i, {"dot", "punto", "ponto", "."}) &&
        t.any(i + 1, {"com", "net", "org", "ly", "io", "xyz", "info", "site", "link", "me", "app"}) &&
        s.free(i, i + 2) && !(t.is(i, ".") && !t.pieces[i + 1].glued))
      s.add(ClaimKind::kLink, "dot " + t.pieces[i + 1].text, i, i + 2);
}

void find_percents(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken) continue;
    const auto q = quantity_at(t, i, s.language);
    if (!q || q->article) continue;
    std::size_t end = 0;
    if (t.is(q->end, "%") || t.any(q->end, {"percent", "porciento"})) end = q->end + 1;
    if (t.any(q->end, {"por", "per"}) && t.any(q->end + 1, {"ciento", "cento", "cent", "cien"})) end = q->end + 2;
    if (end) s.add(ClaimKind::kPercent, q->value, i, end);
  }
}

void find_amounts(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken) continue;
    const auto q = quantity_at(t, i, s.language);
    if (!q || !s.free(i, q->end)) continue;
    const auto before = q->article ? std::nullopt : currency_before(t, i);
    const auto after = currency_after(t, q->end);
    const auto begin = before ? before->at : i, end = after ? after->at : q->end;
    if (before && after && after->code != before->code && after->code != "$" && before->code != "$") {
      s.add(ClaimKind::kAmount, q->value + " " + before->code + "?", begin, end);  // «USD 85 euros» is neither
    } else if (before || after) {
      const bool vague = before && before->code == "$" && after;
      s.add(ClaimKind::kAmount, q->value + " " + (before && !vague ? before->code : after->code), begin, end);
    } else if (!q->words && q->value.find('.') != std::string::npos) {
      s.add(ClaimKind::kAmount, q->value, i, q->end);
    } else {
      i = std::max(i, q->end - 1);
    }
  }
  // Money without a number that can be read: «lOO dollars».
  for (std::size_t i = 0; i < t.pieces.size(); ++i)
    if (!t.pieces[i].taken && (t.any(i, {"$", "€", "£", "usd", "eur", "brl", "dolar", "dolares", "dollar", "dollars",
                                         "euro", "euros", "reais", "pesos"})))
      s.add(ClaimKind::kAmount, "?", i, i + 1);
}

void find_phones(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (!t.pieces[i].number() || t.pieces[i].taken) continue;
    std::string digits;
    auto end = i;
    for (auto k = i; k < t.pieces.size() && !t.pieces[k].taken; ++k) {
      if (t.pieces[k].number())
        digits += t.pieces[k].text, end = k + 1;
      else if (!t.pieces[k].any({"-", ".", "(", ")"}))
        break;
    }
    auto begin = i;
    while (begin > 0 && t.any(begin - 1, {"+", "("}) && !t.pieces[begin - 1].taken) --begin;
    if (digits.size() >= 7) s.add(ClaimKind::kPhone, digits, begin, end);
    i = std::max(i, end - 1);
  }
}

void find_counts(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken) continue;
    const auto q = quantity_at(t, i, s.language);
    if (!q || q->whole < 0 || !s.free(i, q->end)) continue;
    auto at = q->end;
    const auto* noun = noun_of(t.at(at));
    if (!noun && !q->article && t.at(at) && t.at(at)->word() && !t.at(at)->taken) {
      noun = noun_of(t.at(at + 1));
      if (noun &&
          (!noun->adjective || t.any(at, {"por", "per", "each", "a", "la", "y", "e", "and", "de", "in", "en", "em"})))
        noun = nullptr;
      if (noun) ++at;
    }
    if (noun && noun->name == "hour" && i > 0 && t.any(i - 1, {"las", "as", "at"})) noun = nullptr;  // a time of day
    // «una habitación», «a room» is no count; «una noche» is one.
    if (noun && (!q->article || noun->name == "night")) {
      s.add(ClaimKind::kCount, std::string(noun->name) + " " + q->value, i, at + 1);
    } else if (!q->article && t.any(q->end, {"x", "×"}) && t.at(q->end + 1) && t.at(q->end + 1)->word()) {
      s.add(ClaimKind::kCount, "room " + q->value, i, q->end + 1);
    } else {
      i = std::max(i, q->end - 1);
    }
  }
}

void find_codes(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken || !(t.pieces[i].word() || t.pieces[i].number())) continue;
    const auto end = run_end(t, i);
    std::string code;
    std::size_t letters = 0, digits = 0;
    bool capitals = true;
    for (auto k = i; k < end; ++k) {
      code += t.pieces[k].text;
      (t.pieces[k].word() ? letters : digits) += t.pieces[k].text.size();
      capitals = capitals && (t.pieces[k].capitals || t.pieces[k].number());
    }
    const bool announced =
        i > 0 &&
        (t.any(i - 1, {"codigo", "code", "reference", "referencia", "localizador", "locator"}) ||
         (t.is(i - 1, ":") && i > 1 && t.any(i - 2, {"codigo", "code", "reference", "referencia", "localizador"})));
    const bool mixed = letters > 0 && digits > 0 && code.size() >= 5;
    const bool shouted = digits == 0 && capitals && code.size() >= (announced ? 4u : 6u) && code.size() <= 12;
    if (mixed || shouted || (announced && letters > 0 && digits > 0)) s.add(ClaimKind::kCode, upper(code), i, end);
    i = end - 1;
  }
}

void find_numbers(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (t.pieces[i].taken) continue;
    const auto q = quantity_at(t, i, s.language);
    if (q && !q->article && !(q->words && q->whole == 1) && s.free(i, q->end)) {
      s.add(ClaimKind::kNumber, q->value, i, q->end);
    } else if (t.pieces[i].number()) {
      s.add(ClaimKind::kNumber, t.pieces[i].text, i, i + 1);
    } else if (const auto ordinal = ordinal_of(t.pieces[i]); ordinal && *ordinal >= 4) {
      s.add(ClaimKind::kNumber, std::to_string(*ordinal), i, i + 1);
    }
  }
}

}  // namespace hotel::agent::claims
