// Promises and confirmations, and the rooms and amenities that the lexicon knows.
#include <array>

#include "agent/claim_finders.h"
#include "nlu/lexicon.h"

namespace hotel::agent::claims {
namespace {

struct Promise {
  std::string_view value, pattern;
  char language = 0;  // e, n, p: only there
};

// A word, wor* (begins so), a|b (either); words follow each other without punctuation between them.
constexpr auto kPromises = std::to_array<Promise>({
    {"confirmed", "confirmad*"},
    {"confirmed", "confirmed"},
    {"confirmed", "confirmo|confirmamos|confirmei"},
    {"booked", "reservad*"},
    {"booked", "booked"},
    {"booked", "reserved"},
    {"booked", "reservei"},
    {"booked", "reserva hecha|lista|realizada|feita|pronta"},
    {"booked", "esta|quedo|queda|ficou hecha|lista|feita|pronta"},
    {"booked", "is|are all set"},
    {"booked", "re all set"},
    {"booked", "booking|reservation is|was made|done|complete|ready"},
    {"booked", "ya es suya|tuya"},
    {"booked", "is yours"},
    {"booked", "ja e sua"},
    {"booked", "ya tiene|tienes su|tu|la reserva"},
    {"booked", "have a booking|reservation"},
    {"booked", "hice|hicimos la|su reserva"},
    {"booked", "fiz|fizemos a|sua reserva"},
    {"cancelled", "cancelad*"},
    {"cancelled", "cancelled|canceled"},
    {"cancelled", "anulad*"},
    {"free", "gratis"},
    {"free", "gratuit*"},
    {"free", "cortesia"},
    {"free", "complimentary"},
    {"free", "on the house"},
    {"free", "sin|sem costo|coste|cargo|custo|cobro|costos|cargos|cobranca"},
    {"free", "no|without cost|charge|extra|additional"},
    {"free", "free", 'n'},
    {"free", "de regalo"},
    {"free", "invita la casa"},
    {"free", "por conta da casa"},
    {"free", "por cuenta de la casa"},
    {"free", "regalamos|obsequi*"},
    {"free", "brinde"},
    {"free", "waive*"},
    {"free", "exent*|isent*"},
    {"free", "on us"},
    {"free", "costs|pay nothing"},
    {"free", "cuesta|cobra|cobran|cobramos|paga|pague|custa|cobram nada"},
    {"free", "be charged"},
    {"discount", "get one"},
    {"discount", "by half"},
    {"discount", "a mitad"},
    {"discount", "pela|a metade"},
    {"discount", "hago|hacemos|faco|fazemos precio|preco"},
    {"booked", "todo|tudo listo|arreglado|certo|pronto"},
    {"booked", "le|te|lhe guardo|guardamos|aparto|apartamos|bloqueo|separo"},
    {"booked", "hold it|the|a|your"},
    {"booked", "made|completed the|your|a|this booking|reservation"},
    {"booked", "booking|reservation complete|completed|done|made"},
    {"free", "cortesias"},
    {"booked", "bloquead*"},
    {"booked", "apartad*"},
    {"booked", "separad*", 'p'},
    {"booked", "held|blocked for you"},
    {"refund", "reembols*"},
    {"refund", "refund*"},
    {"refund", "devolucion*"},
    {"refund", "devolvemos|devolver*"},
    {"refund", "money back"},
    {"refund", "estorn*"},
    {"upgrade", "upgrad*"},
    {"upgrade", "mejora|mejoramos|melhoria|melhoramos de|la|su|do|o habitacion|categoria|quarto"},
    {"discount", "descuent*"},
    {"discount", "discount*"},
    {"discount", "descont*"},
    {"discount", "rebaj*"},
    {"discount", "promo"},
    {"discount", "promos"},
    {"discount", "promocion*"},
    {"discount", "promotion*"},
    {"discount", "promoc*"},
    {"discount", "oferta|tarifa|precio|preco especial*"},
    {"discount", "special offer|price|rate|deal"},
    {"discount", "mitad de|del"},
    {"discount", "half price|off|the"},
    {"discount", "metade do|de"},
    {"discount", "cupon*"},
    {"discount", "cupom|coupon|voucher"},
    {"discount", "mas barat*"},
    {"discount", "mais barat*"},
    {"discount", "cheaper"},
    {"guarantee", "garanti*"},
    {"guarantee", "garanto"},
    {"guarantee", "guarant*"},
    {"guarantee", "promet*"},
    {"guarantee", "promise*"},
    {"guarantee", "aseguro|aseguramos|asegurado|asegurada|asseguro|asseguramos"},
    {"guarantee", "assure|assured|ensure"},
    {"included", "incluid*"},
    {"included", "incluye|incluyen|incluimos"},
    {"included", "included|includes"},
    {"included", "inclui|incluem"},
    {"included", "incluso|inclusa", 'p'},
    {"available", "disponib*"},
    {"available", "disponiv*"},
    {"available", "available"},
    {"available", "availability"},
    {"available", "vacan*"},
    {"available", "libre"},
    {"available", "libres"},
    {"available", "livre"},
    {"available", "livres"},
    {"available", "tenemos|hay|quedan|temos|ha habitacion*|lugar*|vaga*|cuarto*|quarto*|una|um"},
    {"available", "we|still have rooms|room|space|a|one"},
    {"available", "rooms|room left"},
    {"paid", "pagad*"},
    {"paid", "paid"},
    {"paid", "payment|pago|pagamento received|confirmed|recibido|recebido|confirmado"},
    {"allowed", "permitid*"},
    {"allowed", "allowed"},
    {"allowed", "se acepta|aceptan"},
    {"allowed", "aceptamos|aceitamos"},
    {"allowed", "bienvenid*"},
    {"allowed", "bem vind*"},
    {"allowed", "welcome to bring"},
});

bool word_fits(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const auto bar = alternatives.find('|');
    const auto one = alternatives.substr(0, bar);
    if (one.ends_with('*') ? word.starts_with(one.substr(0, one.size() - 1)) : word == one) return true;
    alternatives.remove_prefix(bar == std::string_view::npos ? alternatives.size() : bar + 1);
  }
  return false;
}

// One past the last piece, 0: no match.
std::size_t match(const Text& t, std::size_t i, std::string_view pattern) {
  while (!pattern.empty()) {
    const auto blank = pattern.find(' ');
    if (i >= t.pieces.size() || !t.pieces[i].word() || !word_fits(t.pieces[i].text, pattern.substr(0, blank))) return 0;
    ++i;
    pattern.remove_prefix(blank == std::string_view::npos ? pattern.size() : blank + 1);
  }
  return i;
}

bool is_no(const Text& t, std::size_t i, std::string_view language) {
  if (t.is(i, "no")) return language != "pt";  // there it is «in the»
  return t.any(i, {"not", "nao", "nunca", "never", "sin", "without", "sem", "ninguna", "ningun", "nenhum", "nenhuma",
                   "cannot", "nem", "ni", "nothing", "nada"}) ||
         (t.is(i, "t") && i >= 1 && t.is(i - 1, "'"));
}

// Denied in the same clause, a few words before: «no está confirmada», «I have not booked».
bool denied(const Text& t, std::size_t i, std::string_view language) {
  for (std::size_t back = 1; back <= 6 && back <= i; ++back) {
    const auto& p = t.pieces[i - back];
    if (p.what == Piece::What::kSymbol && !p.is("'")) return false;
    if (is_no(t, i - back, language)) return true;
  }
  return false;
}

bool speaks(char language, std::string_view wanted) {
  return language == 0 || (language == 'e' ? wanted == "es" : language == 'n' ? wanted == "en" : wanted == "pt");
}

// «Siéntase libre», «feel free» promise nothing.
bool a_manner_of_speaking(const Text& t, std::size_t i) {
  return t.any(i, {"free", "libre", "livre"}) &&
         ((i > 0 && t.any(i - 1, {"feel", "sientase", "sientete", "sinta"})) || t.is(i + 1, "to"));
}

bool said_reserve(const Search& s, const Piece& p) {  // «reservé» is done, «reserve» is asked
  return p.is("reserve") && s.original.substr(p.begin, p.end - p.begin).ends_with("é");
}

}  // namespace

void find_promises(Search& s) {
  auto& t = s.text;
  for (std::size_t i = 0; i < t.pieces.size(); ++i) {
    if (!t.pieces[i].word()) continue;
    if (said_reserve(s, t.pieces[i]))
      s.add(ClaimKind::kPromise, denied(t, i, s.language) ? "not_booked" : "booked", i, i + 1);
    std::size_t best = 0;
    std::string_view value;
    for (const auto& promise : kPromises) {
      const auto end = speaks(promise.language, s.language) ? match(t, i, promise.pattern) : 0;
      if (end > best && !a_manner_of_speaking(t, i)) best = end, value = promise.value;
    }
    if (!best) continue;
    s.add(ClaimKind::kPromise, (denied(t, i, s.language) ? "not_" : "") + std::string(value), i, best);
    i = best - 1;
  }
}

void find_things(Search& s) {
  const auto tokens = nlu::tokenise(s.original);
  // Tokens keep their words, not their bytes: they are found again in order.
  std::vector<std::pair<std::size_t, std::size_t>> bytes;
  std::size_t from = 0;
  for (const auto& token : tokens) {
    const auto at = token.raw.empty() ? std::string_view::npos : s.original.find(token.raw, from);
    if (at == std::string_view::npos) {
      bytes.emplace_back(from, from);
      continue;
    }
    from = at + token.raw.size();
    bytes.emplace_back(at, from);
  }
  for (const auto& cue : nlu::lexicon().things()) {
    if (!cue.label.starts_with("room:") && !cue.label.starts_with("amenity:")) continue;
    for (const auto& hit : nlu::find(cue, tokens))
      if (hit.begin < hit.end)
        s.found.push_back({ClaimKind::kThing, cue.label, bytes[hit.begin].first, bytes[hit.end - 1].second});
  }
}

}  // namespace hotel::agent::claims

namespace hotel::agent {

bool denies(std::string_view text, std::string_view language) {
  const auto read = claims::read(text);
  for (std::size_t i = 0; i < read.pieces.size(); ++i)
    if (claims::is_no(read, i, language)) return true;
  return false;
}

}  // namespace hotel::agent
