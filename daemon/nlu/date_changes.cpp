#include "nlu/date_changes.h"

#include <algorithm>

#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

using What = Mention::What;
using Places = std::vector<Placed>;

bool is(const std::vector<Token>& t, std::size_t at, Words words) {
  return at < t.size() && word_is(t[at], words);
}

// One or two places that say one stay.
struct Group {
  std::size_t first = 0, last = 0;
};

std::vector<Group> groups_of(const Places& places) {
  std::vector<Group> out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].m.what != What::kDay && places[i].m.what != What::kWeekend) continue;
    if (places[i].after_range && !out.empty() && out.back().last + 1 == i)
      out.back().last = i;
    else
      out.push_back({i, i});
  }
  return out;
}

bool says_between(const std::vector<Token>& t, std::size_t a, std::size_t b, Says what) {
  for (auto at = a; at < b; ++at)
    if (lexicon().says(t[at], what)) return true;
  return false;
}
bool change_verb(const std::vector<Token>& t, std::size_t a, std::size_t b) {
  return says_between(t, a, b, Says::kChanges);
}

void give_up(Places& places, Group g, bool departure) {
  places[g.first].role = Role::kCurrent;
  places[g.first].departure = departure && g.first == g.last;
  if (g.last > g.first) places[g.last].role = Role::kCurrent, places[g.last].departure = true;
}

// A single place whose range was the way from the old day to the new: "shift my arrival from the 20th to the 23rd".
bool moves_along(const std::vector<Token>& t, const Places& places, Group g) {
  if (g.last == g.first) return false;
  const auto begin = places[g.first].m.begin;
  std::size_t from = begin;
  while (from > 0 && is(t, from - 1, {"el", "the", "dia", "o"})) --from;
  if (from == 0 || !is(t, from - 1, {"from", "del", "de", "do", "desde"})) return false;
  std::size_t start = from;
  while (start > 0 && from - start < 9 && !ends_sentence(t[start - 1])) --start;
  if (!change_verb(t, start, from)) return false;
  const bool one_day = said_between(t, start, from,
                                    {"arrival", "llegada", "chegada", "checkin", "checkout", "departure", "salida",
                                     "saida", "ingreso", "entrada", "check", "day", "dia"});
  // "cambiar la reserva del 20 al 23" may name the stay; to move it "del 20 al 23" is a way.
  // "me pueden pasar el precio del 3 al 6" asks to be told
  if (said_between(t, start, from,
                   {"valor", "precio", "preco",       "precos",         "precios",         "tarifa",      "price",
                    "rate",  "info",   "informacion", "datos",          "cotizacion",      "presupuesto", "orcamento",
                    "costo", "cost",   "quote",       "disponibilidad", "disponibilidade", "availability"}))
    return false;
  const bool ways = says_between(t, start, from, Says::kMoves);
  return one_day || ways;
}

}  // namespace

bool said_between(const std::vector<Token>& t, std::size_t a, std::size_t b, Words words) {
  for (auto at = a; at < b; ++at)
    if (word_is(t[at], words)) return true;
  return false;
}

void find_changes(const std::vector<Token>& t, Places& places) {
  const auto groups = groups_of(places);
  if (groups.empty()) return;
  const auto old = groups.front();
  auto& first = places[old.first];
  if (first.role == Role::kCurrent) return;
  const auto begin = first.m.begin;
  const bool leaves = said_between(t, begin >= 6 ? begin - 6 : 0, begin,
                                   {"departure", "checkout", "salida", "saida", "egreso", "leaving", "out"});
  if (groups.size() == 1) {
    if (!moves_along(t, places, old)) return;
    auto& second = places[old.last];
    give_up(places, {old.first, old.first}, leaves);
    second.after_range = false;
    second.role = leaves ? Role::kOut : Role::kIn;
    return;
  }
  const auto now = groups[1];
  auto& next = places[now.first];
  if (next.role == Role::kCurrent || next.listed || (next.role == Role::kOut) != (first.role == Role::kOut)) return;
  const auto end = places[old.last].m.end;
  std::size_t names = begin;
  while (names > 0 && is(t, names - 1, {"del", "de", "do", "of", "on", "for", "from", "the", "el", "dia"})) --names;
  // "cancelá mi reserva del 12 y haceme otra para el 19": the first day only names the booking.
  const bool named = names < begin && names > 0 &&
                     is(t, names - 1, {"reserva", "booking", "reservation", "estadia", "stay"}) &&
                     next.role == Role::kNone;
  // "la tengo para el 12", "we're down for", "tava marcada pro dia 10", and then what it should become.
  const std::size_t clause = begin >= 8 ? begin - 8 : 0;
  const bool booked = said_between(
      t, begin >= 16 ? begin - 16 : 0, begin,
      {"tengo",  "tenemos", "tenia", "teniamos", "era",    "estaba",   "esta",    "reserve", "reservamos", "down",
       "booked", "have",    "had",   "tava",     "estava", "ta",       "marcada", "marcado", "reservada",  "reservado",
       "tenho",  "temos",   "tinha", "tinhamos", "figura", "reservei", "was",     "got"});
  const bool wants = change_verb(t, end, next.m.begin) ||
                     said_between(t, end, next.m.begin,
                                  {"puede",  "podria",   "podemos", "puedo",      "pode",     "poderia",     "posso",
                                   "could",  "can",      "preciso", "precisamos", "necesito", "need",        "quero",
                                   "quiero", "prefiero", "want",    "like",       "would",    "ponela",      "vire",
                                   "pero",   "but",      "mas",     "queria",     "quisiera", "quisieramos", "gustaria",
                                   "fica",   "ahora",    "agora",   "now",        "cambienla"});
  // "troca 29/12 a 01/01 por 02/01 a 05/01", "move 3-6 March to 10-12"
  const bool swap = change_verb(t, clause, begin) && next.m.begin - end <= 4 &&
                    said_between(t, end, next.m.begin, {"por", "for", "to", "al", "a", "para", "pra"});
  const bool of_booking = said_between(t, clause, begin, {"reserva", "booking", "reservation", "estadia"}) &&
                          change_verb(t, end, next.m.begin);
  const bool is_for = said_between(t, clause, begin, {"reserva", "booking", "reservation"}) &&
                      said_between(t, clause, begin, {"is", "es", "era", "was"}) && wants;
  const bool the_one = names < begin && names > 0 && is(t, names - 1, {"la", "a", "one"}) &&
                       change_verb(t, end, next.m.begin);  // "la del 5 la paso para el 12"
  // "dia 8 não dá mais, pode ser dia 9?"
  if (is(t, end, {"no", "nao", "not", "cant", "doesnt"}) && wants && !booked) {
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(old.first),
                 places.begin() + static_cast<std::ptrdiff_t>(old.last) + 1);
    return;
  }
  if (is_for || the_one || named || (booked && wants) || of_booking || swap) {
    give_up(places, old, leaves);
    if (next.role == Role::kNone || (swap && next.role == Role::kOut && !leaves)) next.role = Role::kIn;
  }
}

}  // namespace hotel::nlu
