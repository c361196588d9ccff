#include "nlu/facts.h"
#include "nlu/spoken.h"

namespace hotel::nlu {
namespace {

class RoomNumbers {
 public:
  RoomNumbers(const View& view, Facts& out) : v_(view), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < v_.size(); ++i) {
      if (v_[i].kind == Kind::kNumber && !v_.dated(i)) {
        const auto raw = v_[i].raw;
        if (raw.size() > 4 || counted(i + 1) || part_of_other(i)) continue;
        if (named(i)) {
          out_.room_number = raw;
          out_.room_number_named = true;
          return;
        }
        if (out_.flight.ends_with(raw) && i > 0 && v_[i - 1].capital && v_[i - 1].raw.size() == 2) continue;
        if ((out_.room_number.empty() || out_.room_number_loose) && pointed(i)) {
          out_.room_number = raw;
          out_.room_number_loose = false;
          if (lives_there(i)) {
            out_.room_number_named = true;
            return;
          }
        } else if (out_.room_number.empty() && closing(i)) {
          out_.room_number = raw;
          out_.room_number_loose = true;
        }
      } else if (v_.word(i) && !v_.dated(i) && v_[i].value >= 0 && !v_[i].article) {
        dictated(i);
        if (out_.room_number_named) return;
      } else if (v_.word(i) && !v_.dated(i) && v_[i].value < 0) {
        dictated(i);
        if (out_.room_number_named) return;
      }
    }
  }

 private:
  // "no 12" after a room noun or its short forms.
  bool named(std::size_t i) const {
    std::size_t b = i;
    while (b > 0 && (v_.mark(b - 1, ".") || v_.mark(b - 1, ":") || v_.mark(b - 1, "#") || v_.mark(b - 1, "-") ||
                     v_.mark(b - 1, "°") || v_.mark(b - 1, "º") ||
                     v_.before(b, {"numero", "number", "nro", "num", "n", "no", "la", "es", "is", "e"})))
      --b;
    if (!v_.before(b, {"habitacion", "room",   "quarto",  "cuarto",  "apto",       "apartamento",  "rm",
                       "hab",        "pieza",  "unidad",  "suite",   "recamara",   "departamento", "depto",
                       "dpto",       "apt",    "flat",    "qto",     "chale",      "cabana",       "bungalow",
                       "aposento",   "unit",   "chamber", "bedroom", "dormitorio", "alcoba",       "ape",
                       "ap",         "zimmer", "chambre", "cuartito"}))
      return false;
    // "room - 2 people" never comes here; "suite 2 noches" is counted. A lone digit needs the noun right before it.
    return v_[i].raw.size() >= 2 || b == i || v_.mark(i - 1, ".") || v_.mark(i - 1, "#") ||
           v_.before(i, {"numero", "number", "nro", "n", "es", "is"});
  }

  // "en la 204", "no 908", "in 21", "o ar do 1204", "soy Nico el de la 118", or alone between commas.
  bool pointed(std::size_t i) const {
    const auto& raw = v_[i].raw;
    if (raw == out_.time || year(i) || is_amount(i) || dialled(i)) return false;
    const bool long_one = raw.size() >= 3;
    const bool closed = v_.stops(i + 1) || i + 1 >= v_.size() || v_[i + 1].kind == Kind::kSymbol;
    if (v_.before(i, {"la"})) {
      // "hasta la 1" is a time, "a la 12" a room
      if (long_one) return true;
      return raw.size() == 2 && v_.before(i, {"a", "en", "de", "desde", "d", "para", "pa", "al"}, 2);
    }
    if (v_.before(i, {"no", "na", "do", "da", "ao", "pro", "pra", "o"})) {
      if (long_one) return true;
      if (raw.size() < 2) return false;
      return v_.before(i,
                       {"estamos", "estou", "to", "tou", "hospedado", "hospedada", "hospedados", "aqui", "tamo",
                        "toalhas", "toalha", "ar", "chuveiro", "tv", "wifi", "hospede", "moro", "e", "sou"},
                       2) ||
             (closed && v_.before(i, {"no", "na", "do"}) && !v_.before(i, {"digo", "melhor"}, 2));
    }
    // "on the table of the 105", "number 16"
    if (v_.before(i, {"the"}) && raw.size() == 3 && v_.before(i, {"of", "in", "from", "at", "to"}, 2)) return true;
    if (v_.before(i, {"number", "numero", "nro", "nr"}) && closed && raw.size() >= 2 &&
        !v_.before(i, {"flight", "vuelo", "voo", "phone", "my", "mi", "meu", "de", "booking", "order", "code"}, 2))
      return true;
    if (v_.before(i, {"of"}) && v_.before(i, {"out"}, 2) && raw.size() >= 2) return closed;
    if (v_.before(i, {"in", "from", "at", "to", "en", "del", "al", "of"})) {
      if (raw.size() == 4 && v_.before(i, {"at", "to", "from"})) return false;  // 1430 hours
      if (v_.before(i, {"in"}) && raw.size() >= 2)
        return long_one || closed || v_.at(i + 1, {"and", "has", "is", "any"});
      if (v_.before(i, {"from", "to", "at"}) && raw.size() == 3) return true;
      return long_one && raw.size() == 3 && v_.before(i, {"en", "del", "al", "of"});
    }
    // "desmaiou no banheiro, 1507, rápido"; "204 sin agua": three or four digits that stand alone
    const bool opens = i == 0 || v_.stops(i - 1);
    if (long_one && opens && closed && v_.size() > 2 && raw.size() <= 4 && raw[0] != '0') return true;
    return long_one && raw.size() == 3 && opens && v_.at(i + 1, {"here", "sin", "sem", "aqui", "aca", "no", "nao"});
  }

  // "estoy en la 204", "tô no 702", "we're in 12": whatever is asked, the guest lives there.
  bool lives_there(std::size_t i) const {
    std::size_t b = i;
    while (v_.before(
        b, {"la", "el", "o", "a", "the", "en", "no", "na", "in", "de", "do", "da", "hab", "numero", "number"}))
      --b;
    return b < i &&
           v_.before(b, {"estoy",     "estamos",    "estou",   "tou",      "tamos",   "tamo", "toy",   "hospedado",
                         "hospedada", "hospedados", "alojado", "alojados", "alojada", "soy",  "somos", "sou",
                         "im",        "were",       "staying", "aqui",     "aca",     "here", "am",    "to"}) &&
           (!v_.before(b, {"to"}) || v_.before(i, {"no", "na", "do", "da"}));
  }

  // "vengan rápido 302", "no hot water 118": three digits that end the message behind a word
  bool closing(std::size_t i) const {
    const auto& raw = v_[i].raw;
    if (raw.size() == 1 && v_.before(i, {"la"}) && v_.before(i, {"en"}, 2)) return v_.stops(i + 1);  // "en la 6"
    if (raw.size() != 3 || raw[0] == '0' || raw == out_.time || is_amount(i) || dialled(i) || i == 0) return false;
    for (auto k = i + 1; k < v_.size(); ++k)
      if (!v_.stops(k) && v_[k].kind != Kind::kSymbol) return false;
    return v_.size() > 2 && v_.word(i - 1) && v_[i - 1].value < 0 &&
           !v_.before(
               i, {"de", "por",  "los",  "las",   "somos",  "unos", "about", "paid", "pague", "paguei", "usd", "for",
                   "to", "than", "over", "vuelo", "flight", "voo",  "con",   "with", "com",   "y",      "e",   "and"});
  }

  bool year(std::size_t i) const { return v_[i].raw.size() == 4 && v_[i].value >= 1990 && v_[i].value < 2100; }

  // "chamem o 112", "llamen al 911"
  bool dialled(std::size_t i) const {
    for (std::size_t back = 1; back <= 2 && back <= i; ++back)
      if (v_.at(i - back, {"chamem", "chama", "llamen", "llama", "llamar", "call", "dial", "liga", "liguem", "ring"}))
        return true;
    return false;
  }

  bool is_amount(std::size_t i) const { return out_.amount && *out_.amount == v_[i].value; }

  // A piece of a time, an amount, a date, a phone.
  bool part_of_other(std::size_t i) const {
    if (i > 0 && (v_.mark(i - 1, "$") || v_.mark(i - 1, "€") || v_.mark(i - 1, "£") || v_.mark(i - 1, "/") ||
                  v_.mark(i - 1, "+")))
      return true;
    if (i > 1 && v_.glued(i) && v_[i - 2].kind == Kind::kNumber &&
        (v_.mark(i - 1, ".") || v_.mark(i - 1, ",") || v_.mark(i - 1, ":") || v_.mark(i - 1, "-")))
      return true;
    return i + 2 < v_.size() && v_.glued(i + 1) && v_.glued(i + 2) && v_[i + 2].kind == Kind::kNumber &&
           (v_.mark(i + 1, ".") || v_.mark(i + 1, ",") || v_.mark(i + 1, ":") || v_.mark(i + 1, "-"));
  }

  bool counted(std::size_t i) const {
    return v_.mark(i, ":") || v_.mark(i, "/") || v_.mark(i, "%") || v_.mark(i, "€") ||
           v_.at(
               i,
               {"noches",       "nights",   "noites",  "adultos",   "adults",  "personas",   "people",    "pessoas",
                "hs",           "h",        "pm",      "am",        "minutos", "minutes",    "min",       "mins",
                "horas",        "hours",    "dolares", "euros",     "pesos",   "reais",      "pounds",    "dollars",
                "usd",          "quid",     "dias",    "days",      "anos",    "years",      "meses",     "months",
                "veces",        "vezes",    "times",   "mil",       "de",      "da",         "cuotas",    "parcelas",
                "cuadras",      "km",       "metros",  "blocks",    "semanas", "weeks",      "camas",     "beds",
                "habitaciones", "rooms",    "quartos", "toallas",   "towels",  "toalhas",    "guests",    "chicos",
                "kids",         "criancas", "ninos",   "estrellas", "stars",   "estrelas",   "huespedes", "andar",
                "piso",         "floor",    "pax",     "ad",        "mts",     "kilometros", "november",  "december"});
  }

  // "te hablo de la dos diez", "room two oh four", "quarto duzentos e dez"
  void dictated(std::size_t i) {
    const bool noun = v_.before(i, {"habitacion", "room", "quarto", "cuarto", "apto", "apartamento", "pieza"});
    const bool point = v_.before(i, {"la"}) && v_.before(i, {"de", "en", "a", "desde", "d"}, 2);
    const bool in = v_.before(i, {"in"}) && v_.word(i + 1) && v_[i + 1].value != 0;
    if (!noun && !point && !in) return;
    const auto room = spoken_room(v_, i);
    if (!room || counted(room->end) || (in && room->words < 3)) return;
    if (!noun && (room->value < 100 || room->value > 1999)) return;
    out_.room_number = std::to_string(static_cast<int>(room->value));
    out_.room_number_named = noun;
  }

  const View& v_;
  Facts& out_;
};

}  // namespace

void read_room_number(const View& view, Facts& out) {
  RoomNumbers(view, out).run();
}

}  // namespace hotel::nlu
