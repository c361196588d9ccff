#include "nlu/party_ages.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "nlu/lexicon.h"
#include "nlu/party_members.h"

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;

constexpr int kOldestChild = 17;

class Ages {
 public:
  Ages(const std::vector<Token>& tokens, const std::vector<bool>& dated) : t_(tokens), dated_(dated) {}

  std::vector<int> run() {
    if (!about_children()) return {};
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (!number(i)) continue;
      const auto end = list_end(i);
      if (!said_of_child(i, end)) {
        i = end - 1;
        continue;
      }
      take(i, end);
      i = std::max(end, more_after(end)) - 1;
    }
    same_for_all();
    return std::move(out_);
  }

 private:
  bool at(std::size_t i, Words words) const {
    return i < t_.size() && t_[i].kind == Kind::kWord &&
           std::find(words.begin(), words.end(), t_[i].folded) != words.end();
  }
  bool mark(std::size_t i, Words marks) const {
    return i < t_.size() && t_[i].kind == Kind::kPunctuation &&
           std::find(marks.begin(), marks.end(), t_[i].raw) != marks.end();
  }
  bool number(std::size_t i) const {
    if (i < t_.size() && t_[i].article && !(years(i + 1) && i > 0 && at(i - 1, {"de", "of", "aged", "tiene", "tem"})))
      return false;
    return i < t_.size() && t_[i].value >= 0 && t_[i].value <= 36 && t_[i].raw.size() < 8 &&
           !(i < dated_.size() && dated_[i]) && (t_[i].kind == Kind::kNumber || t_[i].kind == Kind::kWord);
  }
  bool child(std::size_t i) const {
    return is_child(t_, i) ||
           (at(i, {"ones", "one"}) && i > 0 && at(i - 1, {"little", "wee", "small", "young", "tiny"}));
  }
  bool grown(std::size_t i) const {
    return i < t_.size() && (lexicon().people(t_[i], People::kGrown) || lexicon().people(t_[i], People::kPersons) ||
                             lexicon().people(t_[i], People::kCompany));
  }
  bool years(std::size_t i) const {
    return at(i, {"anos", "ano", "anios", "anio", "years", "year", "yrs", "yr", "yo", "y", "yers", "aninhos"}) &&
           (!at(i, {"y"}) || mark(i + 1, {"/", "."}) || (t_[i].glued && !number(i + 1)));
  }
  bool months(std::size_t i) const {
    return at(i, {"meses", "months", "mes", "month", "mths", "mth", "mo", "mos", "mesecitos", "mesinhos"});
  }
  bool names_ages(std::size_t i) const {
    return at(i, {"aged", "age", "ages", "edad", "edades", "idade", "idades", "agd"});
  }

  bool about_children() const {
    for (std::size_t i = 0; i < t_.size(); ++i)
      if (child(i) || names_ages(i) || lexicon().people(t_[i], People::kYoung)) return true;
    // "tienen 3 y 11 años"
    for (std::size_t i = 0; i + 1 < t_.size(); ++i)
      if (at(i, {"tienen", "tiene", "tem", "tenhem"}) && number(i + 1) && years(list_end(i + 1))) return true;
    // "a 6 year old", "un pequeño" …
    for (std::size_t i = 0; i + 1 < t_.size(); ++i)
      if (number(i) && (at(i + 1, {"yo"}) || (at(i + 1, {"year", "yr", "month", "mo"}) && old_after(i + 2))))
        return true;
    return false;
  }
  bool old_after(std::size_t i) const {
    return at(i, {"old", "olds"}) || (mark(i, {"-"}) && at(i + 1, {"old", "olds"}));
  }

  // Something else is counted: nights, rooms, people, hours.
  bool counts(std::size_t i) const {
    return grown(i) || child(i) ||
           at(i, {"noche",  "noches", "night",  "nights",  "noite",   "noites",   "dia",          "dias",
                  "day",    "days",   "semana", "semanas", "week",    "weeks",    "rooms",        "room",
                  "pm",     "am",     "hs",     "h",       "hours",   "horas",    "de",           "of",
                  "camas",  "beds",   "cama",   "bed",     "quartos", "cuartos",  "habitaciones", "habitacion",
                  "quarto", "x",      "por",    "doubles", "dobles",  "personas", "cunas"}) ||
           mark(i, {"/", ":", "%"});
  }

  // The end of "4, 6 y 9", "5 & 7", "8/11"; a number with a unit of its own ends it.
  std::size_t list_end(std::size_t i) const {
    std::size_t end = i + 1;
    for (;;) {
      std::size_t next = end;
      while (mark(next, {",", "&", "+", "/"}) || at(next, {"y", "and", "e"}) ||
             (next < t_.size() && t_[next].raw == "n"))
        ++next;
      const bool bare = next == end && number(next) && t_[next].kind == Kind::kNumber && !t_[next].glued &&
                        t_[next - 1].kind == Kind::kNumber && t_[i].value <= kOldestChild &&
                        t_[next].value <= kOldestChild;
      if ((next == end && !bare) || next > end + 2 || !number(next)) return end;
      if (next + 1 < t_.size() && !years(next + 1) && !months(next + 1) && counts(next + 1)) return end;
      end = next + 1;
    }
  }

  bool said_of_child(std::size_t i, std::size_t end) const {
    if (child(end) && !at(end, {"menor", "menores"})) {
      // "a 6 year old girl" has its unit; "2 kids" is a count
      return false;
    }
    if (grown(end)) return false;
    if (mark(end, {"-"}) && years(end + 1) && at_old(end + 2)) return true;  // 8-year-old
    if (at(i - 1, {"hace", "ha", "faz", "over", "since", "durante", "tras", "hacen"}) && i > 0) return false;
    if (years(end)) return !at(end + 1, {"de"}) || !at(end + 2, {"casados", "juntos", "casamento", "aniversario"});
    if (months(end)) return near_child(i, end) || old_after(end + 1);
    if (i > 0 && (names_ages(i - 1) || (mark(i - 1, {":"}) && i > 1 && names_ages(i - 2)))) return true;
    if (counts(end) && !at(end, {"de", "of", "por"})) return false;
    return behind_child(i, end);
  }
  bool at_old(std::size_t i) const { return at(i, {"old", "olds"}) || (mark(i, {"-"}) && at(i + 1, {"old", "olds"})); }

  bool near_child(std::size_t i, std::size_t end) const {
    for (std::size_t back = 1; back <= 4 && back <= i; ++back)
      if (child(i - back) || at(i - back, {"de", "aged", "of"})) return true;
    return child(end + 1) || child(end + 2);
  }

  // "kids 4 and 7", "nena de 3", "boy, hes 12", "my son is 9", "(5)", "los chicos tienen 4 y 7", "uno de 5".
  bool behind_child(std::size_t i, std::size_t end) const {
    std::size_t b = i;
    bool led = false, comma = false;
    for (std::size_t steps = 0; b > 0 && steps < 6; ++steps, --b) {
      if (child(b - 1)) break;
      if (at(b - 1,
             {"de",       "of",     "is",       "are",  "hes",    "shes",    "theyre", "tiene", "tienen", "tem",
              "turning",  "cumple", "completa", "he",   "she",    "they",    "who",    "que",   "con",    "com",
              "ele",      "ela",    "eles",     "elas", "re",     "they're", "s",      "uno",   "una",    "one",
              "um",       "uma",    "so",       "solo", "just",   "only",    "apenas", "ya",    "oldest", "eldest",
              "youngest", "mayor",  "menor",    "the",  "el",     "la",      "o",      "a",     "mais",   "mas",
              "velho",    "velha",  "novo",     "nova", "grande", "chico",   "chica"})) {
        led = led || !at(b - 1, {"con", "com", "s", "he", "she", "they", "re", "who", "que", "the", "el", "la", "o",
                                 "a", "mais", "mas"});
        continue;
      }
      if (mark(b - 1, {"("})) {
        led = true;
        continue;
      }
      const bool own_line = b > 1 && t_[b - 1].kind == Kind::kNumber && t_[b - 2].kind == Kind::kBreak;
      if (mark(b - 1, {",", "-", ":", "–"}) || own_line || (t_[b - 1].kind == Kind::kBreak) || mark(b - 1, {"."})) {
        comma = true;
        continue;
      }
      return false;
    }
    if (b == 0 || !child(b - 1)) return false;
    const auto who = b - 1;
    if (led) return true;
    const bool counted = (who > 0 && t_[who - 1].value >= 1) || at(who, {"ones"});
    const bool several = end > i + 1;
    const bool form = lexicon().people(t_[who], People::kChildren) && !counted && !several;  // "Kids: 2"
    const bool one = !lexicon().people(t_[who], People::kChildren);
    if (form || (!several && mark(who + 1, {":", "="}))) return false;
    // "child 1 (10 years old)": a form again
    if (one && !counted && !comma && at(who, {"child", "nino", "crianca", "menor", "infant", "nina"}) &&
        t_[i].value <= 3)
      return false;
    return b == i || comma;
  }

  void take(std::size_t begin, std::size_t end) {
    const bool in_months = months(end);
    for (auto j = begin; j < end; ++j) {
      if (!number(j)) continue;
      const int age = in_months ? t_[j].value / 12 : t_[j].value;
      if (age <= kOldestChild) out_.push_back(age), last_ = j;
    }
    first_ = out_.size() == 1 ? begin : first_;
  }

  // "uno de 5 y otro de 8", "the oldest is 12 and the youngest 4": further ages behind light words only.
  std::size_t more_after(std::size_t end) {
    for (;;) {
      std::size_t i = end;
      bool another = false;
      while (i < t_.size() && i < end + 9 &&
             (years(i) || months(i) || mark(i, {",", ")", "(", "-", "/"}) ||
              at(i, {"y",   "e",    "and",   "old",   "otro",   "otra",   "outro",  "outra",    "other",  "the",
                     "el",  "la",   "o",     "a",     "de",     "of",     "is",     "tiene",    "tem",    "uno",
                     "una", "one",  "um",    "uma",   "an",     "oldest", "eldest", "youngest", "mayor",  "menor",
                     "mas", "mais", "velho", "velha", "novo",   "nova",   "chico",  "chica",    "grande", "aged",
                     "hes", "shes", "his",   "her",   "middle", "del",    "medio",  "meio",     "turns",  "pequeno"}) ||
              (another && child(i)))) {
        another = another || at(i, {"otro",   "otra",   "outro", "outra", "other", "youngest", "menor", "mayor",
                                    "oldest", "eldest", "velho", "velha", "novo",  "nova",     "chica", "one",
                                    "middle", "un",     "una",   "um",    "uma",   "an"});
        ++i;
      }
      if (!another || !number(i) || t_[i].value > kOldestChild) return end;
      const auto stop = list_end(i);
      if (counts(stop) && !years(stop) && !at(stop, {"de"})) return end;
      take(i, stop);
      end = stop;
    }
  }

  // "gemelos de 3", "4 niñas de 16", "two boys, both 7": one age for all of them.
  void same_for_all() {
    if (out_.size() != 1) return;
    int many = 0;
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (at(i, {"gemelos", "gemelas", "mellizos", "mellizas", "gemeos", "gemeas", "twins"})) many = std::max(many, 2);
      if (at(i, {"twin"}) && child(i + 1)) many = std::max(many, 2);
      if (at(i, {"triplets", "trillizos", "trillizas", "trigemeos"})) many = 3;
      if (at(i, {"both", "ambos", "ambas"}) && i < last_ && i + 4 > last_) many = std::max(many, 2);
      const bool counted = i > 0 && t_[i - 1].value >= 2 && t_[i - 1].value <= 12 && child(i);
      if (counted && i + 2 == first_ && at(i + 1, {"de", "of", "aged"})) many = std::max(many, t_[i - 1].value);
    }
    const int age = out_.front();
    while (static_cast<int>(out_.size()) < many) out_.push_back(age);
  }

  const std::vector<Token>& t_;
  const std::vector<bool>& dated_;
  std::vector<int> out_;
  std::size_t first_ = 0, last_ = 0;
};

}  // namespace

std::vector<int> read_ages(const std::vector<Token>& tokens, const std::vector<bool>& dated) {
  return Ages(tokens, dated).run();
}

}  // namespace hotel::nlu
