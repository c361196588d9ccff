#include <fmt/format.h>
#include <optional>

#include "nlu/facts.h"

namespace hotel::nlu {
namespace {

struct Clock {
  int hour = 0, minute = 0;
  std::size_t end = 0;
};

class Times {
 public:
  explicit Times(const View& view) : v_(view) {}

  // The first time counts; one said after a correction ("at 7, wait no, 6.30") replaces it, one that is given up
  // ("instead of 3", "en vez del mediodía") does not.
  std::string run() {
    std::string out;
    std::size_t last = 0;
    for (std::size_t i = 0; i < v_.size();) {
      const auto clock = spoken_at(i);
      const auto found = clock ? clock : written_at(i, !out.empty());
      if (!found) {
        ++i;
        continue;
      }
      if (!given_up(i) && (out.empty() || v_.corrected(last, i)))
        out = fmt::format("{:02}:{:02}", found->hour, found->minute);
      last = found->end;
      i = std::max(found->end, i + 1);
    }
    return out;
  }

 private:
  bool given_up(std::size_t i) const {
    std::size_t b = i;
    while (b > 0 &&
           v_.before(b, {"a", "las", "la", "do", "das", "as", "at", "the", "del", "el", "o", "usual", "hasta"}))
      --b;
    return v_.before(b, {"of", "than", "de", "lugar", "vez", "not", "tampoco"}) &&
           (v_.before(b, {"than", "not"}) || v_.before(b, {"instead", "vez", "lugar"}, 2) ||
            v_.before(b, {"vez", "lugar"}));
  }

  // Whole phrases: noon, midnight, "half three", "quarter to 5", "cuarto para las 8", "15 pras 6".
  std::optional<Clock> spoken_at(std::size_t i) const {
    if (v_.dated(i)) return std::nullopt;
    std::size_t end = i + 1;
    int noon = -1;
    if (v_.at(i, {"noon", "midday", "mediodia"})) noon = 12;
    if (v_.at(i, {"midnight", "medianoche"})) noon = 0;
    // "pagar medio día extra" is a length
    const bool half_day =
        v_.at(i, {"medio"}) &&
        (v_.before(i, {"o", "un", "otro", "pagar", "cobran", "cobrar", "por"}) || v_.at(i + 2, {"extra", "mas", "de"}));
    if (v_.at(i, {"meio", "medio", "mid"}) && v_.at(after_hyphen(i), {"dia", "day"}) && !half_day)
      noon = 12, end = after_hyphen(i) + 1;
    if (v_.at(i, {"meia", "media", "mid"}) && v_.at(after_hyphen(i), {"noite", "noche", "night"}))
      noon = 0, end = after_hyphen(i) + 1;
    if (noon >= 0) {
      // "12 del mediodía" and "1 da madrugada" are read from their number.
      if (i > 0 && v_.before(i, {"del", "do", "al"}) && v_.number(i - 2 < v_.size() ? i - 2 : v_.size()))
        return std::nullopt;
      Clock out{noon, 0, end};
      minutes_after(out);
      return out;
    }
    if (v_.at(i, {"half"})) {
      std::size_t n = i + 1;
      if (v_.at(n, {"past"})) ++n;
      if (hour_word(n) && !unit(n + 1)) return closed({v_[n].value, 30, n + 1});
      return std::nullopt;
    }
    // minutes before or after an hour
    int minutes = -1;
    std::size_t n = i + 1;
    if (v_.at(i, {"quarter", "cuarto"})) minutes = 15;
    if (v_.number(i) && !v_[i].article && v_[i].value >= 5 && v_[i].value <= 25 && v_[i].value % 5 == 0)
      minutes = v_[i].value;
    if (minutes < 0) return std::nullopt;
    if (v_.at(n, {"minutos", "minutes", "mins", "min"})) ++n;
    const bool past = v_.at(n, {"past"});
    const bool to = v_.at(n, {"to", "till", "til"}) && !past;
    const bool para = v_.at(n, {"para", "pras"}) && (v_.at(n + 1, {"las", "as", "la"}) || v_.at(n, {"pras"}));
    if (!(past || to || para)) return std::nullopt;
    ++n;
    if (v_.at(n, {"las", "as", "la"})) ++n;
    if (!hour_word(n) || unit(n + 1)) return std::nullopt;
    // "10 to 12 nights", "from 10 to 12": a range; "quarter to" is none
    if (to && !v_.at(i, {"quarter"}) && !v_.before(i, {"at", "by", "around"})) return std::nullopt;
    const int hour = v_[n].value;
    Clock out{hour, minutes, n + 1};
    if (!past) out = {hour == 1 ? 12 : hour - 1, 60 - minutes, n + 1};
    return closed(out, past ? 0 : hour);
  }

  std::size_t after_hyphen(std::size_t i) const { return v_.mark(i + 1, "-") ? i + 2 : i + 1; }
  bool hour_word(std::size_t i) const {
    return v_.number(i) && !v_[i].article && v_[i].value >= 1 && v_[i].value <= 12 && v_[i].raw.size() <= 6;
  }

  // Half of the day, said or guessed, for hours that are not written as a 24-hour clock. `named`: the hour that was
  // said, where it is not the one of the clock ("quarter to 7" is 6:45 in the evening only if said so).
  Clock closed(Clock c, int named = 0) const {
    const auto half = half_of_day(c.end);
    const int said = named > 0 ? named : c.hour;
    if (half == 1 && c.hour < 12) c.hour += 12;
    if (half == 0 && c.hour == 12) c.hour = 0;
    if (half < 0 && said >= 1 && said <= 6 && c.hour < 12) c.hour += 12;
    return c;
  }

  void minutes_after(Clock& c) const {
    const std::size_t e = c.end;
    if (v_.at(e, {"y", "e"}) && v_.at(e + 1, {"media", "meia"}))
      c.minute = 30, c.end = e + 2;
    else if (v_.at(e, {"y", "e"}) && v_.at(e + 1, {"cuarto", "quinze", "quince"}))
      c.minute = 15, c.end = e + 2;
    else if (v_.at(e, {"y", "e"}) && v_.number(e + 1) && !v_[e + 1].article && v_[e + 1].value % 5 == 0 &&
             v_[e + 1].value >= 5 && v_[e + 1].value < 60 && !unit(e + 2))
      c.minute = v_[e + 1].value, c.end = e + 2;
    else if (v_.at(e, {"menos"}) && v_.at(e + 1, {"cuarto"}))
      c.hour = c.hour > 1 ? c.hour - 1 : 12, c.minute = 45, c.end = e + 2;
    else if (v_.at(e, {"menos"}) && v_.number(e + 1) && v_[e + 1].value % 5 == 0 && v_[e + 1].value > 0 &&
             v_[e + 1].value < 60)
      c.hour = c.hour > 1 ? c.hour - 1 : 12, c.minute = 60 - v_[e + 1].value, c.end = e + 2;
  }

  // A number that counts something is no hour.
  bool unit(std::size_t i) const {
    if (v_.mark(i, "/") || v_.mark(i, "%") || v_.mark(i, "€") || v_.mark(i, "-")) return true;
    return v_.at(i, {"night",      "nights",  "noches",  "noites",       "adults",  "people",  "personas",  "adultos",
                     "pessoas",    "min",     "mins",    "minutos",      "minutes", "dias",    "days",      "anos",
                     "years",      "meses",   "months",  "habitaciones", "rooms",   "quartos", "cuadras",   "km",
                     "kilometros", "metros",  "mts",     "kg",           "kilos",   "euros",   "pesos",     "reais",
                     "dolares",    "pounds",  "dollars", "usd",          "quid",    "stars",   "estrellas", "estrelas",
                     "veces",      "vezes",   "times",   "piso",         "andar",   "cuotas",  "parcelas",  "toallas",
                     "towels",     "semanas", "weeks",   "of",           "mil",     "guests",  "personnes", "dobles",
                     "singles",    "camas",   "beds",    "hours",        "o",       "ou",      "or",        "chicos",
                     "ninos",      "kids",    "percent", "por",          "diarias", "de",      "valijas"}) &&
           !(v_.at(i, {"de"}) && half_of_day(i) >= 0) && !(v_.at(i, {"o", "ou", "or"}) && !v_.number(i + 1)) &&
           !(v_.at(i, {"por"}) && !v_.at(i + 1, {"ciento", "cento", "noche", "noite", "persona"}));
  }

  // A number: 22:15, 22.15, 23h10, 22hs, 7 am, "las 5", "tipo 10", "by ten". `another`: a time was read before, so that
  // a bare one may correct it.
  std::optional<Clock> written_at(std::size_t i, bool another) const {
    // "a la una", "uma da tarde": the only articles that are hours
    const bool one =
        v_.at(i, {"una", "uma"}) &&
        ((v_.before(i, {"la"}) && v_.before(i, {"a", "hasta", "como", "asta"}, 2)) || half_of_day(i + 1) >= 0);
    if (v_.digits(i) && v_[i].raw.size() == 4 && v_.before(i, {"at", "@", "las", "as"}) && v_[i].value < 2400 &&
        v_[i].value % 100 < 60 && !v_.mark(i + 1, "/") && !(v_.digits(i + 2) && v_.glued(i + 1) && v_.glued(i + 2)))
      return Clock{v_[i].value / 100, v_[i].value % 100, v_.at(i + 1, {"h", "hs", "hrs", "hours"}) ? i + 2 : i + 1};
    if (!v_.number(i) || (v_[i].article && !one) || v_[i].value > 24 || v_[i].raw.size() > 9) return std::nullopt;
    if (v_[i].kind == Kind::kNumber && v_[i].raw.size() > 2) return std::nullopt;
    if (i > 0 && (v_.mark(i - 1, "/") || v_.mark(i - 1, "$") || v_.mark(i - 1, "+") || v_.mark(i - 1, "£") ||
                  v_.mark(i - 1, "€") || v_.mark(i - 1, "#")))
      return std::nullopt;
    if (i > 1 && (v_.mark(i - 1, ".") || v_.mark(i - 1, ",") || v_.mark(i - 1, ":")) && v_[i].glued &&
        v_[i - 1].glued && v_[i - 2].kind == Kind::kNumber)
      return std::nullopt;
    Clock c{v_[i].value, 0, i + 1};
    const bool led = leads(i);
    bool written = false, sure = false;  // written: in the form of a 24-hour clock
    if (v_.mark(c.end, ":") && two_digits(c.end + 1)) {
      c.minute = v_[c.end + 1].value, c.end += 2, written = true;
    } else if (v_.at(c.end, {"h"}) && v_[c.end].glued && two_digits(c.end + 1) && v_[c.end + 1].glued) {
      c.minute = v_[c.end + 1].value, c.end += 2, written = true;
    } else if ((v_.mark(c.end, ".") || v_.mark(c.end, ",")) && v_[c.end].glued && two_digits(c.end + 1) &&
               v_[c.end + 1].glued && dotted(i, c.end, led, another)) {
      c.minute = v_[c.end + 1].value, c.end += 2, written = true;
    }
    if (v_.at(c.end, {"h", "hs", "hrs", "hr", "horas", "hora"}) && !written) {
      if (length(i, c.end)) return std::nullopt;
      written = true, ++c.end;
    } else if (written && v_.at(c.end, {"h", "hs", "hrs", "horas"})) {
      ++c.end;
    }
    if (v_.at(c.end, {"oclock"})) sure = true, ++c.end;
    if (v_.at(c.end, {"en"}) && v_.at(c.end + 1, {"punto"})) sure = true, c.end += 2;
    const auto plain = c.end;
    if (c.minute == 0) minutes_after(c);
    if (c.hour > 23 || c.minute > 59) return std::nullopt;
    auto half = half_of_day(c.end);
    if (half < 0 && !written && led && evening_before(i)) half = 1;
    // "a room 4 2nite": the shorthand for "for"
    if (half == 1 && !led && !written && (v_.at(c.end, {"tonight"}) || v_.dated(c.end))) return std::nullopt;
    const bool phrase =
        c.end != plain && v_.at(plain + 1, {"media", "meia"}) && !v_.at(c.end, {"hora", "pension", "pensao", "noche"});
    if (!written && !sure && half < 0 && !led && !phrase) return std::nullopt;
    if (!written && !sure && half < 0 && (unit(c.end) || (c.hour == 0 && !led))) return std::nullopt;
    if (v_.before(i, {"la"}) && half < 0 && !written && !(c.hour == 1)) return std::nullopt;
    if (half == 0)
      c.hour = c.hour == 12 ? 0 : c.hour;
    else if (half == 1)
      c.hour = c.hour < 12 ? c.hour + 12 : (c.hour == 12 && night(c.end) ? 0 : c.hour);
    else if (!written && c.hour >= 1 && c.hour <= 6)
      c.hour += 12;
    return c;
  }

  bool two_digits(std::size_t i) const { return v_.digits(i) && v_[i].raw.size() == 2 && v_[i].value < 60; }

  // "7.40" is a time beside the words of one; otherwise only round minutes that no unit, currency or date follows.
  bool dotted(std::size_t i, std::size_t point, bool led, bool another) const {
    const auto next = point + 2;
    if (v_.mark(next, ".") || v_.mark(next, ",") || v_.mark(next, "/") || v_.mark(next, "-")) {
      if (next + 1 < v_.size() && v_.glued(next + 1) && v_[next + 1].kind == Kind::kNumber) return false;
    }
    if (unit(next) || v_.at(next, {"m", "mt", "cm", "gb", "mb", "euro", "eur", "real", "lbs", "k"})) return false;
    const bool comma = v_.mark(point, ",");
    if (half_of_day(next) >= 0 || v_.at(next, {"h", "hs", "hrs", "horas"})) return true;
    if (comma) return false;
    if (v_.before(i, {"del", "al", "el", "dia", "r", "us", "u", "usd", "pague", "cobraron", "paid"})) return false;
    return led || another || v_[point + 1].value % 5 == 0;
  }

  // A length of time, not a time of day: "24 hs", "en 2 hs", "2h antes", "dos horas".
  bool length(std::size_t i, std::size_t unit_at) const {
    const bool whole = v_.at(unit_at, {"horas", "hora", "hr"});
    const bool o_clock = v_.before(i, {"las", "as", "tipo", "pelas", "umas", "la", "das"});
    if (v_[i].value == 24 && !o_clock) return true;
    if (whole && !o_clock) return true;
    return (v_[i].value <= 2 && v_.at(unit_at + 1, {"para"})) ||
           v_.before(i, {"em", "en", "in", "dentro", "hace", "ha", "ace", "demora", "durante", "cada", "unas", "faltan",
                         "daqui", "por", "tarda", "over", "faz", "within"}) ||
           v_.at(unit_at + 1, {"antes", "antecipado", "before", "after", "later", "mas", "mais", "de", "atras"});
  }

  // Words that lead to a time of day.
  bool leads(std::size_t i) const { return !both(i) && (leads_plain(i) || leads_loose(i)); }

  // "las dos", "as duas" are a time only after a preposition of one: "a las dos", not "una de las dos".
  bool both(std::size_t i) const {
    return v_.before(i, {"las", "as"}) && v_.at(i, {"dos", "duas", "tres"}) && v_.before(i, {"las"}) &&
           !v_.before(i, {"a", "hasta", "desde", "para", "sobre", "tipo", "como", "asta"}, 2) &&
           !(v_.before(i, {"de"}, 2) &&
             v_.before(i, {"antes", "despues", "luego", "partir", "eso", "alrededor", "cerca"}, 3));
  }

  bool leads_plain(std::size_t i) const {
    if (v_.before(i, {"las", "as", "at", "till", "until", "til", "before", "by", "tipo", "pelas", "umas", "around",
                      "approx", "circa", "oras", "arround", "@"}) ||
        (i > 0 && v_.mark(i - 1, "@")))
      return true;
    return false;
  }
  bool leads_loose(std::size_t i) const {
    if (v_.before(i, {"la"})) return v_.before(i, {"a", "hasta", "como"}, 2);
    if (v_.before(i, {"das"})) return v_.before(i, {"volta", "partir", "antes", "depois"}, 2);
    if (v_.before(i, {"about", "after", "from", "like"}))
      return v_.before(i, {"at", "arriving", "arrive", "land", "landing", "there", "leave", "leaving", "get"}, 2);
    return false;
  }

  bool night(std::size_t i) const {
    for (std::size_t j = i; j < i + 4; ++j)
      if (v_.at(j, {"noche", "noite", "night"})) return true;
    return false;
  }

  // "esta noche a las 9", "tonight at 8": said before the hour, within the sentence; "buenas noches" is a greeting.
  bool evening_before(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      if (v_.stops(i - back)) return false;
      if (v_.at(i - back, {"noche", "noite", "tonight", "tarde", "evening", "afternoon"}))
        return !v_.before(i - back, {"buena", "boa", "good", "mas", "mais"});
    }
    return false;
  }

  int half_of_day(std::size_t i) const {  // 0 before noon, 1 after, -1 not said
    if (v_.at(i, {"am", "hsam"})) return 0;
    if (v_.at(i, {"pm"})) return 1;
    if (v_.at(i, {"a", "p"}) && v_.mark(i + 1, ".") && v_.at(i + 2, {"m"})) return v_.at(i, {"p"}) ? 1 : 0;
    if (v_.at(i, {"a", "p"}) && v_.at(i + 1, {"m"})) return v_.at(i, {"p"}) ? 1 : 0;
    if (v_.at(i, {"tonight", "tonite"})) return 1;
    if (v_.at(i, {"del", "do"}) && v_.at(i + 1, {"mediodia", "dia"})) return v_.at(i + 1, {"mediodia"}) ? 1 : -1;
    std::size_t j = i;
    if (v_.at(j, {"hoy", "hoje", "manana", "amanha", "tomorrow", "today"})) ++j;
    for (; j < i + 5 && j < v_.size() && v_.dated(j); ++j)  // "at 5 on Friday morning"
      if (v_.at(j, {"noche", "noite", "night", "tonight"})) return 1;
    if (j > i && v_.at(j, {"morning"})) return 0;
    if (j > i && v_.at(j, {"afternoon", "evening", "arvo", "night", "arvo"})) return 1;
    if (!v_.at(j, {"de", "d", "da", "in", "a", "por", "at", "na", "en", "this", "esta"})) return -1;
    ++j;
    while (v_.at(j, {"la", "the", "hoje"})) ++j;
    if (v_.at(j, {"manana", "manha", "morning", "madrugada", "mannana", "matina"})) return 0;
    if (v_.at(j, {"tarde", "tardinha", "noche", "noite", "afternoon", "evening", "night", "arvo"})) return 1;
    return -1;
  }

  const View& v_;
};

}  // namespace

void read_times(const View& view, Facts& out) {
  out.time = Times(view).run();
}

}  // namespace hotel::nlu
