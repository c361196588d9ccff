#include "nlu/dates.h"

#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "nlu/language.h"
#include "nlu/understand.h"

namespace hotel::nlu {
namespace {

Date day(const char* iso) {
  return *wire::parse_iso(iso);
}
Dates read(const std::string& text, const char* today, const std::string& language = "es",
           const DateContext& context = {}) {
  return read_dates(tokenise(text), day(today), language, context);
}
std::string shown(const Dates& d) {
  return fmt::format("{}>{}", d.check_in ? wire::to_iso(*d.check_in) : "-",
                     d.check_out ? wire::to_iso(*d.check_out) : "-");
}

struct Case {
  const char *language, *today, *text, *want;
  bool ambiguous = false;
};

// One row a rule and language; 2026-03-10 is a Tuesday, 2026-11-24 too.
TEST(Dates, RulesOfTheHotelsCalendar) {
  const std::vector<Case> cases{
      {"es", "2026-03-10", "del viernes al domingo", "2026-03-13>2026-03-15"},
      {"en", "2026-03-10", "from Friday to Sunday", "2026-03-13>2026-03-15"},
      {"pt", "2026-03-10", "de sexta a domingo", "2026-03-13>2026-03-15"},
      {"es", "2026-03-10", "para el martes", "2026-03-17>-"},  // never the same day
      {"es", "2026-02-26", "el próximo viernes", "2026-03-06>-", true},
      {"en", "2026-02-26", "next Monday", "2026-03-02>-"},  // not to come in the present week: no doubt
      {"en", "2026-02-26", "Friday of next week", "2026-03-06>-"},
      {"pt", "2026-03-10", "na semana que vem, de segunda a quinta", "2026-03-16>2026-03-19"},
      {"es", "2026-03-10", "el 5", "2026-04-05>-"},
      {"es", "2026-01-30", "el 31", "2026-01-31>-"},
      {"es", "2026-02-01", "el 31", "2026-03-31>-"},  // the next month that has the day
      {"es", "2026-07-01", "del 28 al 3", "2026-07-28>2026-08-03"},
      {"es", "2026-12-18", "del 30 al 2", "2026-12-30>2027-01-02"},
      {"en", "2026-12-18", "Dec 28 to Jan 2", "2026-12-28>2027-01-02"},
      {"es", "2026-11-24", "del 28 de diciembre al 2", "2026-12-28>2027-01-02"},
      {"es", "2026-11-24", "este finde", "2026-11-27>2026-11-29"},
      {"en", "2026-11-24", "next weekend", "2026-12-04>2026-12-06", true},
      {"en", "2026-09-14", "the weekend of 14 November", "2026-11-13>2026-11-15", true},
      {"es", "2026-03-10", "3 noches desde el 12", "2026-03-12>2026-03-15"},
      {"es", "2027-01-30", "saliendo el 10 de febrero, 3 noches", "2027-02-07>2027-02-10"},
      {"pt", "2027-01-30", "uma semana a partir de 8 de fevereiro", "2027-02-08>2027-02-15"},
      {"en", "2026-05-03", "in two weeks", "2026-05-17>-", true},
      {"es", "2026-09-14", "5 dias desde el 1 de octubre", "2026-10-01>2026-10-06", true},
      {"es", "2026-03-10", "esta noche", "2026-03-10>2026-03-11"},
      {"en", "2026-03-10", "tomorrow night", "2026-03-11>2026-03-12"},
      {"pt", "2026-03-10", "hoje à noite", "2026-03-10>2026-03-11"},
      {"es", "2026-03-10", "para mañana", "2026-03-11>-"},
      {"en", "2026-03-10", "the day after tomorrow for two nights", "2026-03-12>2026-03-14"},
      {"pt", "2026-05-03", "depois de amanhã até sexta", "2026-05-05>2026-05-08"},
      {"es", "2026-03-10", "el 03/04", "2026-04-03>-"},
      {"en", "2026-03-10", "on 03/04 for one night", "2026-04-03>2026-04-04", true},
      {"en", "2026-12-18", "12/24-12/27", "2026-12-24>2026-12-27"},
      {"es", "2026-11-24", "2027-01-14 al 2027-01-17", "2027-01-14>2027-01-17"},
      {"es", "2026-11-24", "del 14/01/2027 al 17/01/2027", "2027-01-14>2027-01-17"},
      {"es", "2026-11-24", "del 14-01-2027 al 17-01-2027", "2027-01-14>2027-01-17"},
      {"es", "2026-02-26", "el 29 de febrero", "2028-02-29>-"},
      {"en", "2026-05-03", "for the 21st, actually no, make it the 22nd, 2 nights", "2026-05-22>2026-05-24"},
      {"es", "2026-11-24", "del 24 al 26 de diciembre, no, perdón, mejor del 26 al 28", "2026-12-26>2026-12-28"},
      {"pt", "2026-09-14", "pra sexta, ou melhor, pra sábado, 1 noite", "2026-09-19>2026-09-20"},
      {"es", "2026-11-24", "del 7 al 10 del mes que viene", "2026-12-07>2026-12-10"},
      {"en", "2026-07-01", "10-12 july", "2026-07-10>2026-07-12"},
      {"pt", "2026-07-01", "entre 20 e 25 de julho", "2026-07-20>2026-07-25"},
  };
  for (const auto& c : cases) {
    const auto d = read(c.text, c.today, c.language);
    EXPECT_EQ(shown(d), c.want) << c.text << " seen from " << c.today;
    EXPECT_EQ(d.ambiguous, c.ambiguous) << c.text;
    EXPECT_EQ(d.fault, DateFault::kNone) << c.text;
  }
}

TEST(Dates, PeriodsStayPeriods) {
  const std::vector<Case> cases{{"es", "2026-11-24", "la 1ra quincena de febrero", "2027-02-01/2027-02-15"},
                                {"pt", "2026-11-24", "na segunda quinzena de janeiro", "2027-01-16/2027-01-31"},
                                {"en", "2026-11-24", "around mid January", "2027-01-11/2027-01-20"},
                                {"es", "2026-11-24", "a fines de febrero de 2028", "2028-02-21/2028-02-29"},
                                {"en", "2026-07-01", "any rooms in August?", "2026-08-01/2026-08-31"},
                                {"es", "2026-03-10", "en semana santa", "2026-03-29/2026-04-05"},
                                {"pt", "2027-01-30", "pro carnaval", "2027-02-06/2027-02-09"},
                                {"en", "2026-04-06", "Easter week", "2027-03-21/2027-03-28"}};
  for (const auto& c : cases) {
    const auto d = read(c.text, c.today, c.language);
    ASSERT_TRUE(d.period.has_value()) << c.text;
    EXPECT_EQ(wire::to_iso(d.period->first) + "/" + wire::to_iso(d.period->second), c.want) << c.text;
    EXPECT_FALSE(d.check_in.has_value());
  }
  EXPECT_FALSE(read("what's the weather like on Mars?", "2026-03-10", "en").period.has_value());
}

TEST(Dates, FaultsAreNamed) {
  EXPECT_EQ(read("del 20/03/2026 al 18/03/2026", "2026-03-10").fault, DateFault::kReversed);
  EXPECT_EQ(read("del 20/03 al 18/03", "2026-03-10").fault, DateFault::kReversed);
  EXPECT_EQ(read("el 10/01/2026", "2026-03-10").fault, DateFault::kPast);
  EXPECT_EQ(read("el 31 de febrero", "2026-03-10").fault, DateFault::kImpossible);
  EXPECT_EQ(read("29/02/2027", "2026-03-10").fault, DateFault::kImpossible);
  EXPECT_EQ(read("32/13/2026 al 99/99/9999", "2026-03-10").fault, DateFault::kImpossible);
}

TEST(Dates, ChangedDaysAreToldFromNewOnes) {
  const auto d = read("en vez de llegar el 20 llegamos el 21", "2026-12-18");
  EXPECT_EQ(d.check_in, day("2026-12-21"));
  EXPECT_EQ(d.current_check_in, day("2026-12-20"));
  const auto out = read("Salimos el 26 en lugar del 24", "2026-09-14");
  EXPECT_EQ(out.check_out, day("2026-09-26"));
  EXPECT_EQ(out.current_check_out, day("2026-09-24"));
  EXPECT_EQ(read("hay lugar el 23 de mayo?", "2026-05-03").check_in, day("2026-05-23"))
      << "«lugar» alone changes nothing";
}

TEST(Dates, ContextGivesMonthAndRole) {
  DateContext august;
  august.period = month_span(2026, 8);
  EXPECT_EQ(shown(read("3rd to the 8th", "2026-07-01", "en", august)), "2026-08-03>2026-08-08");
  DateContext departure;
  departure.departure_wanted = true;
  departure.check_in = day("2026-12-30");
  EXPECT_EQ(shown(read("el 2", "2026-12-18", "es", departure)), "->2027-01-02");
}

// Every numeric and written form of every day of four years, over leap years, ends of months and turns of the year.
TEST(Dates, EveryDayIsReadAsItself) {
  static constexpr std::array<std::array<const char*, 12>, 3> kMonths{
      {{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre"},
       {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December"},
       {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro"}}};
  for (Date d = day("2026-11-24"); d < day("2030-11-24"); d = wire::add_days(d, 3)) {
    const auto next = wire::add_days(d, 2);
    const auto text_of = [](Date x) {
      return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(x.day()), static_cast<unsigned>(x.month()),
                         static_cast<int>(x.year()));
    };
    const auto want = wire::to_iso(d) + ">" + wire::to_iso(next);
    EXPECT_EQ(shown(read("del " + text_of(d) + " al " + text_of(next), "2026-11-24")), want);
    EXPECT_EQ(shown(read("from " + wire::to_iso(d) + " to " + wire::to_iso(next), "2026-11-24", "en")), want);
    const auto m = static_cast<unsigned>(d.month()) - 1, n = static_cast<unsigned>(next.month()) - 1;
    const auto y = static_cast<int>(d.year()), z = static_cast<int>(next.year());
    const auto a = static_cast<unsigned>(d.day()), b = static_cast<unsigned>(next.day());
    EXPECT_EQ(shown(read(fmt::format("del {} de {} de {} al {} de {} de {}", a, kMonths[0][m], y, b, kMonths[0][n], z),
                         "2026-11-24")),
              want);
    EXPECT_EQ(shown(read(fmt::format("from {} {}, {} to {} {}, {}", kMonths[1][m], a, y, kMonths[1][n], b, z),
                         "2026-11-24", "en")),
              want);
    EXPECT_EQ(shown(read(fmt::format("de {} de {} de {} até {} de {} de {}", a, kMonths[2][m], y, b, kMonths[2][n], z),
                         "2026-11-24", "pt")),
              want);
  }
}

// Whatever day it is: a weekday is within the next seven days, «next» is in the next calendar week, nothing is in the
// past.
TEST(Dates, RelativeDaysHoldOnEveryDay) {
  static constexpr std::array<const char*, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
  for (Date today = day("2027-12-20"); today < day("2028-03-10"); today = wire::add_days(today, 1)) {
    const auto iso = wire::to_iso(today);
    for (std::size_t w = 0; w < 7; ++w) {
      const auto plain = read(std::string("on ") + kDays[w], iso.c_str(), "en");
      ASSERT_TRUE(plain.check_in.has_value());
      EXPECT_EQ(weekday_of(*plain.check_in), static_cast<int>(w));
      const int ahead = wire::nights_between(today, *plain.check_in);
      EXPECT_TRUE(ahead >= 1 && ahead <= 7) << iso << kDays[w];
      const auto next = read(std::string("next ") + kDays[w], iso.c_str(), "en");
      EXPECT_EQ(monday_of(*next.check_in), wire::add_days(monday_of(today), 7));
      EXPECT_EQ(next.ambiguous, ahead < 7 - weekday_of(today)) << iso << kDays[w];
    }
    const auto weekend = read("este finde", iso.c_str());
    EXPECT_GE(*weekend.check_in, today);
    EXPECT_GT(*weekend.check_out, *weekend.check_in);
    for (int d = 1; d <= 31; ++d) {
      const auto bare = read(fmt::format("el {}", d), iso.c_str());
      ASSERT_TRUE(bare.check_in.has_value()) << iso << " " << d;
      EXPECT_GE(*bare.check_in, today);
      EXPECT_EQ(static_cast<int>(static_cast<unsigned>(bare.check_in->day())), d);
    }
  }
}

TEST(Calendar, EasterOfKnownYears) {
  EXPECT_EQ(easter(2026), day("2026-04-05"));
  EXPECT_EQ(easter(2027), day("2027-03-28"));
  EXPECT_EQ(easter(2038), day("2038-04-25"));
}

}  // namespace
}  // namespace hotel::nlu
