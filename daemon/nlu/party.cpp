#include "nlu/party.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "nlu/lexicon.h"
#include "nlu/party_members.h"

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;

bool word(const Token& t, Words words) {
  if (t.kind != Kind::kWord) return false;
  for (const auto w : words)
    if (t.folded == w || (w.size() >= 5 && (t.key == spelling_key(w) || t.repaired == spelling_key(w)))) return true;
  return false;
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, const std::vector<bool>& dated) : t_(tokens), dated_(dated) {}

  PartyWords run() {
    corrected_ = correction();
    for (here_ = 0; here_ < t_.size(); ++here_) count_at(here_);
    couples();
    ages();
    rooms();
    finish();
    return out_;
  }

 private:
  bool at(std::size_t i, Words words) const { return i < t_.size() && word(t_[i], words); }
  bool number(std::size_t i) const {
    return i < t_.size() && t_[i].value >= 0 && t_[i].value <= 60 && !(i < dated_.size() && dated_[i]) &&
           t_[i].kind != Kind::kPhone;
  }
  bool adult(std::size_t i) const {
    return at(i, {"adulto", "adultos", "adulta", "adult", "adults", "ad", "grandes", "mayores", "grownups", "adultas"});
  }
  bool child(std::size_t i) const { return i < t_.size() && is_child_word(t_[i]); }
  bool person(std::size_t i) const {
    return at(i, {"persona", "personas", "person", "people", "persons", "pessoa", "pessoas", "guests", "guest",
                  "huespedes", "pasajeros", "hospedes", "individuos", "almas", "cabezas", "gente", "pessoal", "of"});
  }

  bool dated(std::size_t i) const { return i < dated_.size() && dated_[i]; }

  enum class Of { kNothing, kAdults, kChildren, kGuests };
  // After a correction the later number replaces the earlier one, before it the numbers of a list add up.
  void count(Of what, int n) {
    auto& slot = what == Of::kAdults ? out_.adults : what == Of::kChildren ? out_.children : guests_;
    const bool replaces = corrected_ > 0 && here_ >= corrected_ && set_before_[static_cast<int>(what)] < corrected_;
    slot = what == Of::kGuests || replaces ? n : slot.value_or(0) + n;
    set_before_[static_cast<int>(what)] = here_;
    last_ = what;
  }

  // Where what was said before gives way to what comes after; 0: nowhere.
  std::size_t correction() const {
    static const std::vector<Cue> kMarks = [] {
      std::vector<Cue> out;
      for (const std::string_view pattern :
           {"no perdon",  "perdon",       "minto",       "digo",     "quise decir", "i mean|meant", "wait no",
            "no wait",    "ah no",        "no sorry",    "sorry",    "ou melhor",   "o mejor",      "quer dizer",
            "na verdade", "actually",     "en realidad", "al final", "no final",    "mejor dicho",  "alias",
            "no espera",  "pera",         "no para",     "no pera",  "corrijo",     "me corrijo",   "me equivoque",
            "errei",      "scratch that", "make that|it"})
        out.push_back(parse_cue("correction", 0, pattern));
      return out;
    }();
    std::size_t last = 0;
    for (const auto& cue : kMarks)
      for (const auto& hit : find(cue, t_)) last = std::max(last, hit.end);
    return last;
  }

  // "not 3", "en lugar de 2": the rejected count
  bool refused(std::size_t i) const {
    return (i > 0 && at(i - 1, {"not"})) ||
           (i > 1 && at(i - 1, {"no", "nao"}) && t_[i - 2].kind != Kind::kPunctuation) ||
           (i > 1 && at(i - 1, {"de", "of"}) && at(i - 2, {"lugar", "vez", "instead"}));
  }

  // "hay lugar pal 31", "para el 12": a day, not a number of people
  bool day_like(std::size_t i) const {
    return i > 0 && (t_[i - 1].raw == "pal" || t_[i - 1].raw == "pro" || t_[i - 1].raw == "prol");
  }

  void count_at(std::size_t i) {
    if (!number(i) || refused(i) || day_like(i)) return;
    const int n = t_[i].value;
    std::size_t next = i + 1;
    while (at(next,
              {"solo", "only", "pequenos", "small", "young", "otros", "otro", "little", "de", "nuestros", "menores"}) &&
           (child(next + 1) || adult(next + 1) || person(next + 1)))
      ++next;
    if (t_[i].article && i > 0 && at(i - 1, {"more", "mais", "another", "mas"})) return;
    const bool more = i > 0 && at(i - 1, {"more", "add", "agregar", "sumen", "suma", "sumar", "agrega"});
    const bool with_more = at(i + 1, {"more", "mas", "mais"});
    if (at(next, {"parejas", "couples", "casais", "matrimonios"})) return count(Of::kAdults, 2 * n);
    if (adult(next)) return more || with_more ? void() : count(Of::kAdults, n);
    if (child(next)) {
      if (t_[i].article && at(next, {"chica", "son", "menor"})) return;
      return count(Of::kChildren, n);
    }
    if (at(next, {"year", "years", "month", "months", "yr", "yrs", "mo"}) && at(next + 1, {"old", "olds"})) {
      if (n <= 17) out_.child_ages.push_back(at(next, {"month", "months", "mo"}) ? 0 : n);
      return;
    }
    if (share_of_children(i)) return;
    if (people_verb(i)) {
      if (n > 0 && !t_[i].article && !unit(next)) count(Of::kGuests, n);
      return;
    }
    // "a robot or a person?", "with a person": nobody who travels
    if (person(next) && t_[i].article && (i == 0 || !at(i - 1, {"para", "pra", "for", "solo", "just", "only", "so"})))
      return;
    if (person(next)) {
      if (at(next, {"of"}) && !at(next + 1, {"us"})) return;
      if (more || with_more) return;
      // "dos personas y una bebé": the child comes on top
      const bool child_on_top = at(next + 1, {"y", "e", "and", "con", "com", "with", "mas", "mais", "plus"}) &&
                                (child(next + 2) || child(next + 3));
      return count(child_on_top ? Of::kAdults : Of::kGuests, n);
    }
    const bool for_people = i > 0 &&
                            (at(i - 1, {"para", "pra", "for", "sleeps", "nos", "nois"}) ||
                             (i > 1 && at(i - 1, {"los", "las", "us"}) && at(i - 2, {"para", "pra", "for"}))) &&
                            !t_[i].article;
    const bool closed =
        next >= t_.size() || t_[next].kind == Kind::kPunctuation || t_[next].kind == Kind::kBreak ||
        t_[next].kind == Kind::kSymbol || (t_[next].value >= 0 && t_[i].kind == Kind::kWord) ||
        at(next, {"desde", "del",  "de",   "from",    "y",      "and",   "e",   "porfavor", "please",  "el",
                  "con",   "pero", "this", "next",    "este",   "em",    "no",  "na",       "en",      "on",
                  "in",    "hoy",  "hoje", "tonight", "manana", "porfa", "pls", "que",      "llegando"});
    const bool time_like =
        next < t_.size() && (t_[next].raw == ":" || t_[next].raw == "/" || t_[next].raw == "-" || t_[next].raw == ".");
    const bool day_after = at(next, {"de", "of"}) && next + 1 < t_.size() && dated(next + 1);
    if (for_people && closed && (!time_like || t_[next].glued == false) && !day_after && n <= 30)
      return count(Of::kGuests, n);
    if (i > 1 && at(i - 1, {"of"}) && at(i - 2, {"party", "group", "family"})) return count(Of::kGuests, n);
    if (i > 1 && at(i - 1, {"de"}) && at(i - 2, {"familia", "grupo"})) return count(Of::kGuests, n);
    // "3 pessoas... minto, 4": the same thing again
    if (i >= corrected_ && corrected_ > 0 && last_ != Of::kNothing && !unit(next) && i <= corrected_ + 2 &&
        !t_[i].article)
      count(last_, n);
  }

  // "somos 3", "quedamos tres", "we're 4", "seríamos cuatro", "somos em 4"
  bool people_verb(std::size_t i) const {
    if (i == 0) return false;
    std::size_t back = i - 1;
    if (at(back, {"em", "en", "unos", "uns", "about", "a", "like"}) && back > 0) --back;
    if (at(back, {"somos", "somo", "semo", "seremos", "seriamos", "eramos", "quedamos", "seriam", "fuimos",
                  "vendriamos", "iriamos", "estamos", "ficamos"}))
      return !at(back, {"estamos", "ficamos"}) || !at(i - 1, {"en", "em"});
    if (at(back, {"vamos", "venimos", "viajamos", "viajan", "vienen", "iremos"}) &&
        (back == i - 1 || at(i - 1, {"en", "em"})))
      return !unit(i + 1);
    if (at(back, {"ser"}) && back > 0 && at(back - 1, {"a", "somos", "vamos", "van", "vai", "vao", "would"}))
      return true;
    if (at(back, {"are", "re"}) && back > 0 && at(back - 1, {"we", "there"})) return true;
    if (at(back, {"were", "wed", "well"}) && back == i - 1) return next_is_open(i);
    return at(back, {"be"}) && back > 0 && at(back - 1, {"will", "would", "well", "wed"});
  }
  bool next_is_open(std::size_t i) const {
    return i + 1 >= t_.size() || t_[i + 1].kind != Kind::kWord || at(i + 1, {"people", "in", "adults", "and"});
  }

  // A unit that is not people: nights, rooms, stars, hours …
  bool unit(std::size_t i) const {
    return at(i, {"noche", "noches",  "night",   "nights",  "noite",   "noites",    "dia",        "dias",
                  "day",   "days",    "semana",  "semanas", "week",    "weeks",     "habitacion", "habitaciones",
                  "room",  "rooms",   "quarto",  "quartos", "cuarto",  "cuartos",   "dobles",     "doubles",
                  "hora",  "horas",   "hours",   "hour",    "anos",    "years",     "meses",      "months",
                  "km",    "minutos", "minutes", "cuadras", "blocks",  "estrellas", "stars",      "pm",
                  "am",    "hs",      "h",       "euros",   "dolares", "dollars",   "reais",      "pesos",
                  "camas", "beds",    "valijas", "maletas", "suites",  "singles",   "twins",      "triples"}) ||
           (i < t_.size() && (t_[i].raw == ":" || t_[i].raw == "/" || t_[i].raw == "%"));
  }

  // "somos 5, tres son chicos", "three of them are kids", "2 sao criança"
  bool share_of_children(std::size_t i) {
    std::size_t k = i + 1;
    while (at(k, {"of", "them", "us", "de", "ellos", "eles", "nosotros", "los", "son", "sao", "are", "ellas", "cuales",
                  "which", "que"}))
      ++k;
    if (k == i + 1 || !child(k)) return false;
    count(Of::kChildren, t_[i].value);
    return true;
  }

  void couples() {
    static const std::vector<Cue> kAlone = [] {
      std::vector<Cue> out;
      for (const std::string_view p :
           {"voy|viajo|estoy|vou|vengo|venho|iria|iré solo|sola|solito|solita|sozinho|sozinha",
            "nomas|solo|solamente|only|just pa|para|for mi|me", "just me", "only me", "solo yo", "so eu",
            "yo solo|sola|nomas", "eu sozinho|sozinha", "travelling|traveling|coming alone|solo", "por mi cuenta",
            "on my own", "by myself", "soy yo sola|solo", "para mi solo|sola|nomas", "pra mim so|sozinho|sozinha",
            "just for me", "solo para mi", "so pra mim"})
        out.push_back(parse_cue("one", 1, p));
      return out;
    }();
    if (out_.adults) return;
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!(at_exactly(i, "pareja") || at_exactly(i, "couple") || at_exactly(i, "casal") ||
            at_exactly(i, "casalzinho") || at_exactly(i, "parejita") ||
            (at_exactly(i, "matrimonio") &&
             (at(i + 1, {"con", "y"}) || (i > 0 && at(i - 1, {"un", "somos", "para"}))))))
        continue;
      // "quarto de casal", "cama de casal" are room types; "a couple of towels" is a few
      if (i > 0 && at(i - 1, {"de", "mi", "cama"})) continue;
      if (at_exactly(i, "couple") && at(i + 1, {"of", "more"})) continue;
      if (at_exactly(i, "casal") && i > 1 && at(i - 1, {"d"})) continue;
      out_.adults = 2;
    }
    const auto members = read_members(t_);
    if (!out_.adults && members.adults > 0)
      out_.adults = members.adults;
    else if (out_.adults && members.adults > 0 && joined_to_couple())
      out_.adults = *out_.adults + members.adults;
    if (!out_.children && members.children > 0) out_.children = members.children;
    for (const auto& cue : kAlone)
      if (!find(cue, t_).empty() && !out_.adults && !guests_) out_.adults = 1;
  }
  bool joined_to_couple() const { return false; }
  bool at_exactly(std::size_t i, std::string_view w) const {
    return i < t_.size() && t_[i].kind == Kind::kWord && t_[i].folded == w;
  }

  // "de 4 y 8 años", "(6 y 9 años)", "kids are 5 and 7", "aged 6", "hija de 2 añitos", "twins of 6"
  void ages() {
    bool children = out_.children.has_value() || !out_.child_ages.empty();
    for (std::size_t i = 0; i < t_.size(); ++i)
      children = children || child(i) || at(i, {"tienen", "edades", "ages", "aged", "idades"});
    if (!children) return;
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!number(i) || t_[i].value > 17) continue;
      const auto list_end = number_list(i);
      const bool years = at(list_end, {"anos", "ano", "anitos", "anios", "anio", "years", "yrs", "yo", "aninhos"});
      const bool months = at(list_end, {"meses", "months", "mes"}) && i > 0 && at(i - 1, {"de", "aged", "of"});
      const bool aged =
          i > 0 && (at(i - 1, {"aged", "age", "edades", "idades"}) ||
                    (at(i - 1, {"de", "of"}) && i > 1 &&
                     (child(i - 2) || (i > 2 && t_[i - 2].kind == Kind::kPunctuation && child(i - 3)) ||
                      (i > 2 && t_[i - 2].kind == Kind::kBreak && (child(i - 3) || (i > 4 && child(i - 5)))))));
      const bool are = i > 1 && at(i - 1, {"are", "tienen", "tem", "tiene", "is"}) && child(i - 2);
      const bool beside = i > 0 && (t_[i - 1].raw == "(" || t_[i - 1].raw == ",") && i > 1 && child(i - 2) &&
                          !adult(list_end) && !child(list_end) && !at(list_end, {"noches", "nights", "noites"});
      if (!(years || months || aged || are || beside) || adult(list_end) || child(list_end)) {
        i = std::max(i, list_end - 1);
        continue;
      }
      for (auto j = i; j < list_end; ++j)
        if (number(j) && t_[j].value <= 17) out_.child_ages.push_back(months ? 0 : t_[j].value);
      i = list_end - 1;
    }
  }

  std::size_t number_list(std::size_t i) const {
    std::size_t end = i + 1;
    for (;;) {
      std::size_t next = end;
      while (next < t_.size() && (t_[next].raw == "," || at(next, {"y", "and", "e"}))) ++next;
      if (next == end || !number(next) || t_[next].article) return end;
      // "2 adultos, 3 noches" never comes here: a list ends before a number with a unit of its own
      end = next + 1;
    }
  }

  void rooms() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!number(i) || t_[i].value < 2 || t_[i].value > 20) continue;
      if (i > 0 && at(i - 1, {"not", "no"})) continue;
      std::size_t next = i + 1;
      if (at(next, {"double", "single", "twin", "family", "triple", "small"}) && at(next + 1, {"rooms"})) ++next;
      if (at(next,
             {"habitaciones", "rooms", "quartos", "cuartos", "dobles", "doubles", "duplos", "twins", "singles",
              "triples", "simples", "suites", "individuales", "sencillas", "familiares", "deptos", "matrimoniales"}))
        out_.rooms = std::max(out_.rooms.value_or(0), t_[i].value);
    }
  }

  // "gemelos de 3": two children of that age
  void twins() {
    const bool said = std::any_of(t_.begin(), t_.end(), [](const Token& t) {
      return word(t, {"gemelos", "gemelas", "mellizos", "mellizas", "gemeos", "gemeas", "twins"}) && t.folded != "twin";
    });
    if (!said || out_.child_ages.size() != 1) return;
    out_.child_ages.push_back(out_.child_ages.front());
    if (out_.children.value_or(0) < 2) out_.children = 2;
  }

  void finish() {
    twins();
    std::sort(out_.child_ages.begin(), out_.child_ages.end());
    if (!out_.child_ages.empty() && static_cast<int>(out_.child_ages.size()) > out_.children.value_or(0))
      out_.children = static_cast<int>(out_.child_ages.size());
    if (guests_ && !out_.adults) {
      if (out_.children && *guests_ > *out_.children)
        out_.adults = *guests_ - *out_.children;
      else
        out_.guests = guests_;
    }
    if (out_.adults == 0) out_.adults.reset();
    if (out_.children == 0) out_.children.reset();
  }

  const std::vector<Token>& t_;
  const std::vector<bool>& dated_;
  std::optional<int> guests_;
  std::size_t corrected_ = 0, here_ = 0;
  std::array<std::size_t, 4> set_before_{};
  Of last_ = Of::kNothing;
  PartyWords out_;
};

}  // namespace

PartyWords read_party(const std::vector<Token>& tokens, const std::vector<bool>& dated) {
  return Reader(tokens, dated).run();
}

std::vector<int> bare_numbers(const std::vector<Token>& tokens) {
  std::vector<int> out;
  for (const auto& t : tokens)
    if (t.value >= 0 && (t.kind == Kind::kNumber || !t.article || tokens.size() <= 2)) out.push_back(t.value);
  return out;
}

}  // namespace hotel::nlu
