// People's names. A name is told from other words by what leads to it ("a nombre de", "my name is", "soy"), by its
// place (a signature, the line before an address) and by its words: capitals that are no word of the hotel, or first
// names people have, also in lower case.
#include <optional>
#include <set>

#include "nlu/facts.h"
#include "nlu/lexicon.h"
#include "nlu/name_cues.h"

namespace hotel::nlu {
namespace {

class Names {
 public:
  explicit Names(const View& view) : v_(view) {
    int upper = 0, words = 0;
    for (std::size_t i = 0; i < v_.size(); ++i) {
      if (!v_.word(i) || v_[i].raw.size() < 2) continue;
      ++words;
      upper += std::none_of(v_[i].raw.begin(), v_[i].raw.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ? 1 : 0;
    }
    shouted_ = words >= 3 && upper * 4 >= words * 3;
  }

  std::string run() const {
    if (auto found = cued(Trust::kStrong); !found.empty()) return found;
    if (auto found = cued(Trust::kCapital); !found.empty()) return found;
    if (auto found = cued(Trust::kFull); !found.empty()) return found;
    if (auto found = announced(); !found.empty()) return found;
    return segment();
  }

  // A first name people have and a surname, both with capitals, somewhere in the message: nobody greeted, thanked or
  // met, no street, no place.
  std::string loose() const {
    if (shouted_) return {};
    for (std::size_t i = 0; i + 1 < v_.size(); ++i) {
      if (!capital(i) || !given(i) || !capital(i + 1) || v_.dated(i)) continue;
      if (i > 0 && v_.word(i - 1) &&
          v_.at(i - 1,
                {"hola",      "hi",       "hello", "hey",    "dear",   "estimado", "estimada", "thanks",  "gracias",
                 "obrigado",  "obrigada", "by",    "con",    "com",    "with",     "calle",    "street",  "avenida",
                 "av",        "rua",      "plaza", "praca",  "hotel",  "hospital", "teatro",   "estadio", "aeropuerto",
                 "aeroporto", "airport",  "museo", "parque", "bairro", "barrio",   "san",      "santa",   "saint",
                 "st",        "to",       "de",    "near",   "oi",     "ola",      "prezado",  "prezada", "caro",
                 "via",       "el",       "la",    "the",    "al",     "del",      "do",       "da",      "concert"}))
        continue;
      auto begin = i;
      while (begin > 0 && capital(begin - 1) && !lexicon().everyday(v_[begin - 1]) &&
             !lexicon().never_name(v_[begin - 1].folded))
        --begin;
      auto found = read(begin, Trust::kCapital);
      if (found && v_.before(i, {"from"}) && v_.at(found->end, {"to"})) found = read(found->end + 1, Trust::kCapital);
      if (found && found->words >= 2 && found->capitals && found->begin >= i && !lexicon().never_name(v_[i + 1].folded))
        return found->text;
    }
    return {};
  }

 private:
  struct Found {
    std::string text;
    std::size_t begin = 0, end = 0;
    int words = 0;
    bool given = false, capitals = true;
  };

  bool capital(std::size_t i) const { return v_.word(i) && v_[i].capital && !shouted_; }
  bool given(std::size_t i) const { return v_.word(i) && lexicon().given_name(v_[i].folded) && !v_.at(i, {"natal"}); }
  bool particle(std::size_t i) const {
    return v_.at(i, {"de", "da", "do", "dos", "das", "del", "la", "los", "van", "von", "di", "der", "y", "e", "mac",
                     "st"}) ||
           (v_.word(i) && (v_[i].raw == "O" || v_[i].raw == "D") && v_.mark(i + 1, "'"));
  }
  bool title(std::size_t i) const {
    return v_.at(i, {"sr",      "sra", "srta", "senor", "senora", "mr",      "mrs",    "ms",   "miss",
                     "dr",      "dra", "don",  "dona",  "senhor", "senhora", "seu",    "prof", "doctor",
                     "doctora", "the", "el",   "la",    "o",      "a",       "familia"});
  }
  // Words by which a name is a firm's: "Norte SRL", "Brown & Co".
  bool firm(std::size_t i) const {
    return v_.at(i, {"ltd",        "limited",   "inc",       "llc",     "plc",     "gmbh",     "corp",
                     "srl",        "sas",       "ltda",      "eireli",  "sa",      "tours",    "travel",
                     "turismo",    "viajes",    "viagens",   "group",   "grupo",   "hotel",    "consultores",
                     "consulting", "solutions", "logistica", "company", "empresa", "sociedad", "asociados"}) ||
           v_.mark(i, "&") || (v_.at(i, {"s"}) && v_.mark(i + 1, ".") && v_.at(i + 2, {"a", "l", "r"}));
  }

  // The name that begins at `i`, whatever led to it.
  std::optional<Found> read(std::size_t i, Trust trust) const {
    if (v_.mark(i, ",") && capital(i + 1) && (given(i + 1) || capital(i + 2))) ++i;
    if (v_.mark(i, ":") || v_.mark(i, "-") || v_.mark(i, "\"") || v_.mark(i, "'") || v_.mark(i, "“")) ++i;
    if (v_.mark(i, ".") && i > 0 && title(i - 1)) ++i;
    while (title(i) && (v_.word(i + 1) || (v_.mark(i + 1, ".") && v_.word(i + 2))) &&
           (!capital(i) || !v_.at(i, {"a", "o", "la", "el"}))) {
      ++i;
      if (v_.mark(i, ".")) ++i;
    }
    Found out;
    out.begin = i;
    for (; i < v_.size() && out.words < 5; ++i) {
      if (v_.mark(i, ".") && out.words > 0 && v_[i - 1].raw.size() == 1 && v_[i - 1].capital) continue;  // "J. Doe"
      if (v_.mark(i, "-") && out.words > 0 && v_.glued(i) && v_.glued(i + 1) && capital(i + 1)) {
        out.text += "-" + v_[i + 1].raw;
        ++i;
        out.end = i + 1;
        continue;
      }
      if (!v_.word(i) || v_.dated(i)) break;
      const bool cap = capital(i);
      if (out.words > 0 && particle(i) && !cap) {
        std::size_t n = i + 1;
        while (particle(n) && !capital(n)) ++n;
        const bool goes_on = capital(n) && !lexicon().everyday(v_[n]);
        if (!goes_on || v_.at(i, {"y", "e"})) break;
        for (auto j = i; j < n; ++j) out.text += " " + v_[j].raw;
        i = n - 1;
        continue;
      }
      if (out.words == 0 ? !may_begin(i, trust) : !may_follow(i, out)) break;
      out.text += (out.text.empty() ? "" : " ") + v_[i].raw;
      if (out.words == 0) out.given = given(i);
      out.capitals = out.capitals && cap;
      ++out.words;
      out.end = i + 1;
    }
    if (out.words == 0 || firm(out.end)) return std::nullopt;
    for (auto j = out.begin; j < out.end; ++j)
      if (firm(j)) return std::nullopt;
    if (trust == Trust::kFull && !(out.capitals && (out.given || out.words >= 2)) && !(out.given && out.words >= 2))
      return std::nullopt;
    return out;
  }

  bool may_begin(std::size_t i, Trust trust) const {
    if (given(i)) return trust != Trust::kFull || capital(i) || given(i);
    if (lexicon().never_name(v_[i].folded)) return false;
    const bool common = lexicon().everyday(v_[i]);
    if (capital(i)) {
      // "sra. Ocampo": only looks like a misspelt word
      const bool addressed = i > 0 && (title(i - 1) || (v_.mark(i - 1, ".") && i > 1 && title(i - 2)));
      if (addressed && !v_[i].repaired.empty() && v_[i].raw.size() > 4) return true;
      // A capital everyday word begins a name only before another capital: "Mercedes Paz", not "Cancelar".
      if (common) return capital(i + 1) && !lexicon().everyday(v_[i + 1]) && v_[i].raw.size() > 2 && !hotel_word(i);
      return v_[i].raw.size() > 1 || capital(i + 1) || v_.mark(i + 1, ".");
    }
    return trust == Trust::kStrong && !common && !particle(i) && v_[i].raw.size() > 2;
  }

  bool hotel_word(std::size_t i) const {
    return v_.at(i, {"hola",    "buenas",  "gracias", "hello",   "hi",    "hey",      "oi",       "ola",     "dear",
                     "thanks",  "bom",     "boa",     "buen",    "good",  "estimado", "estimada", "prezado", "prezada",
                     "reserva", "booking", "para",    "soy",     "llego", "quiero",   "can",      "could",   "please",
                     "che",     "y",       "saludos", "regards", "kind",  "abraco"});
  }

  bool may_follow(std::size_t i, const Found& so_far) const {
    if (capital(i)) {
      if (lexicon().everyday(v_[i]) && !given(i))
        return v_.stops(i + 1) ? !hotel_word(i) : capital(i - 1) && !hotel_word(i) && v_[i].raw.size() > 2;
      return true;
    }
    // In lower case a surname follows a first name only, and two of them only after two first names.
    if (so_far.capitals && !given(i) && !shouted_) return false;
    const bool closed = v_.stops(i + 1) || i + 1 >= v_.size();
    const bool misspelt = !v_[i].repaired.empty();  // "bustos" is no "gustos" at the end of a name
    if (lexicon().everyday(v_[i]) && !given(i) && !(misspelt && closed)) return surname(i) && so_far.given;
    if (so_far.words >= 2 && !(given(so_far.begin) && given(so_far.begin + 1))) return false;
    return so_far.words < 3 && v_[i].raw.size() > 1;
  }

  // Surnames that are everyday words, told from them only by the end of the phrase ("jorge paz").
  bool surname(std::size_t i) const {
    return (v_.stops(i + 1) || i + 1 >= v_.size()) &&
           v_.at(i, {"paz",    "rosa",  "rios",  "prado", "campos", "flores", "leon",     "cruz",  "santos", "vega",
                     "castro", "silva", "luz",   "reyes", "rey",    "blanco", "moreno",   "rubio", "calvo",  "franco",
                     "costa",  "rocha", "lima",  "king",  "young",  "brown",  "white",    "green", "black",  "hill",
                     "wood",   "baker", "cook",  "smith", "sol",    "torres", "mora",     "pinto", "leal",   "bravo",
                     "marin",  "luna",  "roca",  "sala",  "salas",  "casas",  "iglesias", "mesa",  "pena",   "nunes",
                     "reis",   "cunha", "serra", "day",   "field"});
  }

  bool rejected(std::size_t begin) const {  // "not Eva", "en vez de Juan", "empresa X"
    std::size_t b = begin;
    while (v_.before(b, {"the", "el", "la", "a", "o", "de", "nombre", "name", "of", "under", "is", "nome", "em"})) --b;
    return v_.before(b, {"not", "nao", "no", "vez", "lugar", "instead", "empresa", "company", "firma", "firm", "razon",
                         "social", "agencia", "hotel"});
  }

  bool booking_made_elsewhere(const Hit& hit) const {
    for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back)
      if (v_.at(hit.begin - back, {"company", "empresa", "firm", "firma", "factura", "invoice", "nota", "hotel", "wifi",
                                   "network", "guest", "street", "calle"}))
        return true;
    return false;
  }

  std::string cued(Trust trust) const {
    std::optional<Found> best;
    for (const auto& [level, cue] : name_cues()) {
      if (level != trust) continue;
      for (const auto& hit : find(cue, v_.tokens())) {
        if (booking_made_elsewhere(hit)) continue;
        auto found = read(hit.end, trust);
        if (!found || rejected(hit.begin) || (found->begin > hit.end + 1 && trust == Trust::kFull)) continue;
        if (trust == Trust::kFull && lexicon().never_name(v_[found->begin].folded)) continue;
        if (!best || found->begin < best->begin) best = std::move(found);
      }
    }
    if (!best) return {};
    // "Marina Prado, aliás, Mariana Prado": the corrected one counts.
    for (std::size_t i = best->end; i < v_.size() && i < best->end + 6; ++i)
      if (v_.corrected(best->end, i + 1) && (capital(i + 1) || given(i + 1)) && !lexicon().everyday(v_[i + 1]))
        if (const auto later = read(i + 1, Trust::kCapital)) return later->text;
    // "from Tom Hartley to Thomas Hartley": the new one
    if (v_.before(best->begin, {"from", "de"}) && v_.at(best->end, {"to", "a", "por", "para"}) &&
        capital(best->end + 1))
      if (const auto later = read(best->end + 1, Trust::kCapital)) return later->text;
    return best->text;
  }

  // "Declan here", "Nico acá", "Carla aqui de novo" at the begin of a sentence or after a greeting; "the Okafor
  // booking".
  std::string announced() const {
    for (std::size_t i = 0; i < v_.size(); ++i) {
      const bool opens = i == 0 || v_.stops(i - 1) || v_.before(i, {"hi", "hello", "hola", "oi", "hey", "buenas"});
      if (opens && (given(i) || capital(i))) {
        const auto found = read(i, Trust::kCapital);
        if (found && v_.at(found->end, {"here", "aqui", "aca", "speaking", "falando"}) &&
            (found->given || found->words >= 2) && !v_.at(found->end + 1, {"is", "hay", "tem"}))
          return found->text;
      }
      if (v_.at(i, {"the"}) && capital(i + 1) && v_.at(i + 2, {"booking", "reservation", "party", "family"}) &&
          !lexicon().everyday(v_[i + 1]) && !lexicon().never_name(v_[i + 1].folded))
        return v_[i + 1].raw;
    }
    return {};
  }

  // A part of the message between stops that is nothing but a name: a signature, or a line of contact data. Never after
  // a greeting word: "Hola Martín" speaks to someone.
  std::string segment() const {
    bool data = false;
    for (std::size_t i = 0; i < v_.size(); ++i)
      data = data || v_[i].kind == Kind::kEmail || v_[i].kind == Kind::kPhone || v_[i].kind == Kind::kCode;
    std::string out;
    for (std::size_t begin = 0; begin < v_.size();) {
      std::size_t end = begin;
      while (end < v_.size() && !v_.stops(end) && v_[end].kind != Kind::kEmail && v_[end].kind != Kind::kPhone &&
             v_[end].kind != Kind::kCode && v_[end].kind != Kind::kSymbol)
        ++end;
      std::size_t from = begin, to = end;
      while (from < to && closing(from)) ++from;
      while (to > from &&
             v_.at(to - 1, {"mail", "email", "tel", "cel", "phone", "celular", "telefono", "whatsapp", "mi", "my",
                            "wsp", "mobile", "fone", "e", "correo"}) &&
             end < v_.size())
        --to;
      if (from < to) {
        const auto found = read(from, Trust::kCapital);
        // The last part, the first before an address, or what stands beside one.
        bool last = true;
        for (auto i = end; i < v_.size(); ++i)
          last =
              last && (v_[i].kind == Kind::kSymbol || v_[i].kind == Kind::kPunctuation || v_[i].kind == Kind::kBreak);
        // A lone first name is a signature only under a closing line: "Saludos,\nPedro", not "Thanks Dave".
        const bool under = begin > 1 && v_.stops(begin - 1) && farewell(begin) &&
                           (v_[begin - 1].kind == Kind::kBreak || v_.mark(begin - 1, ","));
        const bool whole = found && found->end == to && (found->given || (found->words >= 2 && found->capitals));
        const bool sure = whole && (found->words >= 2 || (under && last && found->capitals));
        if (sure && !v_.mark(end, "?") && (data || last)) out = found->text;
      }
      if (!out.empty()) return out;
      begin = std::max(end, begin) + 1;
    }
    return out;
  }

  bool farewell(std::size_t begin) const {
    std::size_t i = begin - 1;
    while (i > 0 && v_.stops(i)) --i;
    const bool line = v_[begin - 1].kind == Kind::kBreak;
    return v_.at(i, {"saludos", "saludo", "regards", "wishes", "atenciosamente", "abraco", "abracos", "atte", "att",
                     "cordialmente", "atentamente", "abrazo", "cordiales", "sincerely", "faithfully", "best"}) ||
           (line && v_.at(i, {"gracias", "thanks", "obrigado", "obrigada", "cheers"}));
  }

  bool closing(std::size_t i) const {
    return v_.at(i, {"saludos", "saludo",       "un",          "gracias",  "regards",   "kind",       "best",
                     "warm",    "thanks",       "cheers",      "many",     "thank",     "you",        "atenciosamente",
                     "abraco",  "abracos",      "obrigado",    "obrigada", "att",       "atte",       "sincerely",
                     "yours",   "cordialmente", "atentamente", "abrazo",   "desde",     "ya",         "muchas",
                     "love",    "sds",          "grato",       "grata",    "cordiales", "faithfully", "wishes",
                     "muito",   "ta",           "beijos",      "bjs",      "besos",     "mil",        "advance",
                     "in",      "for",          "atte",        "cordial",  "saludes"});
  }

  const View& v_;
  bool shouted_ = false;
};

}  // namespace

void read_name(const View& view, Facts& out) {
  const Names names(view);
  out.name = names.run();
  if (!out.name.empty()) return;
  out.name = names.loose();
  out.name_loose = !out.name.empty();
}

std::optional<std::string> name_answer(const std::vector<Token>& tokens) {
  static const std::set<std::string_view> kNoNames{
      "si",     "no",       "yes",      "sim",      "nao",      "ok",     "dale",  "hola",  "gracias",
      "thanks", "obrigado", "obrigada", "perfecto", "confirmo", "que",    "what",  "como",  "help",
      "oi",     "hi",       "hello",    "mejor",    "wait",     "espera", "bueno", "claro", "cancelar",
      "cancel", "doble",    "suite",    "familiar", "double",   "single", "mañana"};
  static const std::vector<bool> kNothingDated;
  const View view(tokens, kNothingDated);
  std::string out;
  int words = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& t = tokens[i];
    if (t.kind == Kind::kSymbol || (t.kind == Kind::kPunctuation && (t.raw == "." || t.raw == "!" || t.raw == "-")))
      continue;
    if (t.kind == Kind::kBreak && !out.empty()) break;
    if (t.kind != Kind::kWord) return std::nullopt;
    if (words == 0 && kNoNames.contains(t.folded)) return std::nullopt;
    const bool particle = view.at(i, {"de", "da", "do", "dos", "del", "la", "los", "e", "y"});
    const bool common = lexicon().language_of(t.folded) != std::array<int, 3>{};
    if (common && !particle && !t.capital) return std::nullopt;
    out += (out.empty() ? "" : " ") + t.raw;
    if (++words > 6) return std::nullopt;
  }
  if (words == 0 || out.size() < 2 || out.size() > 80) return std::nullopt;
  return out;
}

}  // namespace hotel::nlu
