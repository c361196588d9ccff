// Who travels, in the wordings guests use: people who are named, counted, listed as in a form; ages; rooms.
#include "nlu/party.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "nlu/dates.h"

namespace hotel::nlu {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

// "2+1(4) 2r": adults, children, their ages, rooms; "3g": guests
std::string party_of(const std::string& text) {
  const auto tokens = tokenise(text);
  std::vector<bool> dated(tokens.size(), false);
  for (const auto& [begin, end] : read_dates(tokens, *wire::parse_iso("2026-06-17"), "es", {}).used)
    for (auto i = begin; i < end; ++i) dated[i] = true;
  const auto p = read_party(tokens, dated);
  std::string out;
  if (p.adults) out += fmt::format("{}", *p.adults);
  if (p.children) out += fmt::format("+{}", *p.children);
  if (!p.child_ages.empty()) out += fmt::format("({})", fmt::join(p.child_ages, ","));
  if (p.guests) out += fmt::format("{}g", *p.guests);
  if (p.rooms) out += fmt::format(" {}r", *p.rooms);
  return out;
}

void expect_all(const Cases& cases) {
  for (const auto& [text, wanted] : cases) EXPECT_EQ(party_of(text), wanted) << text;
}

TEST(Party, PeopleWhoAreNamed) {
  expect_all({{"vamos mi señora, yo y mi suegra", "3"},
              {"una doble para mi chica y yo", "2"},
              {"con mi polola y su mamá", "3"},
              {"mi esposo, mi hija de catorce y yo", "2+1(14)"},
              {"somos papá, mamá y dos nenes de 6 y 8", "2+2(6,8)"},
              {"para mis papás", "2"},
              {"just me and the missus", "2"},
              {"my better half and I would love a suite", "2"},
              {"me, himself and the two wee ones, 4 and 7", "2+2(4,7)"},
              {"a room for my in-laws", "2"},
              {"me and 3 mates", "4"},
              {"for my wife and I plus our daughter who is six", "2+1(6)"},
              {"quarto pra mim e pra minha irmã", "2"},
              {"quarto para mim e para os meus dois irmãos", "3"},
              {"eu, o namorido e a sogra", "3"},
              {"vo com meu marido", "2"},
              {"my son is 22, so three adults", "3"}});
}

TEST(Party, FurtherWordings) {
  expect_all({{"¿tiene cuarto para mi mamá y para mí?", "2"},
              {"a gente é em 5", "5g"},
              {"vai mais gente, fica 4 no total", "4g"},
              {"room for me n 3 mates", "4"},
              {"só para mim", "1"},
              {"chego na terça, sozinha mesmo", "1"},
              {"al final pasamos de 3 a 4", "4g"},
              {"passamos de 2 para 3 na reserva", "3g"},
              {"we're going from 4 to 6", "6g"},
              {"eu, minha mulher e o piá de 5 anos", "2+1(5)"}});
}

TEST(Party, WhoTravelsAlone) {
  expect_all({{"viajo solita", "1"},
              {"es para mí solo nomás", "1"},
              {"nomás yo", "1"},
              {"I'm travelling alone", "1"},
              {"solo traveller here", "1"},
              {"it's only me", "1"},
              {"tô sozinho", "1"},
              {"vou só eu", "1"},
              {"una sola noche", ""},
              {"solo quiero saber el precio", ""}});
}

TEST(Party, GroupsAndForms) {
  expect_all({{"un grupo de unos 14", "14g"},
              {"venimos ocho amigas", "8g"},
              {"turma de seis colegas", "6g"},
              {"delegação de 20 pessoas", "20g"},
              {"a party of six", "6g"},
              {"there's nine lads", "9g"},
              {"Adults: 2 Children: 2 (ages 3 and 6)", "2+2(3,6)"},
              {"adultos 2, niños 1, edad 7", "2+1(7)"},
              {"Adult 2, child 1 (10 years old)", "2+1(10)"},
              {"pax: 4", "4g"},
              {"2A+1C", "2+1"},
              {"2 big persons and a baby", "2+1"},
              {"tres mujeres y un bebé", "3+1"},
              {"al final no somos 4 sino 6", "6g"},
              {"hay 3 cuadras hasta la playa?", ""},
              {"un remis para las 10", ""}});
}

TEST(Party, OfUs) {
  expect_all({{"just the two of us", "2g"},
              {"two of us and the baby", "2+1"},
              {"us 2 plus our little one", "2+1"},
              {"the three of us plus a toddler", "3+1"},
              {"las mellizas de 9 y nosotros dos", "2+2(9,9)"}});
}

TEST(Party, AgesInEveryForm) {
  expect_all({{"pareja con guagua", "2+1"},
              {"casal + 1 bb", "2+1"},
              {"me + my boy, hes 12", "1+1(12)"},
              {"a 3 year old and a 5 month old baby", "+2(0,3)"},
              {"our 9yo", "+1(9)"},
              {"one child, 8 yrs", "+1(8)"},
              {"bebé de 18 meses", "+1(1)"},
              {"una nena de un año", "+1(1)"},
              {"4 niñas de 16 y 2 maestras", "2+4(16,16,16,16)"},
              {"twin boys of 7", "+2(7,7)"},
              {"dos nenes, uno de 2 y otro de 5", "+2(2,5)"},
              {"two kids, the oldest is 12 and the youngest 4", "+2(4,12)"},
              {"crianças de 4, 6 e 9 anos", "+3(4,6,9)"},
              {"2 miúdos (9 e 12)", "+2(9,12)"},
              {"2 chicos, 3 noches", "+2"}});
}

TEST(Party, Rooms) {
  expect_all({{"4 adult 2 room please", "4 2r"},
              {"2 nos. double rooms", " 2r"},
              {"ojalá 2 piezas", " 2r"},
              {"3 quartos", " 3r"},
              {"una de las dos habitaciones", ""},
              {"room 2, no hot water", ""}});
}

TEST(Party, DiminutivesAreThePeopleThemselves) {
  expect_all({{"mi hijita de 4 y yo", "1+1(4)"},
              {"vamos con mi noviecita", "2"},
              {"casalzinho com uma menininha de 3 aninhos", "2+1(3)"},
              {"dos amiguitas", "2g"}});
}

}  // namespace
}  // namespace hotel::nlu
