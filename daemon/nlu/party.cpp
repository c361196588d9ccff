#include "nlu/party.h"

#include <algorithm>
#include <initializer_list>

#include "nlu/lexicon.h"

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
    for (std::size_t i = 0; i < t_.size(); ++i) count_at(i);
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
  bool child(std::size_t i) const {
    return at(i, {"nino",      "ninos",       "nina",         "ninas",  "nene",    "nenes",    "nena",      "nenas",
                  "chico",     "chicos",      "chica",        "menor",  "menores", "child",    "children",  "kid",
                  "kids",      "crianca",     "criancas",     "menino", "meninos", "menina",   "meninas",   "teenager",
                  "teenagers", "adolescente", "adolescentes", "hijo",   "hijos",   "hija",     "hijas",     "filho",
                  "filhos",    "filha",       "filhas",       "son",    "sons",    "daughter", "daughters", "nietos"});
  }
  bool baby(std::size_t i) const { return at(i, {"bebe", "bebes", "baby", "babies", "infant", "toddler", "beba"}); }
  bool person(std::size_t i) const {
    return at(i, {"persona", "personas", "person", "people", "persons", "pessoa", "pessoas", "guests", "guest",
                  "huespedes", "pasajeros", "hospedes", "of"});
  }

  void add(std::optional<int>& slot, int n) { slot = slot.value_or(0) + n; }

  void count_at(std::size_t i) {
    if (at(i, {"no", "sin", "without", "sem"}) && child(i + 1)) return;
    // "not 3", "en lugar de 2": the rejected count
    if (!number(i)) return;
    const bool refused = (i > 0 && at(i - 1, {"not"})) || (i > 0 && at(i - 1, {"no"}) && i > 1) ||
                         (i > 1 && at(i - 1, {"de", "of"}) && at(i - 2, {"lugar", "vez", "instead"}));
    if (refused) return;
    const int n = t_[i].value;
    std::size_t next = i + 1;
    if (at(next, {"solo", "only", "pequenos", "small", "young", "otros", "more", "mas", "otro"})) ++next;
    if (t_[i].article && i > 0 && at(i - 1, {"more", "mais", "another"})) return;
    const bool more = i > 0 && at(i - 1, {"more", "add", "agregar"});
    const bool with_more = at(i + 1, {"more", "mas", "mais"});
    if (adult(next) && !(more || with_more)) return add(out_.adults, n);
    if (child(next)) {
      if (at(next, {"chica", "son"})) return;
      return add(out_.children, n);
    }
    if (baby(next)) return add(out_.children, n);
    if (at(next, {"year", "month"}) && at(next + 1, {"old", "olds"})) {
      out_.child_ages.push_back(at(next, {"month"}) ? 0 : n);
      return;
    }
    if (i > 0 && (at(i - 1, {"somos", "seremos", "eramos"}) ||
                  (at(i - 1, {"ser", "em"}) && i > 1 && at(i - 2, {"a", "somos", "vamos"})))) {
      if (n > 0 && !child(next) && !adult(next)) guests_ = n;
      return;
    }
    // "a robot or a person?", "with a person": nobody who travels
    if (person(next) && t_[i].article && i > 0 && at(i - 1, {"o", "or", "ou", "con", "com", "with", "to"})) return;
    if (person(next)) {
      if (at(next, {"of"}) && !at(next + 1, {"us"})) return;
      guests_ = n;
      return;
    }
    const bool for_people = i > 0 && at(i - 1, {"para", "pra", "for"}) && !t_[i].article;
    const bool closed =
        next >= t_.size() || t_[next].kind == Kind::kPunctuation || t_[next].kind == Kind::kBreak ||
        t_[next].kind == Kind::kSymbol ||
        at(next, {"desde", "del", "de", "from", "y", "and", "e", "porfavor", "please", "el", "con", "pero"});
    const bool time_like = next < t_.size() && (t_[next].raw == ":" || t_[next].raw == "/" || t_[next].raw == "-");
    if (for_people && closed && !time_like) guests_ = n;
    if (i > 1 && at(i - 1, {"of"}) && at(i - 2, {"party", "group", "family"})) guests_ = n;
    if (i > 1 && at(i - 1, {"de"}) && at(i - 2, {"familia", "grupo"})) guests_ = n;
  }

  void couples() {
    static const std::vector<Cue> kCouples = [] {
      std::vector<Cue> out;
      for (const std::string_view p :
           {"pareja", "couple", "casal", "mi|minha|meu esposa|esposo|marido|mujer|novia|novio|namorada|namorado",
            "my wife|husband|girlfriend|boyfriend|partner|fiancee and i?",
            "me and my wife|husband|girlfriend|boyfriend|partner"})
        out.push_back(parse_cue("two", 2, p));
      return out;
    }();
    static const std::vector<Cue> kAlone = [] {
      std::vector<Cue> out;
      for (const std::string_view p : {"voy|viajo|estoy|vou solo|sola|sozinho|sozinha", "just me", "only me", "solo yo",
                                       "so eu", "yo solo", "travelling|traveling alone", "por mi cuenta"})
        out.push_back(parse_cue("one", 1, p));
      return out;
    }();
    if (out_.adults) return;
    for (const auto& cue : kCouples)
      for (const auto& hit : find(cue, t_)) {
        // "quarto de casal", "cama de casal" are room types.
        if (t_[hit.begin].is("casal") && hit.begin > 0 && t_[hit.begin - 1].is("de")) continue;
        // "mi marido se descompuso" is nobody of a stay: only beside "con", "y", "yo" or alone
        const bool family = t_[hit.begin].is("mi") || t_[hit.begin].is("minha") || t_[hit.begin].is("meu");
        const bool joined =
            (hit.begin > 0 && word(t_[hit.begin - 1], {"con", "y", "e", "com", "vamos", "somos", "eu"})) ||
            (hit.end < t_.size() && word(t_[hit.end], {"y", "e"}));
        const bool comma = hit.end < t_.size() && t_[hit.end].raw == ",";
        if (family && !joined && !comma) continue;
        out_.adults = 2;
      }
    for (const auto& cue : kAlone)
      if (!find(cue, t_).empty() && !out_.adults) out_.adults = 1;
  }

  // "de 4 y 8 años", "(6 y 9 años)", "kids are 5 and 7", "aged 6", "hija de 2 añitos", "twins of 6"
  void ages() {
    bool children = out_.children.has_value() || !out_.child_ages.empty();
    for (std::size_t i = 0; i < t_.size(); ++i) children = children || child(i) || baby(i);
    for (std::size_t i = 0; i < t_.size(); ++i) {
      const bool single = at(i, {"hija", "hijo", "filha", "filho", "son", "daughter", "bebe", "baby"}) &&
                          (i == 0 || t_[i - 1].value < 0);
      const bool mine = i > 0 && at(i - 1, {"mi", "my", "minha", "meu", "nuestra", "nuestro", "our", "nossa", "nosso"});
      if (single && mine) add(out_.children, 1);
    }
    if (!children) return;
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!number(i) || t_[i].value > 17) continue;
      const auto list_end = number_list(i);
      const bool years = at(list_end, {"anos", "ano", "anitos", "anios", "anio", "years", "yrs", "yo", "aninhos"});
      const bool months = at(list_end, {"meses", "months", "mes"}) && i > 0 && at(i - 1, {"de", "aged", "of"});
      const bool aged = i > 0 && (at(i - 1, {"aged", "age", "edades", "idades"}) ||
                                  (at(i - 1, {"de", "of"}) && i > 1 &&
                                   (child(i - 2) || baby(i - 2) || at(i - 2, {"gemelos", "twins", "gemeos"}))));
      const bool are = i > 1 && at(i - 1, {"are", "tienen", "tem", "tiene", "is"}) && (child(i - 2) || baby(i - 2));
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

  void finish() {
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
