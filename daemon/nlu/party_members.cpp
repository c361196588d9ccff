#include "nlu/party_members.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

namespace hotel::nlu {
namespace {

using WordSet = std::set<std::string_view>;

const WordSet kSpeaker{"servidor", "servidora", "yo", "eu", "me", "i", "myself", "mim"};
const WordSet kAdults{"esposa",     "esposo",      "marido",   "mujer",       "novia",   "novio",        "pareja",
                      "companero",  "companera",   "wife",     "husband",     "partner", "fiance",       "fiancee",
                      "girlfriend", "boyfriend",   "namorada", "namorado",    "mulher",  "patroa",       "parceiro",
                      "parceira",   "noiva",       "noivo",    "mina",        "senora",  "vieja",        "viejo",
                      "mama",       "papa",        "madre",    "padre",       "mother",  "father",       "mum",
                      "mom",        "dad",         "mae",      "pai",         "coroa",   "suegra",       "suegro",
                      "sogra",      "sogro",       "hermana",  "hermano",     "sister",  "brother",      "irma",
                      "irmao",      "amiga",       "amigo",    "friend",      "mate",    "abuela",       "abuelo",
                      "grandma",    "grandmother", "grandpa",  "grandfather", "granny",  "vo",           "avo",
                      "nona",       "tia",         "tio",      "aunt",        "uncle",   "prima",        "primo",
                      "cousin",     "cunada",      "cunado",   "cunhada",     "cunhado", "colega",       "colleague",
                      "socio",      "socia",       "jefe",     "boss",        "chefe",   "mother-in-law"};
const WordSet kPairs{"padres",  "parents",      "pais",  "suegros", "sogros",
                     "abuelos", "grandparents", "papas", "viejos",  "folks"};
const WordSet kChildren{"nino",    "nina",     "nene",      "nena",        "nenita",   "nenito",        "hijo",
                        "hija",    "hijita",   "hijito",    "filho",       "filha",    "filhinha",      "filhinho",
                        "son",     "daughter", "kid",       "child",       "toddler",  "infant",        "baby",
                        "bebe",    "beba",     "bebita",    "bebito",      "crianca",  "menino",        "menina",
                        "moleque", "guri",     "guria",     "miudo",       "miuda",    "pibe",          "piba",
                        "nieto",   "nieta",    "neto",      "neta",        "grandson", "granddaughter", "sobrinito",
                        "chamaco", "chamaca",  "escuincle", "chavito",     "chavita",  "peque",         "pequena",
                        "pequeno", "crio",     "teenager",  "adolescente", "newborn",  "nenem"};
const WordSet kMany{"ninos",         "ninas",    "nenes",     "nenas",      "hijos",        "hijas",    "filhos",
                    "filhas",        "sons",     "daughters", "kids",       "children",     "toddlers", "infants",
                    "babies",        "bebes",    "criancas",  "meninos",    "meninas",      "moleques", "gurises",
                    "guris",         "miudos",   "miudas",    "pibes",      "nietos",       "netos",    "chicos",
                    "chicas",        "chico",    "chica",     "menores",    "menor",        "peques",   "criós",
                    "crios",         "chavitos", "chamacos",  "teenagers",  "adolescentes", "teens",    "grandkids",
                    "grandchildren", "twins",    "gemelos",   "gemelas",    "mellizos",     "gemeos",   "gemeas",
                    "bebitos",       "minors",   "gurizada",  "sobrinitos", "little"};
const WordSet kJoins{"y",   "e",     "and",  "mi",      "my",      "minha", "meu",   "la",      "el",     "a",
                     "o",   "the",   "our",  "nuestra", "nuestro", "nossa", "nosso", "un",      "una",    "um",
                     "uma", "con",   "com",  "with",    "plus",    "mas",   "mais",  "tambien", "also",   "de",
                     "of",  "aged",  "anos", "anitos",  "years",   "year",  "old",   "meses",   "months", "su",
                     "sua", "seu",   "los",  "las",     "os",      "as",    "mis",   "meus",    "minhas", "dos",
                     "las", "nomas", "solo", "then",    "little",  "an"};
const WordSet kBringsAlong{"con",      "com",      "with",       "plus",       "vamos", "viajo",
                           "viajamos", "vou",      "somos",      "vamos",      "bring", "bringing",
                           "acompano", "acompana", "acompanado", "acompanada", "junto"};

bool in(const Token& t, const WordSet& words) {
  return t.kind == Kind::kWord && words.contains(t.folded);
}
bool is(const Token& t, std::initializer_list<std::string_view> words) {
  return t.kind == Kind::kWord && std::find(words.begin(), words.end(), t.folded) != words.end();
}

struct Member {
  std::size_t begin = 0, end = 0;
  int adults = 0, children = 0;
  bool speaker = false;
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
      if (const auto end = both_of_us(i); end > i) {
        found_.push_back({i, end, 2, 0, true});
        i = end - 1;
      } else if (speaker(i)) {
        found_.push_back({i, i + 1, 1, 0, true});
      } else if (in(t_[i], kAdults) && !counted(i)) {
        found_.push_back({i, i + 1, 1, 0, false});
      } else if (in(t_[i], kPairs) && !counted(i) && i > 0 &&
                 is(t_[i - 1], {"mis", "my", "meus", "nuestros", "our", "los", "os"})) {
        found_.push_back({i, i + 1, 2, 0, false});
      } else if (in(t_[i], kChildren) && !counted(i)) {
        found_.push_back({i, i + 1, 0, 1, false});
      } else if (in(t_[i], kMany) || in(t_[i], kChildren)) {
        found_.push_back({i, i + 1, 0, 0, false});  // counted elsewhere; it joins a list
      }
    }
  }

  // "nós dois", "nosotros dos", "the two of us", "los dos"
  std::size_t both_of_us(std::size_t i) const {
    if (i + 1 < t_.size() &&
        (is(t_[i], {"nos", "nosotros", "nosotras", "nois", "us"}) ||
         (is(t_[i], {"los", "las"}) && i > 0 && is(t_[i - 1], {"para", "pra", "somos", "nosotros"}))) &&
        t_[i + 1].value == 2 &&
        (i + 2 >= t_.size() || t_[i + 2].kind != Kind::kWord ||
         is(t_[i + 2], {"y", "e", "con", "com", "llegando", "mas", "mais"})))
      return i + 2;
    if (i + 2 < t_.size() && t_[i].value == 2 && is(t_[i + 1], {"of"}) && is(t_[i + 2], {"us"}) && i > 0 &&
        is(t_[i - 1], {"the", "both", "just"}))
      return i + 3;
    return i;
  }

  bool speaker(std::size_t i) const {
    if (!in(t_[i], kSpeaker)) return false;
    // "yo necesito", "I want", "me dan": who speaks, not who travels; only at the end of a list or before its next join
    const bool closes = i + 1 >= t_.size() || t_[i + 1].kind != Kind::kWord ||
                        is(t_[i + 1], {"y", "e", "and", "con", "com", "nomas", "solo", "solos", "plus", "mas", "mais"});
    const bool listed = i > 0 && (is(t_[i - 1], {"y", "e", "and"}) || t_[i - 1].raw == ",");
    if (is(t_[i], {"me"}))
      return i + 1 < t_.size() && (is(t_[i + 1], {"and", "plus"}) || t_[i + 1].raw == "," || listed) && closes;
    if (is(t_[i], {"mim"})) return i > 0 && is(t_[i - 1], {"para", "pra"}) && closes;
    return closes || (listed && i + 1 < t_.size() && is(t_[i + 1], {"plus", "queremos", "vamos", "want", "need"}));
  }

  bool counted(std::size_t i) const { return i > 0 && t_[i - 1].value >= 2 && t_[i - 1].value <= 20; }

  bool joined(std::size_t from, std::size_t to) const {
    if (to - from > 7) return false;
    for (auto i = from; i < to; ++i) {
      const auto& t = t_[i];
      if (t.kind == Kind::kWord && (kJoins.contains(t.folded) || t.value >= 0)) continue;
      if (t.kind == Kind::kNumber || t.kind == Kind::kSymbol) continue;
      if (t.kind == Kind::kPunctuation &&
          (t.raw == "," || t.raw == "(" || t.raw == ")" || t.raw == "+" || t.raw == "&"))
        continue;
      return false;
    }
    return true;
  }

  void count(std::size_t first, std::size_t last, Members& out) const {
    int adults = 0, children = 0;
    bool speaker_named = false, age = false;
    for (auto i = first; i < last; ++i) {
      adults += found_[i].adults;
      children += found_[i].children;
      speaker_named = speaker_named || found_[i].speaker;
      age = age || has_age(found_[i].end);
    }
    const bool along = brought_along(found_[first].begin);
    const bool several = last - first > 1;
    if (speaker_named && (several || found_[first].adults > 1)) {
      out.adults += adults;
      out.children += children;
    } else if (!speaker_named && along && (adults > 0 || children > 0)) {
      // Who says "con mi marido" comes too.
      if (adults > 0 || implies_speaker(found_[first].begin)) out.adults += adults + 1;
      out.children += children;
    } else if (!speaker_named && children > 0 && (age || several || after_count(found_[first].begin))) {
      out.children += children;
    } else if (!speaker_named && adults > 0 && after_count(found_[first].begin)) {
      out.adults += adults;  // "nós dois e a vó" is one list already; "2 adultos y mi suegra" is not
      out.children += children;
    }
  }

  bool has_age(std::size_t at) const {
    for (auto i = at; i < std::min(at + 3, t_.size()); ++i)
      if (t_[i].value >= 0 && t_[i].value < 18 && !t_[i].article &&
          (i == at || is(t_[i - 1], {"de", "of", "aged", "is", "com", "con"}) || t_[i - 1].raw == "("))
        return true;
    return false;
  }

  std::size_t before_list(std::size_t begin) const {
    while (begin > 0 && is(t_[begin - 1], {"mi",      "my",    "minha", "meu", "la",  "el",   "a",   "o",
                                           "un",      "una",   "um",    "uma", "mis", "meus", "our", "nuestra",
                                           "nuestro", "nossa", "nosso", "the", "os",  "los",  "an",  "little"}))
      --begin;
    return begin;
  }

  bool brought_along(std::size_t begin) const {
    const auto at = before_list(begin);
    if (at == 0 || at == begin || !in(t_[at - 1], kBringsAlong)) return false;
    // "lo consulto con mi marido", "talk with my boss": nobody travels
    for (std::size_t back = 2; back <= 3 && back <= at; ++back)
      if (is(t_[at - back],
             {"consulto", "consultar", "consultarlo", "hablo",   "hablar",   "hablarlo", "charlo",  "charlarlo",
              "ver",      "verlo",     "veo",         "discuss", "check",    "talk",     "speak",   "conversar",
              "converso", "falar",     "decido",      "decidir", "combinar", "confirmo", "verifico"}))
        return false;
    return true;
  }

  // "viajo con mi hija": the guest is the adult.
  bool implies_speaker(std::size_t begin) const {
    const auto at = before_list(begin);
    for (std::size_t back = 1; back <= 4 && back <= at; ++back)
      if (is(t_[at - back],
             {"voy", "viajo", "vamos", "vou", "viajamos", "travelling", "traveling", "coming", "iria", "going"}))
        return true;
    return false;
  }

  // "2 adultos y mi suegra", "one double and a nena de 5"
  bool after_count(std::size_t begin) const {
    const auto at = before_list(begin);
    if (at < 2 || !is(t_[at - 1], {"y", "e", "and", "mas", "mais", "plus", "con", "com", "with"})) return false;
    return is(t_[at - 2], {"adultos", "adults", "adulto", "adult", "pareja", "casal", "couple", "matrimonio",
                           "personas", "pessoas", "people", "grandes", "mayores"});
  }

  const std::vector<Token>& t_;
  std::vector<Member> found_;
};

}  // namespace

bool is_child_word(const Token& token) {
  return in(token, kChildren) || (in(token, kMany) && !is(token, {"little"}));
}

Members read_members(const std::vector<Token>& tokens) {
  return Reader(tokens).run();
}

}  // namespace hotel::nlu
