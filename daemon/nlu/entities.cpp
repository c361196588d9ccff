#include "nlu/entities.h"

#include "nlu/facts.h"

namespace hotel::nlu {
namespace {

std::string upper(std::string text) {
  for (auto& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

bool letters(const View& v, std::size_t i, std::size_t most) {
  return v.word(i) && v[i].raw.size() <= most && std::all_of(v[i].raw.begin(), v[i].raw.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

// Carriers whose two letters are no word of the three languages; the others need the word "flight" before them.
bool carrier(std::string_view code) {
  static constexpr std::string_view kCodes[]{"AR", "BA", "AA", "UA",  "DL",  "IB", "UX", "AF", "KL", "LH", "TP", "JJ",
                                             "AV", "CM", "AZ", "EK",  "QR",  "TK", "VY", "FR", "LX", "JA", "WJ", "VS",
                                             "EI", "LS", "BY", "TOM", "EZY", "U2", "W6", "G3", "AD", "FO", "4O", "VB",
                                             "Y4", "H2", "O4", "QF",  "NZ",  "SK", "AC", "OB", "PZ", "P5"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

// Two capitals before a number that are no carrier's.
bool no_carrier(std::string_view code) {
  static constexpr std::string_view kCodes[]{"RM", "HB", "NO", "QL", "OK", "ID", "PM", "US", "EN",
                                             "DE", "AL", "EL", "AT", "IN", "ON", "BY", "TO", "DO",
                                             "DA", "MR", "MS", "AP", "KM", "TV", "AS", "OS", "UN"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

// Something of flying is said: then any two capitals before three or four digits are a flight.
bool about_flights(const View& v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v.at(i, {"flight",    "flights",  "vuelo",   "vuelos",   "voo",       "voos",     "airport",  "aeropuerto",
                 "aeroporto", "terminal", "land",    "lands",    "landing",   "aterriza", "aterrizo", "aterrizamos",
                 "aterrizar", "pouso",    "pousa",   "pousamos", "arrive",    "arrives",  "arriving", "arrival",
                 "llega",     "llegamos", "llego",   "llegando", "chega",     "chegamos", "chego",    "chegando",
                 "pick",      "pickup",   "recoger", "buscar",   "transfer",  "traslado", "shuttle",  "fly",
                 "flying",    "plane",    "avion",   "aviao",    "desembarco"}))
      return true;
  return false;
}

// "BA 284", "vuelo la 8070", "voo g3 1742": a flight in pieces. `i` is where the carrier begins.
std::string split_flight(const View& v, std::size_t i, bool announced) {
  std::string code;
  std::size_t next = i;
  if (letters(v, i, 3) && v[i].raw.size() >= 2) {
    code = v[i].raw, next = i + 1;
  } else if (letters(v, i, 1) && v.digits(i + 1) && v.glued(i + 1) && v[i + 1].raw.size() == 1) {
    code = v[i].raw + v[i + 1].raw, next = i + 2;
  } else if (v.digits(i) && v[i].raw.size() == 1 && letters(v, i + 1, 1) && v.glued(i + 1)) {
    code = v[i].raw + v[i + 1].raw, next = i + 2;
  } else {
    return {};
  }
  if (v.mark(next, "-")) ++next;
  if (!v.digits(next) || v[next].raw.size() > 4 || v[next].raw.size() < (announced ? 1 : 3)) return {};
  if (v.mark(next + 1, ":") || v.mark(next + 1, "/")) return {};
  if (!announced &&
      (v[i].raw != upper(v[i].raw) || !(carrier(code) || (code.size() == 2 && about_flights(v) && !no_carrier(code)))))
    return {};
  return upper(code) + v[next].raw;
}

void read_flight(const View& v, Facts& out) {
  for (std::size_t i = 0; i < v.size(); ++i) {
    if (!v.at(i, {"flight", "vuelo", "voo", "flt", "flite", "aereo"})) continue;
    std::size_t next = i + 1;
    while (v.at(next, {"number", "numero", "nro", "no", "n", "num", "is", "es", "e", "o", "el", "the", "numer"}) ||
           v.mark(next, ":") || v.mark(next, "#") || v.mark(next, ".") || v.mark(next, "°") || v.mark(next, "º"))
      ++next;
    if (const auto code = split_flight(v, next, true); !code.empty()) {
      // "vuelo a las 10", "flight at 9": a word of the sentence, no carrier
      if (!v.at(next,
                {"a",  "at", "as",  "las", "de", "del", "at", "is",  "on",  "in", "by", "do", "da", "el", "en",
                 "al", "to", "por", "es",  "às", "dia", "em", "the", "for", "y",  "e",  "ta", "am", "pm", "hs"})) {
        out.flight = code;
        return;
      }
    }
  }
  for (std::size_t i = 0; i < v.size() && out.flight.empty(); ++i) out.flight = split_flight(v, i, false);
}

}  // namespace

void read_marks(const View& v, Facts& out) {
  for (std::size_t i = 0; i < v.size(); ++i) {
    const auto& t = v[i];
    if (t.kind == Kind::kEmail) {
      out.email = t.raw;
      for (auto& c : out.email)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    } else if (t.kind == Kind::kPhone) {
      out.phone.clear();
      for (const char c : t.raw)
        if ((c >= '0' && c <= '9') || (c == '+' && out.phone.empty())) out.phone.push_back(c);
    } else if (t.kind == Kind::kCode && out.booking_code.empty()) {
      out.booking_code = upper(t.raw);
      for (auto& c : out.booking_code)
        if (c == ' ') c = '-';  // "RES 10482"
    } else if (t.kind == Kind::kFlight) {
      out.flight = upper(t.raw);
    }
  }
  if (out.flight.empty()) read_flight(v, out);
}

Facts read_facts(const std::vector<Token>& tokens, const std::vector<bool>& dated) {
  const View view(tokens, dated);
  Facts out;
  read_marks(view, out);
  read_money(view, out);
  read_things(view, out);
  read_times(view, out);
  read_room_number(view, out);
  read_name(view, out);
  read_rating(view, out);
  return out;
}

}  // namespace hotel::nlu
