#include "nlu/marks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "wire/text.h"

namespace hotel::nlu {
namespace {

bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool ascii_alpha(char c) {
  return (c >= 'a' && c <= 'z') || ascii_upper(c);
}
bool ascii_word(char c) {
  return ascii_alpha(c) || ascii_digit(c);
}
bool mail_char(char c) {
  return ascii_word(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

// The few words before `at`, folded, nearest last, of the same line. At most `count`.
std::vector<std::string> words_before(std::string_view text, std::size_t at, std::size_t count) {
  const std::size_t from = at > 60 ? at - 60 : 0;
  auto part = text.substr(from, at - from);
  if (const auto line = part.rfind('\n'); line != std::string_view::npos) part.remove_prefix(line + 1);
  const auto folded = wire::fold(part);
  std::vector<std::string> out(1);
  for (const char c : folded) {
    if (ascii_word(c))
      out.back().push_back(c);
    else if (!out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  if (out.size() > count) out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(count));
  return out;
}

bool any_of_words(const std::vector<std::string>& words, std::initializer_list<std::string_view> list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return std::find(list.begin(), list.end(), w) != list.end(); });
}

std::size_t email_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && mail_char(text[end])) ++end;
  if (end == at || end >= text.size() || text[end] != '@') return 0;
  std::size_t last = end + 1;
  while (last < text.size() && mail_char(text[last])) ++last;
  while (last > end + 1 && (text[last - 1] == '.' || text[last - 1] == '-')) --last;
  const auto host = text.substr(end + 1, last - end - 1);
  return host.find('.') == std::string_view::npos ? 0 : last - at;
}

struct Groups {
  std::vector<std::size_t> sizes;
  std::vector<char> joints;  // between them: ' ', '-', '.', ')'
  std::size_t digits = 0, end = 0;
};

// Groups of digits with one separator each, brackets around an area code allowed.
Groups groups_at(std::string_view text, std::size_t at) {
  Groups out;
  std::size_t i = at;
  if (text[i] == '(') ++i;
  while (i < text.size() && ascii_digit(text[i])) {
    std::size_t run = i;
    while (run < text.size() && ascii_digit(text[run])) ++run;
    if (run < text.size() && ascii_alpha(text[run])) break;  // "10am", "12345678Z"
    out.sizes.push_back(run - i);
    out.digits += run - i;
    out.end = run;
    i = run;
    char joint = 0;
    if (i < text.size() && text[i] == ')') joint = ')', ++i;
    if (i < text.size() && (text[i] == ' ' || text[i] == '-' || text[i] == '.')) joint = joint ? joint : text[i], ++i;
    if (!joint || i >= text.size() || !ascii_digit(text[i])) break;
    out.joints.push_back(joint);
  }
  return out;
}

// Whether the words before a number make it something else: a tax number, a card, an account.
bool other_number(std::string_view text, std::size_t at) {
  const auto words = words_before(text, at, 4);
  if (any_of_words(words,
                   {"tel", "cel", "celular",  "telefono", "telefone", "fone", "phone", "mobile", "whatsapp", "wsp",
                    "zap", "wpp", "contacto", "contato",  "movil",    "cell", "ring",  "call",   "llamame",  "whats"}))
    return false;
  return any_of_words(
      words, {"cuit",   "cuil",      "cnpj",         "cpf",    "rfc",        "nif",     "cif",        "dni",
              "rg",     "rut",       "nit",          "vat",    "tax",        "iva",     "tarjeta",    "card",
              "cartao", "cbu",       "cvu",          "iban",   "cuenta",     "account", "pasaporte",  "passport",
              "cedula", "documento", "doc",          "ruc",    "clabe",      "conta",   "passaporte", "curp",
              "abn",    "nipc",      "ssn",          "visa",   "mastercard", "amex",    "sort",       "iin",
              "bin",    "nota",      "contribuinte", "fiscal", "ticket",     "factura", "nf",         "ref"});
}

std::size_t phone_at(std::string_view text, std::size_t at) {
  if (text[at] == '+') {
    std::size_t end = at + 1, last = end, digits = 0;
    for (; end < text.size(); ++end) {
      if (ascii_digit(text[end])) {
        ++digits;
        last = end + 1;
      } else if (!((text[end] == ' ' || text[end] == '-' || text[end] == '(' || text[end] == ')' || text[end] == '.') &&
                   end - last < 2)) {
        break;
      }
    }
    return digits >= 7 && digits <= 15 ? last - at : 0;
  }
  const auto g = groups_at(text, at);
  if (g.sizes.empty() || other_number(text, at)) return 0;
  if (g.end < text.size() && (text[g.end] == '/' || text[g.end] == ':' || ascii_word(text[g.end]))) return 0;
  if (g.sizes.size() == 1 || g.sizes.front() >= 9) {
    // An unbroken run: the groups after it are another number.
    const auto run = g.sizes.front();
    return run >= 8 && run <= 13 ? (text[at] == '(' ? 0 : run) : 0;
  }
  // Several groups: "11 5544 2210", "(11) 98765-4321", "612 34 56 78", "020 7946 0958". What else has groups: dates
  // (10-12-2027), tax numbers (2-8-1, 3.3.3-2), cards (4 x 4), amounts (1.250.000), lists of short numbers.
  if (g.digits < 8 || g.digits > 13) return 0;
  std::size_t longest = 0;
  for (std::size_t k = 0; k < g.sizes.size(); ++k) {
    if (g.sizes[k] < 2 && k > 0) return 0;
    longest = std::max(longest, g.sizes[k]);
  }
  if (longest < 3 || g.sizes.size() > 6 || (g.sizes.front() < 2 && text[at] != '0')) return 0;
  const bool dots = std::find(g.joints.begin(), g.joints.end(), '.') != g.joints.end();
  const bool dates = (g.sizes.size() == 3 && g.sizes[0] <= 2 && g.sizes[1] <= 2 && g.sizes[2] == 4) ||
                     (g.sizes.size() == 3 && g.sizes[0] == 4 && g.sizes[1] <= 2 && g.sizes[2] <= 2);
  const bool thousands = dots && std::all_of(g.sizes.begin() + 1, g.sizes.end(), [](std::size_t n) { return n == 3; });
  const bool cpf = g.sizes.size() == 4 && g.sizes[0] == 3 && g.sizes[1] == 3 && g.sizes[2] == 3 && g.sizes[3] == 2;
  // "201 202 203": three rooms; a telephone of three threes begins with another digit
  const bool threes = g.digits == 9 && g.sizes.size() == 3 && g.sizes[0] == 3 && text[at] >= '1' && text[at] <= '4';
  if (dates || thousands || threes || (cpf && dots)) return 0;
  if (g.sizes.size() == 2) {
    // Two groups may be any two numbers: an area code and the rest, or two halves of four; no two years.
    const bool halves = g.sizes[0] >= 4 && g.sizes[1] == 4 && g.joints[0] != '.';
    const bool area = g.sizes[0] >= 2 && g.sizes[0] <= 5 && g.sizes[1] >= 6 && g.sizes[1] <= 9;
    const bool years = text.substr(at, 2) == "20" && g.sizes[0] == 4 && g.digits == 8;
    const auto before = words_before(text, at, 1);
    const bool day = any_of_words(before, {"al", "el", "del", "dia", "to", "a", "y", "e", "ao", "the", "ate", "hasta"});
    if (years || !(halves || (area && !day))) return 0;
  }
  return g.end - at;
}

bool code_words(std::string_view text, std::size_t at) {
  return any_of_words(words_before(text, at, 3),
                      {"codigo", "code", "cod", "ref", "referencia", "reference", "reserva", "booking", "reservation",
                       "localizador", "confirmation", "confirmacion", "numero", "number"});
}

// Words before a hyphen and a number that are no prefix of a code.
bool no_prefix(std::string_view word) {
  const auto folded = wire::fold(word);
  return any_of_words({folded},
                      {"hab",   "room", "rm",   "apto", "piso", "no",  "nro", "num", "tel", "cel", "dni", "cpf", "rg",
                       "vuelo", "voo",  "dpto", "wsp",  "a",    "al",  "la",  "de",  "del", "en",  "in",  "to",  "ext",
                       "int",   "qto",  "usd",  "ars",  "brl",  "mxn", "eur", "gbp", "iso", "cp",  "cep", "cuit"});
}

std::size_t code_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  int upper = 0, lower = 0, digits = 0;
  while (end < text.size() && ascii_word(text[end])) {
    ascii_digit(text[end]) ? ++digits : ascii_upper(text[end]) ? ++upper : ++lower;
    ++end;
  }
  const auto length = end - at;
  if (end + 1 < text.size() && (text[end] == '-' || text[end] == ' ') && digits == 0 && length >= 2 && length <= 4 &&
      ascii_digit(text[end + 1])) {
    std::size_t last = end + 1;
    while (last < text.size() && ascii_digit(text[last])) ++last;
    const auto count = last - end - 1;
    const bool closed = last >= text.size() || !ascii_word(text[last]);
    // "RES 10482" in two words: only the prefixes hotels use, and five digits
    const auto word = wire::fold(text.substr(at, length));
    const bool known = word == "res" || word == "ql" || word == "rsv" || word == "bk";
    if (closed && text[end] == '-' ? count >= 3 && !no_prefix(word) : closed && known && count >= 4) return last - at;
  }
  if (length != 6 || digits < 1 || upper + lower < 2) return 0;
  const bool one_case = lower == 0 || upper == 0;
  std::size_t changes = 0;
  for (std::size_t i = at + 1; i < end; ++i) changes += ascii_digit(text[i]) != ascii_digit(text[i - 1]) ? 1 : 0;
  // "30dias", "sala12": a count with a word stuck to it, or a word with a number, is no code unless it is called one.
  if (lower > 0 && changes < 2 && !code_words(text, at)) return 0;
  if (lower > 0 && changes < 2 && ascii_digit(text[at])) return 0;
  // "Hx7k2p": a telephone's keyboard makes the first letter a capital.
  if (!one_case && !(ascii_upper(text[at]) && upper == 1 && digits >= 2 && changes >= 2)) return 0;
  return length;
}

// An order reference of a PMS: nine capital letters without a vowel pattern to rely on.
std::size_t reference_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && ascii_upper(text[end])) ++end;
  if (end - at != 9 || (end < text.size() && ascii_word(text[end]))) return 0;
  // A shouted message is not a code: some lower-case letter must be elsewhere, or nothing else at all.
  const bool alone = text.size() - (end - at) < 2;
  const bool lower = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return alone || lower ? end - at : 0;
}

std::size_t flight_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && ascii_word(text[end])) ++end;
  const auto word = text.substr(at, end - at);
  if (word.size() < 4 || word.size() > 7 || !ascii_digit(word.back())) return 0;
  const bool carrier = (ascii_upper(word[0]) && (ascii_upper(word[1]) || ascii_digit(word[1]))) ||
                       (ascii_digit(word[0]) && ascii_upper(word[1]));
  const bool room = word.starts_with("RM") || word.starts_with("HB") || word.starts_with("NO");
  const auto digits = word.substr(2);
  if (carrier && !room && digits.size() >= 3 && std::all_of(digits.begin(), digits.end(), ascii_digit))
    return word.size();
  // "vuelo ar1303", "flight ba247", "EZY8412": other letters only where the word flight leads to them
  if (!any_of_words(words_before(text, at, 3), {"flight", "vuelo", "voo", "flt"})) return 0;
  std::size_t letters = 0;
  while (letters < word.size() && ascii_alpha(word[letters])) ++letters;
  if (letters == 1 && word.size() > 1 && ascii_digit(word[1])) letters = 2;                   // g31742
  if (letters == 0 && ascii_alpha(word[1]) && word[1] != 'h' && word[1] != 'H') letters = 2;  // 4o3021
  return letters >= 2 && letters <= 3 && word.size() - letters >= 2 &&
                 std::all_of(word.begin() + static_cast<std::ptrdiff_t>(letters), word.end(), ascii_digit)
             ? word.size()
             : 0;
}

}  // namespace

Mark mark_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '+' || c == '(' || ascii_digit(c))
    if (const auto n = phone_at(text, at)) return {Kind::kPhone, n};
  if (!ascii_word(c)) return {};
  if (const auto n = email_at(text, at)) return {Kind::kEmail, n};
  const auto flight = flight_at(text, at);
  if (const auto n = code_at(text, at)) return {flight == n ? Kind::kFlight : Kind::kCode, n};
  if (const auto n = reference_at(text, at)) return {Kind::kCode, n};
  if (flight > 0) return {Kind::kFlight, flight};
  return {};
}

}  // namespace hotel::nlu
