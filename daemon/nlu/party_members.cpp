#include "nlu/party_members.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

using WordSet = std::set<std::string_view>;

const WordSet kJoins{
    "y",        "e",        "and",     "mi",     "my",      "minha",  "meu",     "la",   "el",    "a",     "o",
    "the",      "our",      "nuestra", "nossos", "nuestro", "nossa",  "nosso",   "un",   "una",   "um",    "uma",
    "con",      "com",      "with",    "plus",   "mas",     "mais",   "tambien", "also", "de",    "of",    "aged",
    "anos",     "anitos",   "years",   "year",   "old",     "meses",  "months",  "su",   "sua",   "seu",   "los",
    "las",      "os",       "as",      "mis",    "meus",    "minhas", "dos",     "nome", "nomas", "solo",  "then",
    "little",   "an",       "para",    "pros",   "pras",    "for",    "his",     "her",  "their", "in",    "law",
    "nuestros", "nuestras", "nossas",  "best",   "own",     "mon",    "tambem",  "yrs",  "yo",    "menor", "mayor",
    "older",    "younger",  "two",     "young",  "baby",    "bebe",   "mio",     "mia"};
const WordSet kBringsAlong{"con",      "com",      "with",       "plus",       "vamos",    "viajo",
                           "viajamos", "vou",      "somos",      "bring",      "bringing", "llevo",
                           "acompano", "acompana", "acompanado", "acompanada", "junto",    "levo"};

bool in(const Token& t, const WordSet& words) {
  return t.kind == Kind::kWord && words.contains(t.folded);
}
bool is(const Token& t, std::initializer_list<std::string_view> words) {
  return t.kind == Kind::kWord && std::find(words.begin(), words.end(), t.folded) != words.end();
}
bool person(const Token& t, People kind) {
  return lexicon().people(t, kind);
}
bool possessive(const std::vector<Token>& t, std::size_t at) {
  return at > 0 && (is(t[at - 1], {"mi", "my", "meu", "minha", "mis", "meus", "minhas", "our", "nuestro", "nuestra",
                                   "nuestros", "nuestras", "nosso", "nossa", "nossos", "nossas"}) ||
                    (is(t[at - 1], {"little", "young", "baby", "two", "own"}) && possessive(t, at - 1)) ||
                    (t[at - 1].value >= 2 && at > 1 && possessive(t, at - 1)));
}

struct Member {
  std::size_t begin = 0, end = 0;
  int adults = 0, children = 0;
  bool speaker = false, both = false, pair = false, many = false;
};

class Reader {
 public:
  explicit Reader(const std::vector<Token>& tokens) : t_(tokens) {}

  Members run() {
    find();
    Members out;
    for (std::size_t i = 0; i < found_.size();) {
      std::size_t j = i + 1;
      while (j < found_.size() && joined(found_[j - 1].end, found_[j].begin)) ++j;
      count(i, j, out);
      i = j;
    }
    return out;
  }

 private:
  void find() {
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (t_[i].kind != Kind::kWord && t_[i].kind != Kind::kNumber) continue;
      Member m{i, i + 1};
      if (const auto end = all_of_us(i); end > i) {
        m.end = end, m.adults = us_count(i, end), m.speaker = m.both = true;
      } else if (t_[i].kind != Kind::kWord) {
        continue;
      } else if (speaker(i)) {
        m.adults = 1, m.speaker = true;
      } else if (is(t_[i], {"chico", "chica", "boy"}) && i > 0 && is(t_[i - 1], {"mi", "meu"}) &&
                 age_behind(t_, i) < 0) {
        m.adults = 1;  // "mi chico y yo"
      } else if (is(t_[i], {"girl"}) && i > 0 && is(t_[i - 1], {"my"}) && age_behind(t_, i) < 0) {
        m.adults = 1;
      } else if (is(t_[i], {"little"}) && i + 1 < t_.size() && is(t_[i + 1], {"one"})) {
        m.end = i + 2, m.children = 1;
      } else if (is(t_[i], {"himself", "herself"}) && i > 1 && (joins_people(t_, i - 1) || t_[i - 1].raw == ",")) {
        m.adults = 1;  // "me, himself and the kids"
      } else if (is(t_[i], {"ones"}) && i > 0 && is(t_[i - 1], {"little", "wee", "small", "young", "tiny"})) {
        m.begin = i - 1, m.many = true;
      } else if (is(t_[i], {"half"}) && i > 0 && is(t_[i - 1], {"other", "better"})) {
        m.begin = i - 1, m.adults = 1;
      } else if (is(t_[i], {"laws"}) && i > 0) {
        m.adults = 2, m.pair = true;
        m.begin = t_[i - 1].raw == "-" && i > 1 ? i - 2 : i - 1;
        if (!is(t_[m.begin], {"in"})) continue;
      } else if (person(t_[i], People::kPair) && !counted(i) && led_as_pair(i)) {
        m.adults = 2, m.pair = true;
      } else if (is(t_[i], {"vo"}) && i + 1 < t_.size() && is(t_[i + 1], {"com", "sozinho", "sozinha", "ai", "para"})) {
        continue;  // "vo com meu marido": vou
      } else if (person(t_[i], People::kAdult)) {
        m.adults = counted(i) ? t_[i - 1].value : 1;
      } else if (person(t_[i], People::kCompany) && counted(i)) {
        m.adults = t_[i - 1].value;
      } else if (is_child(t_, i) && !person(t_[i], People::kChildren) && !counted(i)) {
        (age_behind(t_, i) >= 18 ? m.adults : m.children) = 1;
      } else if (is_child(t_, i)) {
        m.many = true;  // counted elsewhere; it joins a list
      } else {
        continue;
      }
      if (!m.speaker && counted(i)) m.begin = i - 1;
      found_.push_back(m);
      i = m.end - 1;
    }
  }

  bool led_as_pair(std::size_t i) const { return possessive(t_, i) || (i > 0 && is(t_[i - 1], {"los", "os", "the"})); }

  // "nós dois", "nosotros tres", "the two of us", "us 2", "los dos"
  std::size_t all_of_us(std::size_t i) const {
    const auto some = [&](std::size_t at) {
      return at < t_.size() && t_[at].value >= 2 && t_[at].value <= 12 && !t_[at].article;
    };
    if (i + 1 < t_.size() && some(i + 1) &&
        (is(t_[i], {"nosotros", "nosotras", "nois", "us"}) || (is(t_[i], {"nos"}) && t_[i + 1].kind == Kind::kWord) ||
         (is(t_[i], {"los", "las"}) && t_[i + 1].value == 2 && i > 0 &&
          is(t_[i - 1], {"para", "somos", "nosotros"}))) &&
        (i + 2 >= t_.size() || t_[i + 2].kind != Kind::kWord ||
         is(t_[i + 2],
            {"y", "e", "con", "com", "and", "plus", "with", "llegando", "mas", "mais", "solos", "sozinhos"})))
      return i + 2;
    if (i + 2 < t_.size() && some(i) && is(t_[i + 1], {"of"}) && is(t_[i + 2], {"us"})) return i + 3;
    return i;
  }
  int us_count(std::size_t i, std::size_t end) const { return t_[i].value >= 2 ? t_[i].value : t_[end - 1].value; }

  bool speaker(std::size_t i) const {
    if (is(t_[i], {"mi"})) {  // "pa mí y mi hermano", "para mi mamá y para mí"
      if (i == 0 || !is(t_[i - 1], {"para"})) return false;
      const bool last = i > 1 && joins_people(t_, i - 2) && (i + 1 >= t_.size() || t_[i + 1].kind != Kind::kWord);
      return last || (i + 1 < t_.size() && joins_people(t_, i + 1));
    }
    if (!person(t_[i], People::kSpeaker) || (i > 0 && t_[i - 1].value >= 2 && t_[i].glued)) return false;  // "9yo"
    const bool listed = i > 0 && (joins_people(t_, i - 1) || t_[i - 1].raw == ",");
    // "mi marido y yo necesitamos": whoever stands beside a relative is of the list
    const bool beside =
        listed && t_[i - 1].raw != "," && i > 1 &&
        (person(t_[i - 2], People::kAdult) || person(t_[i - 2], People::kPair) || is(t_[i - 2], {"half"}));
    // "yo necesito", "I want", "me dan": who speaks, not who travels; only at the end of a list or before its next join
    const bool closes = i + 1 >= t_.size() || t_[i + 1].kind != Kind::kWord || joins_people(t_, i + 1) ||
                        is(t_[i + 1], {"con", "com", "nomas", "solo", "solos", "with"});
    if (is(t_[i], {"me"})) {
      const bool leads = i + 1 < t_.size() && (joins_people(t_, i + 1) || t_[i + 1].raw == ",") &&
                         !is(t_[i + 1], {"y", "e", "mas", "mais"});
      return (leads && !verb_before(i)) || (beside && closes);
    }
    if (is(t_[i], {"mim"})) return i > 0 && is(t_[i - 1], {"para"}) && closes;
    return closes || beside ||
           (listed && i + 1 < t_.size() && is(t_[i + 1], {"plus", "queremos", "vamos", "want", "need"}));
  }

  // "send me, and …", "call me and": somebody is to do something for the guest.
  bool verb_before(std::size_t i) const {
    return i > 0 && is(t_[i - 1], {"send", "call", "tell", "give", "let", "text", "email", "get", "help", "charge",
                                   "charged", "book", "put", "show", "ring", "message", "bring", "forward"});
  }

  bool counted(std::size_t i) const { return i > 0 && t_[i - 1].value >= 2 && t_[i - 1].value <= 20; }

  bool joined(std::size_t from, std::size_t to) const {
    if (to > from + 7) return false;
    for (auto i = from; i < to; ++i) {
      const auto& t = t_[i];
      if (t.kind == Kind::kWord && (kJoins.contains(t.folded) || t.value >= 0 || t.raw == "n")) continue;
      if (t.kind == Kind::kNumber || t.kind == Kind::kSymbol) continue;
      if (t.kind == Kind::kPunctuation &&
          (t.raw == "," || t.raw == "(" || t.raw == ")" || t.raw == "+" || t.raw == "&" || t.raw == "-"))
        continue;
      return false;
    }
    return true;
  }

  void count(std::size_t first, std::size_t last, Members& out) const {
    int adults = 0, children = 0;
    bool speaker_named = false, age = false, many = false, both = false;
    bool pairs_only = true;
    for (auto i = first; i < last; ++i) {
      // "me and the grandkids, three of us": the sum of those who were named
      if (found_[i].both && i > first &&
          std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(first),
                      found_.begin() + static_cast<std::ptrdiff_t>(i), [](const Member& m) { return m.speaker; }))
        continue;
      adults += found_[i].adults;
      children += found_[i].children;
      speaker_named = speaker_named || found_[i].speaker;
      both = both || found_[i].both;
      many = many || found_[i].many;
      pairs_only = pairs_only && found_[i].pair;
      age = age || age_behind(t_, found_[i].end - 1) >= 0;
    }
    const auto begin = found_[first].begin;
    const bool along = brought_along(begin);
    const bool several = last - first > 1;
    if (speaker_named && both && !several) {
      // "the two of us": a number of people; "nós dois" are the guest and another
      if (!is(t_[found_[first].end - 1], {"us"}) && !is(t_[begin], {"us"})) out.adults += adults;
    } else if (speaker_named && (several || found_[first].adults > 1)) {
      out.adults += adults;
      out.children += children;
    } else if (!speaker_named && along && (adults > 0 || children > 0)) {
      // Who says "con mi marido" comes too.
      if (adults > 0 || implies_speaker(begin)) out.adults += adults + 1;
      out.children += children;
    } else if (!speaker_named && children > 0 && (age || several || after_count(begin))) {
      if (adults >= 2) out.adults += adults;  // "mamá, papá y el bebé"
      out.children += children;
    } else if (!speaker_named && many && adults >= 2) {
      out.adults += adults;
    } else if (!speaker_named && adults > 0 && after_count(begin)) {
      out.further += adults;
      out.children += children;
    } else if (!speaker_named && pairs_only && !several && for_them(begin)) {
      out.adults += adults;  // "para mis suegros"
    }
  }

  std::size_t before_list(std::size_t begin) const {
    while (begin > 0 && is(t_[begin - 1],
                           {"mi", "my",  "minha", "meu",    "la",       "el",      "a",       "o",      "un",    "una",
                            "um", "uma", "mis",   "meus",   "our",      "nuestra", "nuestro", "nossa",  "nosso", "the",
                            "os", "los", "an",    "little", "nuestros", "his",     "nossos",  "minhas", "her"}))
      --begin;
    return begin;
  }

  bool for_them(std::size_t begin) const {
    const auto at = before_list(begin);
    return at > 0 && at < begin && is(t_[at - 1], {"para", "for", "pros"});
  }

  bool brought_along(std::size_t begin) const {
    const auto at = before_list(begin);
    if (at == 0 || at == begin || !in(t_[at - 1], kBringsAlong)) return false;
    // "lo consulto con mi marido", "talk with my boss": nobody travels
    for (std::size_t back = 2; back <= 3 && back <= at; ++back)
      if (is(t_[at - back],
             {"consulto",   "consultar", "consultarlo", "hablo",    "hablar",   "hablarlo", "charlo",  "charlarlo",
              "ver",        "verlo",     "veo",         "discuss",  "check",    "talk",     "speak",   "conversar",
              "terminamos", "termine",   "cortamos",    "rompi",    "pelee",    "converso", "falar",   "decido",
              "decidir",    "combinar",  "confirmo",    "verifico", "problema", "problem",  "chequeo", "falo",
              "checking",   "hable",     "hablamos",    "spoke",    "talked"}))
        return false;
    return true;
  }

  // "viajo con mi hija": the guest is the adult.
  bool implies_speaker(std::size_t begin) const {
    const auto at = before_list(begin);
    for (std::size_t back = 1; back <= 4 && back <= at; ++back)
      if (is(t_[at - back], {"voy",   "viajo", "vou",   "travelling", "traveling", "coming",   "iria",
                             "going", "vengo", "venho", "llego",      "chego",     "viajando", "travel",
                             "come",  "estoy", "estou", "ando",       "arriving",  "staying",  "bringing"}))
        return true;
    return false;
  }

  // "2 adultos y mi suegra", "one double and a nena de 5", "pareja + guagua"
  bool after_count(std::size_t begin) const {
    const auto at = before_list(begin);
    if (at < 2 || !(joins_people(t_, at - 1) || is(t_[at - 1], {"con", "com", "with"}) || t_[at - 1].raw == ","))
      return false;
    return is(t_[at - 2], {"pareja", "casal", "couple", "matrimonio", "parejas", "couples", "casais"}) ||
           person(t_[at - 2], People::kGrown) || person(t_[at - 2], People::kPersons) ||
           (at > 3 && is(t_[at - 2], {"us"}) && is(t_[at - 3], {"of"}));
  }

  const std::vector<Token>& t_;
  std::vector<Member> found_;
};

}  // namespace

bool joins_people(const std::vector<Token>& t, std::size_t at) {
  return at < t.size() && (is(t[at], {"y", "e", "and", "plus", "mas", "mais", "amp"}) || t[at].raw == "n" ||
                           t[at].raw == "+" || t[at].raw == "&" || t[at].raw == "➕");
}

int age_behind(const std::vector<Token>& t, std::size_t at) {
  std::size_t i = at + 1;
  const auto led = [&](std::size_t k) {
    return k < t.size() &&
           (is(t[k], {"de",  "of",   "aged", "age",     "is", "hes", "shes", "tiene", "tem", "com",    "con",
                      "who", "whos", "que",  "turning", "he", "she", "ele",  "ela",   "s",   "cumple", "edad"}) ||
            t[k].raw == "(" || t[k].raw == "," || t[k].raw == "-" || t[k].raw == "'" || t[k].raw == "’");
  };
  while (i < at + 4 && led(i)) ++i;
  if (i >= t.size() || t[i].value < 0 || t[i].value > 99 || t[i].article) return -1;
  const bool unit =
      i + 1 < t.size() &&
      (is(t[i + 1], {"anos", "ano", "years", "year", "yrs", "yr", "yo", "meses", "months"}) || t[i + 1].raw == ")");
  // "nena, 3 noches" is a list; "nena, 3" and "nena de 3" are ages
  const bool said = i > at + 1 && !(i == at + 2 && (t[at + 1].raw == "," || t[at + 1].raw == "-"));
  const bool alone = i + 1 >= t.size() || t[i + 1].kind != Kind::kWord || joins_people(t, i + 1);
  const bool months = i + 1 < t.size() && is(t[i + 1], {"meses", "months", "mes", "month"});
  return unit || said || alone ? (months ? t[i].value / 12 : t[i].value) : -1;
}

bool is_child(const std::vector<Token>& t, std::size_t at) {
  if (at >= t.size()) return false;
  // Spanish "son" is a verb
  if (is(t[at], {"son"}) &&
      !(at > 0 && (joins_people(t, at - 1) || t[at - 1].raw == "," ||
                   is(t[at - 1], {"my", "our", "a", "the", "his", "her", "your", "one", "young", "little", "old",
                                  "with", "teenage", "yo", "baby", "eldest", "youngest"}))))
    return false;
  if (person(t[at], People::kYoung)) {
    const int age = age_behind(t, at);
    const bool old = at > 0 && is(t[at - 1], {"old"});
    return possessive(t, at) || old || (age >= 0 && age < 18) || (at > 0 && is(t[at - 1], {"little", "young", "baby"}));
  }
  return person(t[at], People::kChild) || (person(t[at], People::kChildren) && !is(t[at], {"little"}));
}

Members read_members(const std::vector<Token>& tokens) {
  return Reader(tokens).run();
}

}  // namespace hotel::nlu
