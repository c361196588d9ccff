#include "nlu/cues.h"

#include <algorithm>

#include "nlu/lexicon.h"
#include "wire/text.h"

namespace hotel::nlu {
namespace {

bool word(const Token& t, std::initializer_list<std::string_view> words) {
  return t.kind == Kind::kWord && std::find(words.begin(), words.end(), t.folded) != words.end();
}

// "no quiero cancelar, solo mover", "dont cancel it": the words of a request that is refused do not count.
bool negated(const Hit& hit, const std::vector<Token>& tokens) {
  for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back) {
    const auto& t = tokens[hit.begin - back];
    if (t.kind == Kind::kPunctuation || t.kind == Kind::kBreak) return false;
    if (word(t, {"dont", "not"})) return true;
    if (word(t, {"no", "nao"}))
      return back == 1 ||
             word(tokens[hit.begin - back + 1], {"quiero", "quero", "want", "hace", "necesito", "preciso"});
  }
  return false;
}

constexpr int kSteeringWeight = 88;

bool may_be_negated(std::string_view intent) {
  return intent == "cancel_booking" || intent == "late_checkout" || intent == "early_checkin" ||
         intent == "modify_booking" || intent == "book_room" || intent == "ask_amenities";
}

bool only_thumbs(const std::vector<Token>& tokens) {
  if (tokens.empty()) return false;
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == Kind::kSymbol; }) &&
         std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& t) { return t.raw == "👍" || t.raw == "✅" || t.raw == "👌" || t.raw == "🆗"; });
}

bool looks_like_markup(std::string_view folded) {
  return folded.find("</") != std::string_view::npos || folded.find("<system") != std::string_view::npos ||
         folded.starts_with("system:") || folded.find("\nsystem:") != std::string_view::npos ||
         folded.find("[system]") != std::string_view::npos || folded.find("{\"") != std::string_view::npos;
}

// Any doubt takes the force from a yes. «si» and «se» are not among them: folded they are also the yes itself.
bool hesitates(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
    return word(t, {"no",     "nao",     "not",      "dont",    "todavia", "ainda",  "aun",    "yet",
                    "wait",   "espera",  "espere",   "esperen", "espero",  "antes",  "before", "cuando",
                    "quando", "when",    "never",    "nunca",   "cant",    "cannot", "pero",   "but",
                    "until",  "primero", "primeiro", "first",   "maybe",   "quizas", "talvez"});
  });
}

}  // namespace

CueReading read_cues(const std::vector<Token>& tokens, std::string_view text) {
  CueReading out;
  auto& found = out.found;
  for (const auto& cue : lexicon().intents())
    for (const auto& hit : find(cue, tokens)) {
      if (may_be_negated(cue.label) && negated(hit, tokens)) continue;
      if (cue.label == "affirm") out.affirms = out.affirms || hit.begin <= 1;
      if (cue.label == "deny") out.denies = out.denies || hit.begin <= 1;
      auto& entry = found[cue.label];
      entry.weight = std::max(entry.weight, cue.weight);
      ++entry.hits;
    }
  out.asks_who = found.erase("asks_who") > 0;
  out.keeps = found.erase("keep_it") > 0;
  out.that_one = found.erase("that_one") > 0;
  out.hesitates = hesitates(tokens);
  out.goes_ahead = found.erase("go_ahead") > 0;
  out.mark_paid = found.contains("mark_paid");
  // "Mark it as paid" beside a request changes nothing of the request; alone it is an attempt to steer.
  if (found.erase("mark_paid") > 0 &&
      std::none_of(found.begin(), found.end(), [](const auto& f) { return f.second.weight >= 44; }) && !out.affirms)
    found["other"] = {kSteeringWeight, 1};
  if (looks_like_markup(wire::fold(text))) found["other"] = {kSteeringWeight, 2};
  if (only_thumbs(tokens)) found["affirm"] = {12, 1}, out.affirms = true;
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == Kind::kWord; });
  if (first != tokens.end() && word(*first, {"no", "nao", "nop", "nope", "nah"})) out.denies = true;
  if (first != tokens.end() && word(*first, {"si", "sim", "yes", "dale", "ok", "okay", "confirmo", "isso", "yep",
                                             "yeah", "claro", "perfecto", "listo"}))
    out.affirms = true;
  if (out.denies) out.affirms = false;
  // "Tudo bem?" greets, "listo, eso era todo, adiós" takes leave.
  if (found.contains("affirm") &&
      ((found.contains("greeting") && text.find('?') != std::string_view::npos) || found.contains("goodbye"))) {
    found.erase("affirm");
    out.affirms = false;
  }
  out.steering = found.contains("other") && found["other"].weight >= kSteeringWeight && !found.contains("emergency");
  return out;
}

}  // namespace hotel::nlu
