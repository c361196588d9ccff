// What holds for every stay and every text: written in the forms of three languages it is read back, nothing is before
// the reference day, the departure is after the arrival, and no text is too strange. Seeded: every run sees the same
// cases.
#include <array>
#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

#include "nlu/dates.h"

namespace hotel::nlu {
namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) {
  return std::uniform_int_distribution<int>(low, high)(random);
}
template <class T>
const T& any(Random& random, const std::vector<T>& from) {
  return from[static_cast<std::size_t>(between(random, 0, static_cast<int>(from.size()) - 1))];
}

constexpr std::array<std::string_view, 3> kLanguages{"es", "en", "pt"};
constexpr std::array<std::array<const char*, 12>, 3> kMonths{
    {{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December"},
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
      "dezembro"}}};
constexpr std::array<std::array<const char*, 12>, 3> kShort{
    {{"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     {"jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"}}};

unsigned day_of(Date d) {
  return static_cast<unsigned>(d.day());
}
unsigned month_of(Date d) {
  return static_cast<unsigned>(d.month());
}
const char* name(std::size_t language, Date d) {
  return kMonths[language][month_of(d) - 1];
}
const char* abbreviation(std::size_t language, Date d) {
  return kShort[language][month_of(d) - 1];
}
std::string english_ordinal(unsigned n) {
  const auto tens = n % 100, ones = n % 10;
  return fmt::format("{}{}", n,
                     tens >= 11 && tens <= 13 ? "th"
                     : ones == 1              ? "st"
                     : ones == 2              ? "nd"
                     : ones == 3              ? "rd"
                                              : "th");
}
std::string written(std::size_t language, unsigned n) {
  static constexpr std::array<std::array<const char*, 31>, 3> kNumbers{
      {{"uno",         "dos",        "tres",         "cuatro",      "cinco",      "seis",        "siete",
        "ocho",        "nueve",      "diez",         "once",        "doce",       "trece",       "catorce",
        "quince",      "dieciséis",  "diecisiete",   "dieciocho",   "diecinueve", "veinte",      "veintiuno",
        "veintidós",   "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
        "veintinueve", "treinta",    "treinta y uno"},
       {"first",        "second",       "third",          "fourth",        "fifth",        "sixth",
        "seventh",      "eighth",       "ninth",          "tenth",         "eleventh",     "twelfth",
        "thirteenth",   "fourteenth",   "fifteenth",      "sixteenth",     "seventeenth",  "eighteenth",
        "nineteenth",   "twentieth",    "twenty-first",   "twenty-second", "twenty-third", "twenty-fourth",
        "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
        "thirty-first"},
       {"um",           "dois",         "três",         "quatro",         "cinco",
        "seis",         "sete",         "oito",         "nove",           "dez",
        "onze",         "doze",         "treze",        "quatorze",       "quinze",
        "dezesseis",    "dezessete",    "dezoito",      "dezenove",       "vinte",
        "vinte e um",   "vinte e dois", "vinte e três", "vinte e quatro", "vinte e cinco",
        "vinte e seis", "vinte e sete", "vinte e oito", "vinte e nove",   "trinta",
        "trinta e um"}}};
  return kNumbers[language][n - 1];
}

using Form = std::function<std::string(Date, Date)>;

// Forms without a year, for stays that begin within the next months.
std::vector<Form> forms(std::size_t l) {
  const auto numbers = [](Date d) { return fmt::format("{}/{}", day_of(d), month_of(d)); };
  const auto padded = [](Date d) { return fmt::format("{:02}/{:02}", day_of(d), month_of(d)); };
  const auto nights = [](Date a, Date b) { return wire::nights_between(a, b); };
  if (l == 0)
    return {
        [=](Date a, Date b) { return fmt::format("del {} al {}", padded(a), padded(b)); },
        [=](Date a, Date b) { return fmt::format("{} - {}", numbers(a), numbers(b)); },
        [=](Date a, Date b) {
          return fmt::format("desde el {} de {} hasta el {} de {}", day_of(a), name(0, a), day_of(b), name(0, b));
        },
        [=](Date a, Date b) {
          return fmt::format("llego {} {} y salgo {} {}", day_of(a), abbreviation(0, a), day_of(b), abbreviation(0, b));
        },
        [=](Date a, Date b) {
          return fmt::format("del {} de {} al {} de {}", written(0, day_of(a)), name(0, a), written(0, day_of(b)),
                             name(0, b));
        },
        [=](Date a, Date b) { return fmt::format("del {} al {} de {}", day_of(a), day_of(b), name(0, b)); },
        [=](Date a, Date b) { return fmt::format("{} noches desde el {} de {}", nights(a, b), day_of(a), name(0, a)); },
        [=](Date a, Date b) {
          return fmt::format("llegamos el {} de {}, nos vamos el {}", day_of(a), name(0, a), day_of(b));
        },
    };
  if (l == 1)
    return {
        [=](Date a, Date b) {
          return fmt::format("from {} {} to {} {}", name(1, a), day_of(a), name(1, b), day_of(b));
        },
        [=](Date a, Date b) {
          return fmt::format("{} of {} until {} of {}", english_ordinal(day_of(a)), name(1, a),
                             english_ordinal(day_of(b)), name(1, b));
        },
        [=](Date a, Date b) {
          return fmt::format("arriving {} {}, leaving {} {}", day_of(a), abbreviation(1, a), day_of(b),
                             abbreviation(1, b));
        },
        [=](Date a, Date b) {
          return fmt::format("the {} of {} to the {} of {}", written(1, day_of(a)), name(1, a), written(1, day_of(b)),
                             name(1, b));
        },
        [=](Date a, Date b) { return fmt::format("from {} to {} {}", day_of(a), day_of(b), name(1, b)); },
        [=](Date a, Date b) {
          return fmt::format("{} nights from {} {}", nights(a, b), name(1, a), english_ordinal(day_of(a)));
        },
        [=](Date a, Date b) { return fmt::format("from the {} of {} until the {}", day_of(a), name(1, a), day_of(b)); },
        [=](Date a, Date b) {
          return fmt::format("{}. of {} to {}. of {}", day_of(a), name(1, a), day_of(b), name(1, b));
        },
    };
  return {
      [=](Date a, Date b) { return fmt::format("de {} a {}", padded(a), padded(b)); },
      [=](Date a, Date b) { return fmt::format("entrada {} saída {}", numbers(a), numbers(b)); },
      [=](Date a, Date b) {
        return fmt::format("do dia {} de {} ao dia {} de {}", day_of(a), name(2, a), day_of(b), name(2, b));
      },
      [=](Date a, Date b) {
        return fmt::format("chego dia {} {} e saio dia {} {}", day_of(a), abbreviation(2, a), day_of(b),
                           abbreviation(2, b));
      },
      [=](Date a, Date b) {
        return fmt::format("de {} de {} até {} de {}", written(2, day_of(a)), name(2, a), written(2, day_of(b)),
                           name(2, b));
      },
      [=](Date a, Date b) { return fmt::format("de {} a {} de {}", day_of(a), day_of(b), name(2, b)); },
      [=](Date a, Date b) {
        return fmt::format("{} noites a partir de {} de {}", nights(a, b), day_of(a), name(2, a));
      },
      [=](Date a, Date b) { return fmt::format("dia {} de {} até dia {}", day_of(a), name(2, a), day_of(b)); },
  };
}

// Around the days that are hard: ends of months, turns of years, leap days.
Date hard_day(Random& random) {
  static const std::vector<const char*> kHard{"2026-12-29", "2026-12-31", "2027-02-26", "2027-02-28", "2028-02-25",
                                              "2028-02-28", "2028-02-29", "2027-03-30", "2027-04-29", "2027-08-30",
                                              "2027-10-31", "2027-12-30", "2028-12-31", "2096-02-27", "2100-02-26"};
  return wire::add_days(*wire::parse_iso(any(random, kHard)), between(random, -3, 3));
}

TEST(DateProperties, AStayInAnyFormIsReadBack) {
  Random random(20261125);
  for (int n = 0; n < 6000; ++n) {
    const auto today =
        n % 2 == 0 ? hard_day(random) : wire::add_days(*wire::parse_iso("2026-01-01"), between(random, 0, 1800));
    const auto arrival = wire::add_days(today, between(random, 0, 250));
    // Forms that leave a month or number out mean the first such day, so a stay is shorter than a month.
    const auto departure = wire::add_days(arrival, between(random, 1, 26));
    const auto l = static_cast<std::size_t>(between(random, 0, 2));
    const auto text = any(random, forms(l))(arrival, departure);
    const auto d = read_dates(tokenise(text), today, kLanguages[l]);
    ASSERT_TRUE(d.check_in && d.check_out) << text << " seen from " << wire::to_iso(today);
    EXPECT_EQ(wire::to_iso(*d.check_in) + ">" + wire::to_iso(*d.check_out),
              wire::to_iso(arrival) + ">" + wire::to_iso(departure))
        << text << " seen from " << wire::to_iso(today);
    EXPECT_EQ(d.fault, DateFault::kNone) << text;
    EXPECT_EQ(d.used.empty(), false);
  }
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces{"del",
                                                "al",
                                                "el",
                                                "la",
                                                "de",
                                                "from",
                                                "to",
                                                "the",
                                                "until",
                                                "hasta",
                                                "até",
                                                "dia",
                                                "do",
                                                "ao",
                                                "no",
                                                "na",
                                                "em",
                                                "en",
                                                "in",
                                                "on",
                                                "12",
                                                "15",
                                                "31",
                                                "3",
                                                "0",
                                                "99",
                                                "32",
                                                "29",
                                                "2026",
                                                "1999",
                                                "12/03",
                                                "31/02",
                                                "29/2",
                                                "3/4",
                                                "2027-01-05",
                                                "15-18",
                                                "12.03.2027",
                                                "8.30",
                                                "24/7",
                                                "10.12",
                                                "viernes",
                                                "sexta",
                                                "6a",
                                                "Friday",
                                                "sat",
                                                "sun",
                                                "lunes",
                                                "quinta",
                                                "próximo",
                                                "next",
                                                "this",
                                                "este",
                                                "finde",
                                                "weekend",
                                                "fim de semana",
                                                "semana",
                                                "week",
                                                "mes",
                                                "month",
                                                "que viene",
                                                "que vem",
                                                "mañana",
                                                "pasado mañana",
                                                "amanhã",
                                                "tomorrow",
                                                "hoy",
                                                "hoje",
                                                "tonight",
                                                "noche",
                                                "a la noche",
                                                "3 noches",
                                                "two nights",
                                                "5 días",
                                                "uma semana",
                                                "quincena",
                                                "fortnight",
                                                "enero",
                                                "May",
                                                "março",
                                                "dic",
                                                "out",
                                                "set",
                                                "primera",
                                                "last",
                                                "first",
                                                "second",
                                                "twenty",
                                                "veinte",
                                                "vinte e",
                                                "y",
                                                "e",
                                                "and",
                                                "no",
                                                "não",
                                                "perdón",
                                                "sorry",
                                                "mejor",
                                                "minto",
                                                "make it",
                                                "en vez de",
                                                "instead of",
                                                "em vez de",
                                                "move",
                                                "cambiar",
                                                "tengo",
                                                "reserva",
                                                "booking",
                                                "llego",
                                                "salgo",
                                                "chego",
                                                "leaving",
                                                "arriving",
                                                "navidad",
                                                "natal",
                                                "new year's eve",
                                                "nochevieja",
                                                "carnaval",
                                                "Easter",
                                                "viernes santo",
                                                "fines",
                                                "mid",
                                                "end of",
                                                "extra",
                                                "another",
                                                "más",
                                                "mais",
                                                ",",
                                                ".",
                                                "-",
                                                "–",
                                                "/",
                                                ":",
                                                "?",
                                                "\n",
                                                "😀",
                                                "º",
                                                "st",
                                                "th",
                                                "hs",
                                                "am",
                                                "\xff\xfe",
                                                "a",
                                                "o",
                                                "un"};
  return kPieces;
}

// Whatever is said in whatever order: no day that was not written with its year is in the past, a departure is after
// its arrival or a fault is told, and the same text is always read the same.
TEST(DateProperties, NoTextIsTooStrange) {
  Random random(7);
  for (int n = 0; n < 8000; ++n) {
    std::string text;
    for (int k = between(random, 1, 9); k > 0; --k) text += any(random, pieces()) + (between(random, 0, 4) ? " " : "");
    const auto today = hard_day(random);
    const auto language = kLanguages[static_cast<std::size_t>(between(random, 0, 2))];
    Dates d;
    ASSERT_NO_THROW(d = read_dates(tokenise(text), today, language)) << text;
    const auto again = read_dates(tokenise(text), today, language);
    ASSERT_EQ(d.check_in, again.check_in) << text;
    ASSERT_EQ(d.check_out, again.check_out) << text;
    ASSERT_EQ(d.period, again.period) << text;
    ASSERT_EQ(d.ambiguous, again.ambiguous) << text;
    for (const auto& day : {d.check_in, d.check_out}) {
      if (day) ASSERT_TRUE(day->ok()) << text;
      if (day && *day < today) ASSERT_EQ(d.fault == DateFault::kNone, false) << text << " from " << wire::to_iso(today);
    }
    if (d.fault == DateFault::kNone && d.check_in && d.check_out) ASSERT_LT(*d.check_in, *d.check_out) << text;
    if (d.period) ASSERT_LE(d.period->first, d.period->second) << text;
    if (d.nights && d.fault == DateFault::kNone) ASSERT_GT(*d.nights, 0) << text;
    for (const auto& [begin, end] : d.used) ASSERT_LT(begin, end) << text;
  }
}

// No day is before the reference day unless its year is written: every kind of expression, from every day of a year
// that has a leap day.
TEST(DateProperties, NothingIsInThePast) {
  static const std::vector<std::pair<std::string_view, const char*>> kTexts{{"es", "el 29 de febrero"},
                                                                            {"es", "el viernes"},
                                                                            {"es", "este finde"},
                                                                            {"es", "el finde que viene"},
                                                                            {"es", "el lunes que viene"},
                                                                            {"es", "hoy"},
                                                                            {"es", "del 28 al 3"},
                                                                            {"es", "para nochevieja"},
                                                                            {"es", "el 31"},
                                                                            {"en", "this weekend"},
                                                                            {"en", "the weekend of the 14th"},
                                                                            {"en", "next Tuesday"},
                                                                            {"en", "on Christmas day"},
                                                                            {"en", "Dec 30 to Jan 2"},
                                                                            {"en", "first Friday of May"},
                                                                            {"en", "Friday week"},
                                                                            {"pt", "dia 30"},
                                                                            {"pt", "sábado que vem"},
                                                                            {"pt", "no réveillon"},
                                                                            {"pt", "de sexta a domingo"},
                                                                            {"pt", "daqui a 3 dias"},
                                                                            {"es", "el finde del 1 de marzo"},
                                                                            {"en", "last weekend of February"},
                                                                            {"es", "viernes santo"}};
  for (Date today = *wire::parse_iso("2027-12-01"); today < *wire::parse_iso("2029-01-05");
       today = wire::add_days(today, 1))
    for (const auto& [language, text] : kTexts) {
      const auto d = read_dates(tokenise(text), today, language);
      ASSERT_TRUE(d.check_in.has_value()) << text << " from " << wire::to_iso(today);
      EXPECT_GE(*d.check_in, today) << text << " from " << wire::to_iso(today);
      if (d.check_out) EXPECT_GT(*d.check_out, *d.check_in) << text << " from " << wire::to_iso(today);
    }
}

}  // namespace
}  // namespace hotel::nlu
