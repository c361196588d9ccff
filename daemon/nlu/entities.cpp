#include "nlu/entities.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <set>

#include "nlu/lexicon.h"
#include "wire/text.h"

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;

bool word(const Token& t, Words words) {
  return t.kind == Kind::kWord && std::find(words.begin(), words.end(), t.folded) != words.end();
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, const std::vector<bool>& dated) : t_(tokens), dated_(dated) {}

  Facts run() {
    marks();
    money();
    things();
    times();
    room_number();
    name();
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (number(i) && t_[i].value >= 1 && t_[i].value <= 5 &&
          at(i + 1, {"stars", "star", "estrellas", "estrella", "estrelas"}))
        out_.rating = t_[i].value;
      if (number(i) && t_[i].value >= 1 && t_[i].value <= 5 && i > 0 && at(i - 1, {"nota", "puntaje"}))
        out_.rating = t_[i].value;
    }
    return out_;
  }

 private:
  bool at(std::size_t i, Words words) const { return i < t_.size() && word(t_[i], words); }
  bool mark(std::size_t i, std::string_view c) const { return i < t_.size() && t_[i].raw == c; }
  bool dated(std::size_t i) const { return i < dated_.size() && dated_[i]; }
  bool number(std::size_t i) const { return i < t_.size() && t_[i].value >= 0 && !dated(i); }
  bool digits(std::size_t i) const { return i < t_.size() && t_[i].kind == Kind::kNumber && !dated(i); }

  void marks() {
    for (const auto& t : t_) {
      if (t.kind == Kind::kEmail) {
        out_.email = t.raw;
        for (auto& c : out_.email)
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      } else if (t.kind == Kind::kPhone) {
        out_.phone.clear();
        for (const char c : t.raw)
          if ((c >= '0' && c <= '9') || (c == '+' && out_.phone.empty())) out_.phone.push_back(c);
      } else if (t.kind == Kind::kCode && out_.booking_code.empty()) {
        for (const char c : t.raw) out_.booking_code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
      } else if (t.kind == Kind::kFlight) {
        out_.flight = t.raw;
        std::transform(out_.flight.begin(), out_.flight.end(), out_.flight.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      }
    }
  }

  static std::string currency_of(const Token& t) {
    if (t.raw == "€" || word(t, {"euro", "euros", "eur"})) return "EUR";
    if (t.raw == "£" || word(t, {"pounds", "gbp", "quid"})) return "GBP";
    if (word(t, {"reais", "real", "brl"})) return "BRL";
    if (word(t, {"usd", "dolares", "dolar", "dollars", "dollar", "dolars", "bucks"})) return "USD";
    if (word(t, {"ars"})) return "ARS";
    if (word(t, {"mxn"})) return "MXN";
    if (t.raw == "$" || word(t, {"pesos", "peso"})) return "?";
    return {};
  }

  void money() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!digits(i)) continue;
      std::size_t end = i;
      const auto value = figure(i, end);
      std::string currency = i > 0 ? currency_of(t_[i - 1]) : std::string();
      if (currency == "?" && i > 1 && t_[i - 1].glued && t_[i - 2].raw == "R") currency = "BRL";
      if (currency == "?" && i > 1 && t_[i - 1].glued && t_[i - 2].raw == "US") currency = "USD";
      if (currency.empty() && end < t_.size()) currency = currency_of(t_[end]);
      if (currency.empty()) continue;
      out_.amount = value;
      out_.currency = currency == "?" ? "" : currency;
      return;
    }
  }

  // "85.000" is 85000, "120,50" is 120.5; `end` is set to the token after it.
  double figure(std::size_t i, std::size_t& end) const {
    double value = t_[i].value;
    end = i + 1;
    while ((mark(end, ".") || mark(end, ",")) && t_[end].glued && end + 1 < t_.size() &&
           t_[end + 1].kind == Kind::kNumber && t_[end + 1].glued) {
      const auto& more = t_[end + 1];
      value = more.raw.size() == 3 ? value * 1000 + more.value
                                   : value + more.value / std::pow(10.0, static_cast<double>(more.raw.size()));
      end += 2;
    }
    return value;
  }

  void things() {
    std::vector<Hit> hits;
    for (const auto& cue : lexicon().things())
      for (const auto& hit : find(cue, t_)) hits.push_back(hit);
    std::set<std::string> amenities, items;
    for (const auto& hit : hits) {
      const std::string_view label = hit.cue->label;
      const bool room = label.starts_with("room:");
      // Of two rooms that share a word the longer phrase counts ("two single beds" is a twin).
      const bool inside = std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
        return room && other.cue->label.starts_with("room:") && other.cue->label != label && other.begin <= hit.begin &&
               other.end >= hit.end && other.end - other.begin > hit.end - hit.begin;
      });
      if (inside || refused(hit)) continue;
      const auto name = std::string(label.substr(label.find(':') + 1));
      if (room) {
        if (name == "single" && at(hit.end, {"night", "noche", "noite", "day"})) continue;
        add_room(name, count_before(hit));
      } else if (label.starts_with("amenity:")) {
        amenities.insert(name);
      } else {
        items.insert(name);
      }
    }
    out_.amenities.assign(amenities.begin(), amenities.end());
    out_.items.assign(items.begin(), items.end());
  }

  void add_room(const std::string& type, int count) {
    for (auto& wish : out_.rooms)
      if (wish.type == type) return void(wish.count = std::max(wish.count, count));
    out_.rooms.push_back({type, count});
  }

  int count_before(const Hit& hit) const {
    std::size_t i = hit.begin;
    while (i > 0 && word(t_[i - 1], {"habitaciones", "rooms", "quartos", "cuartos", "small", "habitacion"})) --i;
    return i > 0 && number(i - 1) && t_[i - 1].value >= 2 && t_[i - 1].value <= 20 ? t_[i - 1].value : 1;
  }

  // "no quiero X", "cambiar X por Y", "we don't want breakfast"
  bool refused(const Hit& hit) const {
    for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (t_[i].kind == Kind::kPunctuation || t_[i].kind == Kind::kBreak) break;
      if (word(t_[i], {"quiero", "quero", "want", "need", "necesito", "preciso"}) && i > 0 &&
          word(t_[i - 1], {"no", "nao", "dont", "not"}))
        return true;
      if (word(t_[i], {"sin", "without", "sem"})) return true;
    }
    const bool room = hit.cue->label.starts_with("room:");
    if (!room) return false;
    bool exchange = false;
    for (std::size_t i = 0; i < hit.begin; ++i)
      exchange = exchange || word(t_[i], {"cambiar", "trocar", "change", "switch", "mudar", "cambio", "swap"});
    if (!exchange) return false;
    for (std::size_t i = hit.end; i < std::min(hit.end + 3, t_.size()); ++i)
      if (word(t_[i], {"por", "for", "to", "pela", "pelo"})) return true;
    return false;
  }

  static std::string clock(int hour, int minute) { return fmt::format("{:02}:{:02}", hour, minute); }

  void times() {
    for (std::size_t i = 0; i < t_.size() && out_.time.empty(); ++i) {
      if (at(i, {"noon", "mediodia"})) out_.time = "12:00";
      if (at(i, {"midnight"})) out_.time = "00:00";
      if (!number(i) || t_[i].value > 24 || t_[i].article || (i > 0 && t_[i - 1].raw == "+")) continue;
      if (i > 0 && (mark(i - 1, "/") || mark(i - 1, ".") || mark(i - 1, "$"))) continue;
      int hour = t_[i].value, minute = 0;
      std::size_t end = i + 1;
      bool sure = false;
      if (mark(end, ":") && digits(end + 1) && t_[end + 1].raw.size() == 2 && t_[end + 1].value < 60)
        minute = t_[end + 1].value, end += 2, sure = true;
      else if (at(end, {"h"}) && t_[end].glued && digits(end + 1) && t_[end + 1].glued && t_[end + 1].value < 60)
        minute = t_[end + 1].value, end += 2, sure = true;
      if (at(end, {"h", "hs", "hrs", "horas"})) {
        const bool whole_day = hour == 24 || (at(end, {"horas"}) && !(i > 0 && at(i - 1, {"las", "as", "tipo"})));
        if (whole_day) continue;
        sure = true, ++end;
      }
      if (at(end, {"y", "e"}) && at(end + 1, {"media", "meia"}))
        minute = 30, end += 2;
      else if (at(end, {"y", "e"}) && at(end + 1, {"cuarto", "quinze"}))
        minute = 15, end += 2;
      if (i > 1 && at(i - 1, {"past"}) && at(i - 2, {"half"})) minute = 30, sure = true;
      if (i > 1 && at(i - 1, {"past"}) && at(i - 2, {"quarter"})) minute = 15, sure = true;
      if (hour > 23) continue;
      const auto half = half_of_day(end);
      const bool spoken = i > 0 && at(i - 1, {"las", "as", "at", "la", "till", "until", "before", "by"}) &&
                          t_[i].value >= 1 && t_[i].raw.size() <= 2;
      if (i > 0 && at(i - 1, {"la"}) && half < 0) continue;
      if (!sure && half < 0 && !spoken) continue;
      if (spoken && !sure && half < 0 &&
          (at(end, {"night", "nights", "noches", "noites", "adults", "people", "personas", "adultos"}) ||
           mark(end, "/")))
        continue;
      if (half == 0)
        hour = hour == 12 ? 0 : hour;
      else if (half == 1)
        hour = hour < 12 ? hour + 12 : hour;
      else if (!sure && hour >= 1 && hour <= 6)
        hour += 12;
      out_.time = clock(hour, minute);
    }
  }

  int half_of_day(std::size_t i) const {  // 0 before noon, 1 after, -1 not said
    if (at(i, {"am"})) return 0;
    if (at(i, {"pm"})) return 1;
    if (at(i, {"a", "p"}) && mark(i + 1, ".") && at(i + 2, {"m"})) return at(i, {"p"}) ? 1 : 0;
    if (!at(i, {"de", "da", "in", "a", "por"})) return -1;
    std::size_t j = i + 1;
    while (at(j, {"la", "the"})) ++j;
    if (at(j, {"manana", "manha", "morning", "madrugada"})) return 0;
    if (at(j, {"tarde", "noche", "noite", "afternoon", "evening"})) return 1;
    return -1;
  }

  void room_number() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!digits(i) || t_[i].raw.size() < 2 || t_[i].raw.size() > 4) continue;
      if (at(i + 1, {"noches", "nights", "noites", "adultos", "personas", "hs", "h", "pm", "am", "minutos", "minutes",
                     "dolares", "euros", "people", "de"}) ||
          mark(i + 1, ":") || mark(i + 1, "/"))
        continue;
      const bool dotted = i > 1 && mark(i - 1, ".") && at(i - 2, {"habitacion", "hab"});  // "hab. 405"
      if (dotted ||
          (i > 0 && at(i - 1, {"habitacion", "room", "quarto", "cuarto", "numero", "apto", "apartamento", "rm"})))
        out_.room_number = t_[i].raw;
      else if (t_[i].raw.size() >= 3 && i > 0 && at(i - 1, {"la", "no", "in", "na", "room", "from"}) &&
               t_[i].raw != out_.time) {
        if (t_[i].raw.size() == 4 && t_[i].value >= 1990 && t_[i].value < 2100) continue;
        out_.room_number = t_[i].raw;
      }
    }
  }

  void name() {
    static const std::vector<Cue> kCues = [] {
      std::vector<Cue> out;
      for (const std::string_view p : {"a nombre de", "em nome de",   "no nome de",       "under the? name of?",
                                       "under",       "my name is",   "name is",          "me llamo",
                                       "me chamo",    "mi nombre es", "meu nome e",       "soy",
                                       "sou",         "this is",      "nombre :",         "nome :",
                                       "name",        "nombre",       "reserva de|do|da", "booking|reservation of|for",
                                       "titular"})
        out.push_back(parse_cue("name", 0, p));
      return out;
    }();
    for (const auto& cue : kCues)
      for (const auto& hit : find(cue, t_)) {
        std::size_t i = hit.end;
        if (hit.begin > 0 && word(t_[hit.begin - 1], {"company", "empresa", "firm"})) continue;
        if (mark(i, ":")) ++i;
        const bool weak = t_[hit.begin].is("soy") || t_[hit.begin].is("sou") || t_[hit.begin].is("this") ||
                          t_[hit.begin].is("under") || t_[hit.begin].is("name") || t_[hit.begin].is("nombre");
        const bool capital_only = t_[hit.begin].is("reserva") || t_[hit.begin].is("booking") ||
                                  t_[hit.begin].is("reservation") || t_[hit.begin].is("titular");
        const auto found = name_from(i, weak, capital_only);
        if (!found.empty()) {
          out_.name = found;
          return;
        }
      }
  }

  std::string name_from(std::size_t i, bool weak, bool capital_only) const {
    std::string out;
    int words = 0;
    for (; i < t_.size() && words < 4; ++i) {
      const auto& t = t_[i];
      if (t.kind != Kind::kWord || dated(i)) break;
      const bool particle = word(t, {"de", "da", "do", "dos", "del", "la", "los", "van", "von", "y"});
      const bool next_capital = i + 1 < t_.size() && t_[i + 1].capital && t_[i + 1].kind == Kind::kWord;
      if (particle && words > 0 && next_capital) {
        out += " " + t.raw;
        continue;
      }
      if (!t.capital && (capital_only || common(t) || particle)) break;
      if (t.capital && words == 0 && common(t) && weak && !next_capital) break;
      if (weak && !t.capital && words == 0 && lexicon().language_of(t.folded) != std::array<int, 3>{}) break;
      if (word(t, {"empresa", "administrador", "gerente", "name", "nombre", "reserva", "booking"})) break;
      out += (out.empty() ? "" : " ") + t.raw;
      ++words;
    }
    return out;
  }

  static bool common(const Token& t) { return lexicon().language_of(t.folded) != std::array<int, 3>{} || t.value >= 0; }

  const std::vector<Token>& t_;
  const std::vector<bool>& dated_;
  Facts out_;
};

}  // namespace

Facts read_facts(const std::vector<Token>& tokens, const std::vector<bool>& dated) {
  return Reader(tokens, dated).run();
}

std::optional<std::string> name_answer(const std::vector<Token>& tokens) {
  static const std::set<std::string_view> kNoNames{
      "si",     "no",       "yes",      "sim",      "nao",      "ok",     "dale",  "hola",  "gracias",
      "thanks", "obrigado", "obrigada", "perfecto", "confirmo", "que",    "what",  "como",  "help",
      "oi",     "hi",       "hello",    "mejor",    "wait",     "espera", "bueno", "claro", "cancelar",
      "cancel", "doble",    "suite",    "familiar", "double",   "single", "mañana"};
  std::string out;
  int words = 0;
  for (const auto& t : tokens) {
    if (t.kind == Kind::kSymbol || (t.kind == Kind::kPunctuation && (t.raw == "." || t.raw == "!" || t.raw == "-")))
      continue;
    if (t.kind == Kind::kBreak && !out.empty()) break;
    if (t.kind != Kind::kWord) return std::nullopt;
    if (words == 0 && kNoNames.contains(t.folded)) return std::nullopt;
    const bool particle = word(t, {"de", "da", "do", "dos", "del", "la", "los", "e", "y"});
    const bool common = lexicon().language_of(t.folded) != std::array<int, 3>{};
    if (common && !particle && !t.capital) return std::nullopt;
    out += (out.empty() ? "" : " ") + t.raw;
    if (++words > 6) return std::nullopt;
  }
  if (words == 0 || out.size() < 2 || out.size() > 80) return std::nullopt;
  return out;
}

}  // namespace hotel::nlu
