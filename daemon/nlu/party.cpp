#include "nlu/party.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "nlu/lexicon.h"
#include "nlu/party_ages.h"
#include "nlu/party_members.h"

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;

bool word(const Token& t, Words words) {
  if (t.kind != Kind::kWord) return false;
  const auto may_be = [](const std::string& key, std::string_view w) {
    return key.size() <= w.size() && key.size() + 4 >= w.size();
  };
  for (const auto w : words) {
    if (t.folded == w) return true;
    if (w.size() < 5 || !(may_be(t.key, w) || may_be(t.repaired, w))) continue;
    if (const auto key = spelling_key(w); t.key == key || t.repaired == key) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, const std::vector<bool>& dated) : t_(tokens), dated_(dated) {}

  PartyWords run() {
    corrected_ = correction();
    for (here_ = 0; here_ < t_.size(); ++here_) {
      count_at(here_);
      form_at(here_);
    }
    couples();
    out_.child_ages = read_ages(t_, dated_);
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
  bool is(std::size_t i, People kind) const { return i < t_.size() && lexicon().people(t_[i], kind); }
  bool adult(std::size_t i) const { return is(i, People::kGrown) || at(i, {"adultos", "adults"}); }
  bool child(std::size_t i) const { return is_child(t_, i); }
  bool person(std::size_t i) const { return is(i, People::kPersons) || at(i, {"personas", "people", "pessoas", "of"}); }

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
           (i > 1 && at(i - 1, {"somos", "seremos", "vamos", "are"}) && at(i - 2, {"no", "nao", "not", "ya", "ja"}) &&
            !at(i - 2, {"ya", "ja"})) ||
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
    if (next < t_.size() && t_[next].raw == "x" && (adult(next + 1) || child(next + 1) || person(next + 1))) ++next;
    while (at(next, {"solo",   "only",     "pequenos", "small", "young", "otros",   "otro", "little",
                     "de",     "nuestros", "menores",  "big",   "grown", "other",   "tiny", "outros",
                     "outras", "otras",    "our",      "older", "x",     "teenage", "male", "female"}) &&
           (child(next + 1) || adult(next + 1) || person(next + 1) || is(next + 1, People::kCompany)))
      ++next;
    const bool somebodys = i > 0 && at(i - 1, {"mis", "my", "meus", "minhas", "mi", "his", "her", "nuestros", "our"});
    if (at(next, {"wee", "little", "small", "young", "tiny"}) && at(next + 1, {"ones"})) return count(Of::kChildren, n);
    if (i >= 4 && at(i - 1, {"a", "to", "para"}) && t_[i - 2].value >= 0 && at(i - 3, {"de", "from"}) && !dated(i) &&
        !unit(next) &&
        at(i - 4, {"pasamos", "pasaremos", "passamos", "subimos", "bajamos", "somos", "seremos", "going", "went", "go",
                   "up", "down"}))
      return count(last_ == Of::kNothing ? Of::kGuests : last_, n);  // "pasamos de 4 a 5"
    if (i > 0 && at(i - 1, {"sino", "sim"}) && !unit(next) && !t_[i].article && i > 1 && !dated(next))
      return count(last_ == Of::kNothing ? Of::kGuests : last_, n);  // "no somos 4 sino 6"
    if (t_[i].article && i > 0 && at(i - 1, {"more", "mais", "another", "mas"})) return;
    const bool more = i > 0 && at(i - 1, {"more", "add", "agregar", "sumen", "suma", "sumar", "agrega"});
    const bool with_more = at(i + 1, {"more", "mas", "mais"});
    if (at(next, {"parejas", "couples", "casais", "matrimonios"})) return count(Of::kAdults, 2 * n);
    // "2A+1C"
    if (at(next, {"a"}) && t_[next].glued && next + 3 < t_.size() && number(next + 2) && at(next + 3, {"c"}) &&
        t_[next + 3].glued)
      return count(Of::kAdults, n);
    if (at(next, {"c"}) && t_[next].glued && i > 1 && at(i - 2, {"a"}) && t_[i - 2].glued)
      return count(Of::kChildren, n);
    // "a woman called": nobody who travels, unless in a list
    if (adult(next) && t_[i].article && !(i > 0 && joins_people(t_, i - 1) && out_.adults)) return;
    if (adult(next)) return more || with_more ? void() : count(Of::kAdults, n);
    if (child(next)) {
      if (t_[i].article && at(next, {"chica", "son", "menor"})) return;
      if (at(next, {"twins"}) && !at(next + 1, {"of", "aged", "who", "and"})) return;  // rooms
      return count(Of::kChildren, n);
    }
    if (share_of_children(i)) return;
    if (people_verb(i) && !person(next) && !is(next, People::kCompany)) {
      if (n > 0 && !t_[i].article && !unit(next)) count(child_on_top(next, false) ? Of::kAdults : Of::kGuests, n);
      return;
    }
    // "a robot or a person?", "with a person": nobody who travels
    if (person(next) && t_[i].article && (i == 0 || !at(i - 1, {"para", "pra", "for", "solo", "just", "only", "so"})))
      return;
    if (person(next)) {
      if (at(next, {"of"}) && !at(next + 1, {"us"})) return;
      if (more || with_more) return;
      // "dos personas y una bebé": the child comes on top
      const auto end = at(next, {"of"}) ? next + 2 : next + 1;
      return count(child_on_top(end, true) ? Of::kAdults : Of::kGuests, n);
    }
    if (is(next, People::kCompany) && n >= 2 && !(t_[i].capital && t_[next].capital) && !somebodys && !more &&
        !with_more)
      return count(child_on_top(next + 1, false) ? Of::kAdults : Of::kGuests, n);
    const bool for_people = i > 0 &&
                            (at(i - 1, {"para", "pra", "for", "sleeps", "nos", "nois"}) ||
                             (i > 1 && at(i - 1, {"los", "us"}) && at(i - 2, {"para", "pra", "for"}))) &&
                            !t_[i].article;
    const bool closed =
        next >= t_.size() || t_[next].kind == Kind::kPunctuation || t_[next].kind == Kind::kBreak ||
        t_[next].kind == Kind::kSymbol || (t_[next].value >= 0 && t_[i].kind == Kind::kWord) || dated(next) ||
        at(next,
           {"desde",   "del",      "de",       "from",    "y",        "and",     "e",       "porfavor", "please",
            "el",      "con",      "pero",     "this",    "next",     "este",    "em",      "no",       "na",
            "en",      "on",       "in",       "hoy",     "hoje",     "tonight", "manana",  "porfa",    "pls",
            "que",     "llegando", "por",      "para",    "al",       "ao",      "until",   "till",     "hasta",
            "ate",     "starting", "arriving", "between", "entre",    "with",    "com",     "sin",      "sem",
            "without", "maximo",   "total",    "solo",    "only",     "si",      "se",      "if",       "cuando",
            "when",    "how",      "cuanto",   "quanto",  "queremos", "thanks",  "gracias", "obrigado", "tomorrow",
            "amanha",  "esta",     "neste",    "nesta",   "esse",     "da",      "do",      "checking", "staying",
            "mas",     "mais",     "but",      "at",      "as",       "the",     "around",  "would",    "nomas"});
    const bool time_like =
        next < t_.size() && (t_[next].raw == ":" || t_[next].raw == "/" || t_[next].raw == "-" || t_[next].raw == ".");
    const bool day_after = at(next, {"de", "of"}) && next + 1 < t_.size() && dated(next + 1);
    const bool one_thing = at(i, {"one"}) && next < t_.size() && t_[next].kind == Kind::kWord && !dated(next);
    if (for_people && !hour(i) && !one_thing && closed && (!time_like || t_[next].glued == false) && !day_after &&
        n <= 30)
      return count(child_on_top(next, false) ? Of::kAdults : Of::kGuests, n);
    if (after_flock(i) && !unit(next) && !t_[i].article) return count(Of::kGuests, n);
    // "3 pessoas... minto, 4": the same thing again
    if (i >= corrected_ && corrected_ > 0 && last_ != Of::kNothing && !unit(next) && i <= corrected_ + 2 &&
        !t_[i].article)
      count(last_, n);
  }

  // "y una bebé", "and the kids", "+ 2 crianças": whoever was counted before are the adults. `with`: "con un nene" too.
  bool child_on_top(std::size_t i, bool with) const {
    if (!joins_people(t_, i) && !(with && at(i, {"con", "com", "with"}))) return false;
    for (auto k = i + 1; k < i + 4; ++k) {
      if (child(k)) return true;
      const bool leads =
          k < t_.size() && (t_[k].value >= 0 || at(k, {"the", "la", "el", "o", "my", "mi", "our", "little", "nuestra",
                                                       "nuestro", "minha", "meu", "nossa"}));
      if (!leads) return false;
    }
    return false;
  }

  // "grupo de 14", "a party of about twelve", "delegación de unos 20"
  bool after_flock(std::size_t i) const {
    std::size_t b = i;
    while (b > 0 && at(b - 1, {"unos", "unas", "uns", "umas", "about", "around", "approx", "aproximadamente", "mas",
                               "casi", "quase", "cerca", "like"}))
      --b;
    return b > 1 && at(b - 1, {"de", "of", "com", "con"}) && is(b - 2, People::kFlock);
  }

  // "Adults: 2", "adultos 2 niños 1", "Personas: 4": the word leads its number, which has none of its own behind it.
  void form_at(std::size_t i) {
    const bool grown = adult(i), young = child(i), people = is(i, People::kPersons);
    if (!(grown || young || people) || (i > 0 && t_[i - 1].value >= 0) || at(i, {"ad", "ch", "inf"})) return;
    const bool colon = i + 1 < t_.size() && (t_[i + 1].raw == ":" || t_[i + 1].raw == "=" || t_[i + 1].raw == "-" ||
                                             t_[i + 1].kind == Kind::kBreak);
    const auto k = colon ? i + 2 : i + 1;
    if (!number(k) || t_[k].kind != Kind::kNumber || t_[k].value > 20) return;
    const bool closed = k + 1 >= t_.size() || t_[k + 1].kind != Kind::kWord || adult(k + 1) || child(k + 1) ||
                        at(k + 1, {"room", "rooms", "and", "y", "e"});
    const bool age = joins_people(t_, k + 1) && number(k + 2) && !adult(k + 3) && !child(k + 3);
    if (!closed || age || (k + 1 < t_.size() && (t_[k + 1].raw == "/" || t_[k + 1].raw == ":"))) return;
    // "mi hija 5", "the kids 7": an age
    if (young && !colon && !(i > 0 && adult_form_before(i))) return;
    count(grown ? Of::kAdults : young ? Of::kChildren : Of::kGuests, t_[k].value);
  }
  bool adult_form_before(std::size_t i) const {
    for (std::size_t back = 1; back <= 4 && back <= i; ++back)
      if (adult(i - back) || is(i - back, People::kPersons)) return true;
    return false;
  }

  // "somos 3", "quedamos tres", "we're 4", "seríamos cuatro", "somos em 4"
  bool people_verb(std::size_t i) const {
    if (i == 0 || hour(i)) return false;
    std::size_t back = i - 1;
    if (at(back,
           {"em", "en", "unos", "uns", "about", "a", "like", "como", "solo", "just", "only", "so", "nomas", "tipo"}) &&
        back > 0)
      --back;
    if (at(back, {"somos",   "somo",        "semo",       "seremos",   "seriamos",    "eramos",     "quedamos",
                  "seriam",  "fuimos",      "vendriamos", "iriamos",   "estamos",     "ficamos",    "serian",
                  "andamos", "viajariamos", "vendremos",  "ficaremos", "quedariamos", "estariamos", "fomos"}))
      return !at(back, {"estamos", "ficamos", "andamos", "estariamos", "ficaremos"}) || !at(i - 1, {"en", "em", "a"});
    if (at(back,
           {"vamos", "vamo", "venimos", "viajamos", "viajan", "vienen", "iremos", "viremos", "vao", "vem", "van"}) &&
        (back == i - 1 || at(i - 1, {"en", "em", "solo", "so"})))
      return !unit(i + 1);
    if (at(back, {"e", "eh"}) && back > 0 && at(back - 1, {"gente"})) return !unit(i + 1);  // "a gente é em 6"
    // "fica 3 no total", "son cuatro en total"
    if (at(i + 1, {"no", "en", "in"}) && at(i + 2, {"total", "all"}) &&
        at(back, {"fica", "ficam", "ficaria", "quedan", "queda", "quedaria", "son", "sao", "serian", "seria"}))
      return t_[i].value <= 20;
    if (at(back, {"ser"}) && back > 0 && at(back - 1, {"a", "somos", "vamos", "van", "vai", "vao", "would"}))
      return true;
    if (at(back, {"are", "re"}) && back > 0 && at(back - 1, {"we", "there"})) return true;
    if (at(back, {"were", "wed", "well"}) && back == i - 1) return next_is_open(i);
    return at(back, {"be"}) && back > 0 && at(back - 1, {"will", "would", "well", "wed", "may"});
  }
  // "para las 10 de la mañana", "pra 10 da noite"
  bool hour(std::size_t i) const {
    std::size_t k = i + 1;
    while (at(k, {"de", "da", "d", "la", "y", "e", "media", "meia"})) ++k;
    return k > i + 1 && at(k, {"manana", "manha", "tarde", "noche", "noite", "madrugada"}) && !dated(i + 1);
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
    if (k == i + 1 || !child(k) || t_[i].article) return false;
    count(Of::kChildren, t_[i].value);
    return true;
  }

  void couples() {
    static const std::vector<Cue> kAlone = [] {
      std::vector<Cue> out;
      for (const std::string_view p :
           {"voy|viajo|estoy|vou|vengo|venho|iria|ire|ando|llego|chego|to|tou|estou|quedo|fico|viajando|soy|sou "
            "solo|sola|solito|solita|sozinho|sozinha",
            "i|im|ill|id .. alone",
            "travelling|traveling alone|solo",
            "eu sozinho|sozinha",
            "solo|single|lone traveller|traveler|guest|traveling|travelling|occupancy",
            "only|just myself",
            "viajo|vou|venho|chego so $",
            "e|es|seria|sera so|solo pra|para mim|mi",
            "sou|vou|seria so eu",
            "so|solo uma|una pessoa|persona $",
            "one person only",
            "by my self|lonesome",
            "nomas|solo|solamente|only|just pa|para|for mi|me",
            "nomas|puro|nada|solo yo",
            "nada mas yo",
            "yo nada mas",
            "solo|so soy|sou yo|eu",
            "just me",
            "only me",
            "solo yo",
            "so eu",
            "yo solo|sola|nomas",
            "eu sozinho|sozinha",
            "travelling|traveling|coming alone|solo",
            "por mi cuenta",
            "on my own",
            "by myself",
            "soy yo sola|solo",
            "para mi solo|sola|nomas",
            "pra mim so|sozinho|sozinha",
            "just for me",
            "solo para mi",
            "so para mim",
            "para mim so|sozinho|sozinha",
            "para mi solito|solita",
            "sozinho|sozinha|solito|solita mesmo|mesma|nomas",
            "sozinho|sozinha|solito|solita $"})
        out.push_back(parse_cue("one", 1, p));
      return out;
    }();
    for (std::size_t i = 0; i < t_.size() && !out_.adults; ++i) {
      if (!(at_exactly(i, "pareja") || at_exactly(i, "couple") || at_exactly(i, "casal") ||
            at_exactly(i, "casalzinho") || at_exactly(i, "parejita") ||
            (at_exactly(i, "matrimonio") &&
             (at(i + 1, {"con", "y"}) || (i > 0 && at(i - 1, {"un", "somos", "para"}))))))
        continue;
      // "quarto de casal", "cama de casal" are room types; "a couple of towels" is a few
      if (i > 0 && at(i - 1, {"de", "mi", "cama", "camas", "quarto", "quartos", "qto", "suite"})) continue;
      if (at_exactly(i, "couple") && at(i + 1, {"of", "more"})) continue;
      if (at_exactly(i, "casal") && i > 1 && at(i - 1, {"d"})) continue;
      out_.adults = 2;
    }
    auto members = read_members(t_);
    // "somos 4 con mi abuela": more than those who are named
    if (guests_ && *guests_ > members.adults + std::max(out_.children.value_or(0), members.children))
      members.adults = 0;
    if (!out_.adults && members.adults > 0)
      out_.adults = members.adults;
    else if (out_.adults && members.further > 0)
      out_.adults = *out_.adults + members.further;
    if (!out_.children && members.children > 0) out_.children = members.children;
    for (const auto& cue : kAlone)
      if (!find(cue, t_).empty() && !out_.adults && !guests_) out_.adults = 1;
  }
  bool at_exactly(std::size_t i, std::string_view w) const {
    return i < t_.size() && t_[i].kind == Kind::kWord && t_[i].folded == w;
  }

  bool room_word(std::size_t i) const {
    return at(i, {"habitaciones", "rooms",      "quartos",       "cuartos",     "dobles",        "doubles",
                  "duplos",       "twins",      "singles",       "triples",     "simples",       "suites",
                  "individuales", "sencillas",  "familiares",    "deptos",      "matrimoniales", "room",
                  "habitacion",   "quarto",     "cuarto",        "piezas",      "pieza",         "recamaras",
                  "apartamentos", "apartments", "departamentos", "apartaments", "aptos",         "aposentos",
                  "alcobas",      "habitacoes", "dormitorios",   "unidades",    "cabanas",       "queens",
                  "kings",        "quads",      "cuadruples",    "duplas",      "triplos",       "apes",
                  "standards",    "estandares", "villas",        "bungalows",   "chales",        "acomodacoes"});
  }
  // "2 room", "2 nos. double rooms", "tres cuartos", "rooms: 2"
  void rooms() {
    const auto took = [&](std::size_t k) {
      const bool one_of_them = k > 1 && at(k - 1, {"las", "los", "the", "os"}) && at(k - 2, {"de", "of"});
      const bool to_room = k + 2 < t_.size() && t_[k + 2].kind == Kind::kNumber;  // "2 rm 405"
      if (corrected_ > 0 && k >= corrected_ && !one_of_them && !to_room)
        out_.rooms = t_[k].value;
      else if (!one_of_them && !to_room &&
               !(k > 0 && at(k - 1, {"not", "no", "room", "habitacion", "quarto", "cuarto", "das", "dos"})))
        out_.rooms = std::max(out_.rooms.value_or(0), t_[k].value);
    };
    for (std::size_t i = 0; i < t_.size(); ++i) {
      if (at(i, {"rooms", "habitaciones", "quartos", "cuartos"}) && i + 2 < t_.size() &&
          (t_[i + 1].raw == ":" || t_[i + 1].raw == "=") && number(i + 2) && t_[i + 2].value >= 2 &&
          t_[i + 2].value <= 20 && !adult(i + 3) && !person(i + 3))
        took(i + 2);
      if (!number(i) || t_[i].value < 2 || t_[i].value > 20 || (i > 0 && t_[i - 1].raw == "/") ||
          at(i, {"second", "third", "segunda"}))
        continue;
      std::size_t next = i + 1;
      for (int skipped = 0; skipped < 3 && next < t_.size(); ++skipped, ++next) {
        if (t_[next].raw == "x" || t_[next].raw == "." ||
            at(next, {"nos",       "no",         "double",    "single", "twin",   "family",   "triple",
                      "small",     "separate",   "different", "big",    "nice",   "standard", "deluxe",
                      "adjoining", "connecting", "king",      "queen",  "buenas", "lindas",   "amplias",
                      "quality",   "individual", "unidades",  "units",  "de"}))
          continue;
        break;
      }
      const bool nouns_alone = next == i + 1 || at(next, {"rooms", "room", "habitaciones", "quartos", "suites"});
      if (room_word(next) && nouns_alone &&
          !at(next + 1, {"bed", "beds", "bedded", "service", "key", "keys", "number"}))
        took(i);
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
