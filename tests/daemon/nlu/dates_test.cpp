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

// Wordings of guests who learned the language elsewhere, of Portugal, of haste. 2026-06-17 is a Wednesday.
TEST(Dates, FurtherWordings) {
  const std::vector<Case> cases{
      {"pt", "2026-06-17", "quanto tá saindo do dia 9 ao 12 de outubro?", "2026-10-09>2026-10-12"},
      {"es", "2026-06-17", "¿cuánto está saliendo del 9 al 12 de octubre?", "2026-10-09>2026-10-12"},
      {"pt", "2026-06-17", "chego sexta 7 e meia da manhã", "2026-06-19>-"},
      {"es", "2026-06-17", "llego el viernes 7 y media", "2026-06-19>-"},
      {"en", "2026-06-17", "from 24.7. to 28.7., two persons", "2026-07-24>2026-07-28"},
      {"en", "2026-06-17", "we arrive 19.09. and leave 22.09.", "2026-09-19>2026-09-22"},
      {"en", "2026-06-17", "from 3.9. until 6.9. please", "2026-09-03>2026-09-06", true},
      {"en", "2026-06-17", "day 5 of september to day 8", "2026-09-05>2026-09-08"},
      {"en", "2026-06-17", "10 of september till 13 of september", "2026-09-10>2026-09-13"},
      {"en", "2026-06-17", "of 10 at 13 september, euh pardon, of 11 at 14", "2026-09-11>2026-09-14"},
      {"en", "2026-06-17", "since 8 august to 10 august", "2026-08-08>2026-08-10"},
      {"en", "2026-06-17", "the nights of 12 and 13 july", "2026-07-12>2026-07-14"},
      {"en", "2026-06-17", "tomorrow week", "2026-06-25>-"},
      {"en", "2026-06-17", "any room this w/e?", "2026-06-19>2026-06-21"},
      {"en", "2026-06-17", "we land 4 july and fly out 8 july", "2026-07-04>2026-07-08"},
      {"en", "2026-06-17", "in on the 4th out on the 7th july", "2026-07-04>2026-07-07"},
      {"en", "2026-06-17", "arriving fri, heading home mon", "2026-06-19>2026-06-22"},
      {"en", "2026-06-17", "open on saturdays?", "->-"},
      {"pt", "2026-06-17", "entrada a 4, saída a 7 de julho", "2026-07-04>2026-07-07"},
      {"pt", "2026-06-17", "chegamos a 4 de julho e saímos a 7", "2026-07-04>2026-07-07"},
      {"pt", "2026-06-17", "entrada a 9, não, espere, a 10, e saída a 12 de julho", "2026-07-10>2026-07-12"},
      {"pt", "2026-06-17", "chega sexta e vai embora domingo", "2026-06-19>2026-06-21"},
      {"pt", "2026-06-17", "a gente ia dia 23 e voltava dia 25", "2026-06-23>2026-06-25"},
      {"pt", "2026-06-17", "no findi tem lugar?", "2026-06-19>2026-06-21"},
      {"pt", "2026-06-17", "para a passagem de ano, de 30 a 2", "2026-12-30>2027-01-02"},
      {"es", "2026-06-17", "llegaríamos el 3 y nos iríamos el 6 de julio", "2026-07-03>2026-07-06"},
      {"es", "2026-06-17", "es para el 17 de julio, saldríamos el 19", "2026-07-17>2026-07-19"},
      {"es", "2026-06-17", "cuánto me saldría del 3 al 6 de julio", "2026-07-03>2026-07-06"},
      {"es", "2026-06-17", "hay lugar este fin?", "2026-06-19>2026-06-21"},
      {"es", "2026-06-17", "en dos semanitas", "2026-07-01>-", true},
      {"es", "2026-06-17", "de aquí a diez días", "2026-06-27>-"},
      {"es", "2026-06-17", "del beinte al veintidos de agosto", "2026-08-20>2026-08-22"},
      {"es", "2026-06-17", "del 4 al 7 de julio... ay no, mentira, del 5 al 8", "2026-07-05>2026-07-08"},
      {"es", "2026-06-17", "para el puente del 20 de julio, llegando el 17 y saliendo el 20", "2026-07-17>2026-07-20"},
      {"es", "2026-06-17", "abren los domingos?", "->-"},
      {"es", "2026-06-17", "vengo de tres semanas en obra", "->-"},
  };
  for (const auto& c : cases) {
    const auto d = read(c.text, c.today, c.language);
    EXPECT_EQ(shown(d), c.want) << c.text << " seen from " << c.today;
    EXPECT_EQ(d.ambiguous, c.ambiguous) << c.text;
  }
}

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

TEST(Dates, CorrectionsLeaveTheLastWord) {
  const std::vector<Case> cases{
      {"es", "2026-08-30", "2 noches.. perdón, 3, desde este domingo", "2026-09-06>2026-09-09"},
      {"es", "2026-08-30", "pasame al 12... no pará, mejor al 13, que el 12 es feriado", "2026-09-13>-"},
      {"es", "2026-06-17", "del 3 al 5 de julio, perdón, al 6", "2026-07-03>2026-07-06"},
      {"es", "2026-06-17", "no el 12 sino el 13 de julio", "2026-07-13>-"},
      {"en", "2026-06-17", "arriving Monday, make that Tuesday, leaving Friday", "2026-06-23>2026-06-26"},
      {"en", "2026-06-17", "not the 3rd but the 4th of July", "2026-07-04>-"},
      {"pt", "2026-06-17", "chego quinta, não, sexta, e saio no domingo", "2026-06-19>2026-06-21"},
      {"pt", "2026-06-17", "dia 10 não, dia 11 de julho, 2 noites, minto, 4", "2026-07-11>2026-07-15"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(read(c.text, c.today, c.language)), c.want) << c.text;
}

TEST(Dates, OldAndNewDaysOfAChange) {
  struct Change {
    const char *language, *text, *old_days, *new_days;
  };
  const std::vector<Change> cases{
      {"en", "shift my arrival from the 20th to the 23rd", "2026-06-20>-", "2026-06-23>-"},
      {"en", "change my checkout from Sunday to Monday", "->2026-06-21", "->2026-06-22"},
      {"en", "I'm booked for the 20th, can we make it the 22nd?", "2026-06-20>-", "2026-06-22>-"},
      {"en", "swap 12-14 November for 19-21 November", "2026-11-12>2026-11-14", "2026-11-19>2026-11-21"},
      {"es", "tengo del 8 al 11 de septiembre y me la tienen que correr: del 15 al 18", "2026-09-08>2026-09-11",
       "2026-09-15>2026-09-18"},
      {"es", "tenía reserva para el 28 de septiembre, la paso al 3", "2026-09-28>-", "2026-10-03>-"},
      {"es", "en vez del 20 al 22 vamos del 23 al 25", "2026-06-20>2026-06-22", "2026-06-23>2026-06-25"},
      {"pt", "tava pro dia 10, preciso jogar pro dia 12 de setembro", "2026-09-10>-", "2026-09-12>-"},
      {"pt", "em vez de 15 a 18/07 pode ser de 22 a 25?", "2026-07-15>2026-07-18", "2026-07-22>2026-07-25"},
      {"pt", "troca 29/12 a 01/01 por 02/01 a 05/01", "2026-12-29>2027-01-01", "2027-01-02>2027-01-05"},
  };
  for (const auto& c : cases) {
    const auto d = read(c.text, "2026-06-17", c.language);
    Dates old;
    old.check_in = d.current_check_in, old.check_out = d.current_check_out;
    EXPECT_EQ(shown(old), c.old_days) << c.text;
    EXPECT_EQ(shown(d), c.new_days) << c.text;
  }
}

TEST(Dates, FeastsNightsAndWordsThatFollow) {
  const std::vector<Case> cases{
      {"en", "2026-12-10", "ariving new years eve leavin on the 2nd", "2026-12-31>2027-01-02"},
      {"es", "2026-12-10", "llegamos en nochebuena y nos vamos el 26", "2026-12-24>2026-12-26"},
      {"pt", "2026-12-10", "tem quarto pro réveillon?", "2026-12-31>-"},
      {"es", "2026-12-10", "para año nuevo, del 30 al 2", "2026-12-30>2027-01-02"},
      {"es", "2026-06-17", "mañana temprano me voy", "->2026-06-18"},
      {"pt", "2026-06-17", "pra hoje, amanhã cedo já vou embora", "2026-06-17>2026-06-18"},
      {"en", "2026-06-17", "a week on Saturday for 2 nights", "2026-06-27>2026-06-29"},
      {"es", "2026-06-17", "de hoy en ocho", "2026-06-24>-"},
      {"es", "2026-06-17", "quince días a partir del 1 de julio", "2026-07-01>2026-07-16", true},
      {"en", "2026-06-17", "a fortnight from 1 July", "2026-07-01>2026-07-15"},
      {"en", "2026-06-17", "from 12. to 15. of july", "2026-07-12>2026-07-15"},
      {"es", "2026-06-17", "llego 12 salgo 15", "2026-07-12>2026-07-15"},
      {"en", "2019-09-18", "2/29-3/1", "2020-02-29>2020-03-01"},  // one end decides the order of the other
      {"en", "2022-05-01", "Friday 14th", "2022-05-14>-", true},  // the 14th is a Saturday: asked
  };
  for (const auto& c : cases) {
    const auto d = read(c.text, c.today, c.language);
    EXPECT_EQ(shown(d), c.want) << c.text;
    EXPECT_EQ(d.ambiguous, c.ambiguous) << c.text;
  }
  EXPECT_EQ(read("me sumás una nochecita más?", "2026-06-17").extra_nights, 1);
  EXPECT_EQ(read("an extra two nights", "2026-06-17", "en").extra_nights, 2);
}

TEST(Dates, WishesPastStaysAndOtherWordsAreNoStay) {
  const std::vector<std::pair<const char*, const char*>> texts{
      {"es", "chaucha, buen finde"},
      {"es", "feliz navidad!"},
      {"es", "tuve que dejarla tres días en la calle"},
      {"es", "el lunes pasado dejé mi campera"},
      {"es", "hacen cena de nochebuena?"},
      {"es", "entre semana es más barato?"},
      {"es", "abren 24/7?"},
      {"en", "sat nav's taken us to a builders yard"},
      {"en", "we'd like to keep the room til 2pm"},
      {"en", "I left my passport under the mattress when we checked out this morning"},
      {"en", "we stayed last weekend and loved it"},
      {"pt", "estamos no 22, sem toalha"},
      {"pt", "obrigado, até amanhã!"},
      {"pt", "fiquei aí de 10 a 12"},
  };
  for (const auto& [language, text] : texts) {
    const auto d = read(text, "2026-06-17", language);
    EXPECT_EQ(shown(d), "->-") << text;
    EXPECT_FALSE(d.nights || d.period) << text;
  }
  // A time after a weekday is no day of the month.
  EXPECT_EQ(shown(read("para el lunes 8.30", "2026-08-30")), "2026-08-31>-");
}

// What a hotel may decide otherwise.
TEST(Dates, RulesCanBeChanged) {
  DateContext us;
  us.rules.day_first = false;
  us.rules.ask_numeric_order_in_english = false;
  EXPECT_EQ(shown(read("on 03/04 for one night", "2026-03-01", "en", us)), "2026-03-04>2026-03-05");
  EXPECT_EQ(shown(read("on 13/04 for one night", "2026-03-01", "en", us)), "2026-04-13>2026-04-14");

  DateContext plate;  // Río de la Plata
  plate.rules.next_is_next_week = false;
  plate.rules.ask_next = false;
  const auto near = read("el viernes que viene", "2026-03-10", "es", plate);
  EXPECT_EQ(shown(near), "2026-03-13>-");
  EXPECT_FALSE(near.ambiguous);

  DateContext sunday;
  sunday.rules.first_weekday = 6;
  EXPECT_EQ(shown(read("Sunday of next week", "2026-03-10", "en", sunday)), "2026-03-15>-");
  EXPECT_EQ(shown(read("Sunday of next week", "2026-03-10", "en")), "2026-03-22>-");

  DateContext weekend;
  weekend.rules.weekend_arrival = 5;
  weekend.rules.weekend_nights = 2;
  weekend.rules.ask_dated_weekend = false;
  EXPECT_EQ(read("este finde", "2026-03-10", "es", weekend).check_in, day("2026-03-14"));

  DateContext days;
  days.rules.nights_less_than_days = 1;
  days.rules.ask_days = false;
  const auto five = read("5 días desde el 1 de octubre", "2026-03-10", "es", days);
  EXPECT_EQ(shown(five), "2026-10-01>2026-10-05");
  EXPECT_FALSE(five.ambiguous);

  DateContext thirds;
  thirds.rules.middle_until = 19;
  EXPECT_EQ(read("fines de marzo", "2026-03-10", "es", thirds).period->first, day("2026-03-20"));
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
