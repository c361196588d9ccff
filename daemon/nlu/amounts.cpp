#include <cmath>

#include "nlu/facts.h"
#include "nlu/spoken.h"

namespace hotel::nlu {
namespace {

struct Figure {
  double value = 0;
  std::size_t end = 0;
  bool grouped = false;  // has a separator of thousands
  int groups = 0;
};

// "85.000" is 85000, "120,50" is 120.5, "1.250,40" and "1,250.40" are 1250.4.
Figure figure(const View& v, std::size_t i) {
  Figure out{static_cast<double>(v[i].value), i + 1, false, 0};
  if (v[i].value < 0) return out;
  while ((v.mark(out.end, ".") || v.mark(out.end, ",")) && v.glued(out.end) && out.end + 1 < v.size() &&
         v[out.end + 1].kind == Kind::kNumber && v.glued(out.end + 1)) {
    const auto& more = v[out.end + 1];
    if (more.raw.size() == 3) {
      out.value = out.value * 1000 + more.value;
      out.grouped = true;
      ++out.groups;
      out.end += 2;
      continue;
    }
    if (more.raw.size() <= 2) {
      out.value += more.value / std::pow(10.0, static_cast<double>(more.raw.size()));
      out.end += 2;
    }
    break;
  }
  return out;
}

constexpr std::string_view kNoCode = "?";  // money, but the words do not tell which

std::string_view currency_at(const View& v, std::size_t i) {
  if (i >= v.size()) return {};
  if (v.mark(i, "€") || v.at(i, {"euro", "euros", "eur", "euritos", "eurillos"})) return "EUR";
  if (v.mark(i, "£") || v.at(i, {"pounds", "pound", "gbp", "quid", "libras", "libra"})) return "GBP";
  if (v.at(i, {"reais", "real", "brl", "reales"})) return "BRL";
  if (v.at(i, {"usd", "dolares", "dolar", "dollars", "dollar", "dolars", "bucks", "uss", "verdes"})) return "USD";
  if (v.at(i, {"ars"})) return "ARS";
  if (v.at(i, {"mxn"})) return "MXN";
  if (v.at(i, {"pesos", "peso", "pesitos"})) {
    if (v.at(i + 1, {"argentinos", "argentino", "arg"})) return "ARS";
    if (v.at(i + 1, {"mexicanos", "mexicano", "mx"})) return "MXN";
    return kNoCode;
  }
  if (v.mark(i, "$") || v.at(i, {"mangos", "conto", "contos", "pila", "pilas", "clp", "cop", "uyu", "pen", "lucas"}))
    return kNoCode;
  return {};
}

// The sign or word before the number at `i`: "R$", "US$", "u$s", "AR$", "MX$", "$", "USD".
std::string_view currency_before(const View& v, std::size_t i) {
  if (i == 0) return {};
  if (v.mark(i - 1, "$") && i > 1 && v[i - 1].glued) {
    // as written: "r" and "u" are chat shorthand of their own
    const auto letters = [&v, i](std::initializer_list<std::string_view> forms) {
      return std::find(forms.begin(), forms.end(), v[i - 2].raw) != forms.end();
    };
    if (letters({"R", "r", "RS", "rs"})) return "BRL";
    if (letters({"US", "us", "U", "u"})) return "USD";
    if (letters({"AR", "ar"})) return "ARS";
    if (letters({"MX", "mx"})) return "MXN";
  }
  if (v.at(i - 1, {"s"}) && i > 2 && v.mark(i - 2, "$") && (v.mark(i - 3, "u") || v.mark(i - 3, "U"))) return "USD";
  if (v.at(i - 1, {"rs"})) return "BRL";
  if (v.mark(i - 1, "$") || v.mark(i - 1, "€") || v.mark(i - 1, "£") ||
      v.at(i - 1, {"usd", "eur", "gbp", "brl", "ars", "mxn"}))
    return currency_at(v, i - 1);
  return {};
}

bool counts_something(const View& v, std::size_t i) {
  if (v.mark(i, "/") || v.mark(i, "%") || v.mark(i, ":") || v.mark(i, "-")) return true;
  return v.at(i, {"noches",  "nights",    "noites",   "personas",  "people",       "pessoas", "adultos", "adults",
                  "km",      "veces",     "vezes",    "times",     "cuotas",       "dias",    "days",    "toallas",
                  "towels",  "rooms",     "kilos",    "kg",        "metros",       "m",       "hs",      "h",
                  "am",      "pm",        "horas",    "hours",     "min",          "minutos", "minutes", "cuadras",
                  "gracias", "thanks",    "perdones", "disculpas", "habitaciones", "quartos", "anos",    "years",
                  "times",   "obrigados", "besos",    "abrazos",   "maravillas"});
}

// Whether words of paying lead to the number at `i`: "transferí los", "the deposit of", "pix de", "me cobraron".
bool paid_before(const View& v, std::size_t i) {
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    const auto j = i - back;
    if (v.stops(j)) return v.mark(j, ":") && back == 1 && paid_before(v, j);
    const auto& w = v[j].folded;
    for (const std::string_view stem :
         {"transfer", "transfir", "deposit", "pague",   "pago",   "paga",  "paid",     "pay",    "paguei",
          "cobr",     "charg",    "sent",    "sena",    "sinal",  "pix",   "gire",     "abon",   "factur",
          "importe",  "total",    "valor",   "monto",   "amount", "saldo", "reembols", "refund", "devol",
          "consign",  "adelant",  "anticip", "entrada", "owe",    "debit"})
      if (w.starts_with(stem)) return true;
    if (!v.at(j,
              {"los", "las", "de",  "el",   "la", "a",   "us",  "me",   "os",  "of",  "the", "you", "lo", "por", "um",
               "d",   "un",  "uns", "unos", "te", "les", "for", "over", "him", "was", "fue", "foi", "es", "is",  "e"}))
      return false;
  }
  return false;
}

// "mandei 640 no pix", "12000 de seña", "the 300 deposit"
bool paid_after(const View& v, std::size_t end) {
  std::size_t i = end;
  while (v.at(i, {"de", "no", "por", "of", "en", "as", "for", "a", "the", "via", "by", "pelo", "d"})) ++i;
  return i < end + 3 && v.at(i, {"pix", "sena", "sinal", "deposit", "deposito", "adelanto", "anticipo", "transferencia",
                                 "transfer", "multa", "refund"});
}

bool identifies(const View& v, std::size_t i) {  // a number of a document, a room, a line
  for (std::size_t back = 1; back <= 3 && back <= i; ++back)
    if (v.at(i - back, {"dni",    "cpf",        "rg",      "cuit",   "cuil", "doc",  "documento", "cedula",
                        "rut",    "rfc",        "nif",     "cnpj",   "id",   "ley",  "lei",       "law",
                        "room",   "habitacion", "quarto",  "cuarto", "apto", "piso", "tarjeta",   "card",
                        "cartao", "cuenta",     "account", "cbu",    "hab",  "ci",   "curp",      "run"}))
      return true;
  return false;
}

}  // namespace

void read_money(const View& v, Facts& out) {
  for (std::size_t i = 0; i < v.size(); ++i) {
    if (v.dated(i)) continue;
    if (v[i].kind == Kind::kNumber) {
      if (i > 1 && v[i].glued && (v.mark(i - 1, ".") || v.mark(i - 1, ",")) && v[i - 2].kind == Kind::kNumber) continue;
      auto f = figure(v, i);
      bool spoken = false;
      if (const auto thousands = spoken_number(v, i); thousands && f.end == i + 1)
        f = {thousands->value, thousands->end, false, 0}, spoken = true;
      auto currency = currency_before(v, i);
      if (currency == kNoCode)
        if (const auto code = currency_at(v, f.end); !code.empty()) currency = code;  // "$1.800 MXN"
      if (currency.empty()) {
        auto after = f.end;
        if (v.at(after, {"de"}) && spoken) ++after;
        currency = currency_at(v, after);
        // "3 reales" is Brazilian money only in words; "la habitación real" is none
        if (currency == "EUR" && v.at(after, {"real"})) currency = {};
      }
      // A bare "85.000" or "85 mil" is money in a hotel; "transferí 85000" says so itself.
      const bool bare =
          currency.empty() && !counts_something(v, f.end) && !identifies(v, i) &&
          ((f.grouped && f.groups == 1) || (spoken && f.value >= 1000 && (v.stops(f.end) || paid_before(v, i))) ||
           (f.value >= 100 && f.value < 1e8 && (paid_before(v, i) || paid_after(v, f.end))));
      if ((currency.empty() && !bare) || f.value <= 0) continue;
      // "sum1 real": a figure stuck to a word
      if (i > 0 && v[i].glued && v.word(i - 1) && currency_before(v, i).empty()) continue;
      out.amount = f.value;
      out.currency = currency == kNoCode ? "" : std::string(currency);
      return;
    }
    if (!v.word(i) || v[i].article) {
      if (!v.at(i, {"a"}) || !v.at(i + 1, {"hundred", "thousand"})) continue;
    }
    const auto start = v.at(i, {"a"}) ? i + 1 : i;
    const auto words = spoken_number(v, start);
    if (!words) continue;
    auto after = words->end;
    if (v.at(after, {"de"})) ++after;
    const auto currency = currency_at(v, after);
    const bool bare = currency.empty() && words->value >= 100 && words->value != 1000 &&
                      !counts_something(v, words->end) && paid_before(v, start);
    if ((currency.empty() && !bare) || words->value <= 0) {
      i = words->end - 1;
      continue;
    }
    out.amount = words->value;
    out.currency = currency == kNoCode ? "" : std::string(currency);
    return;
  }
}

// Marks out of five: stars, "nota 4", "4 de 5", "4/5", "le doy un 5". Marks out of ten are none.
void read_rating(const View& v, Facts& out) {
  int drawn = 0;
  for (std::size_t i = 0; i < v.size(); ++i) {
    drawn += v.mark(i, "⭐") || v.mark(i, "🌟") || v.mark(i, "★") ? 1 : 0;
    if (v[i].value < 1 || v[i].value > 5 || v[i].article || v[i].kind == Kind::kPhone || v[i].raw.size() > 7) continue;
    const int marks = v[i].value;
    if (v.mark(i + 1, ".") && v.glued(i + 1) && v.glued(i + 2) && i + 2 < v.size() && v[i + 2].kind == Kind::kNumber)
      continue;  // 4.5
    if (i > 1 && v.mark(i - 1, ".") && v.glued(i) && v[i - 2].kind == Kind::kNumber) continue;
    std::size_t next = i + 1;
    if (v.mark(next, "-")) ++next;
    const bool stars = v.at(next, {"stars", "star", "estrellas", "estrella", "estrelas", "estrela", "estrellitas",
                                   "estrelinhas", "puntos"}) &&
                       !v.at(next + 1, {"hotel", "hotels"}) &&
                       !v.before(i, {"hotel", "un", "um", "tem", "tiene", "tienen", "tenes", "have", "has", "es"}) &&
                       !(v.before(i, {"de"}) && v.before(i, {"es", "hotel", "sea", "seja"}, 2));
    bool of_five = false;
    if (v.mark(i + 1, "/") && i + 2 < v.size() && v[i + 2].raw == "5" && !v.mark(i + 3, "/"))
      of_five = v.before(i, {"un", "a", "um", "nota", "solid", "give", "doy", "dou"}) || !v.dated(i);
    std::size_t of = i + 1;
    if (v.at(of, {"points", "puntos", "pontos", "point", "marks", "stars", "estrellas", "estrelas"})) ++of;
    if (v.at(of, {"de", "sobre", "out", "em", "over", "of"})) {
      const auto five = v.at(of, {"out"}) ? of + 2 : of + 1;
      of_five = five < v.size() && v[five].value == 5 && !v[five].article &&
                (v.ends_sentence(five + 1) || v.stops(five + 1) ||
                 v.at(five + 1, {"para", "pra", "for", "from", "estrellas", "estrelas", "stars", "porque", "y", "e",
                                 "and", "solo", "only", "pero", "mas", "but"}));
    }
    std::size_t b = i;
    while (v.before(b, {"un", "um", "una", "a", "de", "solid", "como", "con"})) --b;
    const bool given = (v.before(b, {"nota", "puntaje", "puntuacion", "calificacion", "rating", "avaliacao"}) ||
                        (v.before(b, {"doy", "dou", "pongo", "puse", "dei", "give", "dejo", "deixo"}) && b < i)) &&
                       (v.stops(i + 1) || v.at(i + 1, {"para", "pra", "porque", "y", "e", "de", "estrellas", "por"})) &&
                       !(v.at(i + 1, {"de"}) && !of_five) && !v.mark(i + 1, "/") && !v.mark(i + 1, ":");
    if (stars || of_five || given) {
      out.rating = marks;
      return;
    }
  }
  if (drawn >= 2 && drawn <= 5) out.rating = drawn;
}

}  // namespace hotel::nlu
