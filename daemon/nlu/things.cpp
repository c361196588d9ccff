#include <set>
#include <string>

#include "nlu/facts.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

class Things {
 public:
  Things(const View& view, Facts& out) : v_(view), out_(out) {}

  void run() {
    for (const auto& cue : lexicon().things())
      for (const auto& hit : find(cue, v_.tokens())) hits_.push_back(hit);
    std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
    std::set<std::string> amenities, items;
    std::vector<const Hit*> kept;
    const auto lost = lost_at();
    for (const auto& hit : hits_) {
      const std::string_view label = hit.cue->label;
      const auto name = std::string(label.substr(label.find(':') + 1));
      if (label.starts_with("room:")) {
        if (inside_a_longer_room(hit) || refused(hit) || given_up(hit) || changed_away(hit) || compared(hit) ||
            taken_back(hit) || numbered(hit))
          continue;
        add_room(name, count_before(hit));
        const bool told_closer =
            name == "accessible" || name == "standard" || name == "deluxe";  // "una doble estándar"
        if (!told_closer || (hit.begin > 0 && v_[hit.begin - 1].value >= 1)) kept.push_back(&hit);
      } else if (label.starts_with("amenity:")) {
        if (!refused(hit) && !given_up(hit) && !compared(hit)) amenities.insert(name);
      } else if (!refused_item(hit) && (name == "lost_item" || hit.begin < lost)) {
        // What stands after "I left my …" is the lost thing or its place.
        items.insert(name);
      }
    }
    rooms_listed(kept);
    if (items.contains("key")) drop_locked_out(items);
    out_.amenities.assign(amenities.begin(), amenities.end());
    out_.items.assign(items.begin(), items.end());
  }

 private:
  // "the card is dead, we're locked out": it is the key.
  void drop_locked_out(std::set<std::string>& items) const {
    const bool lock = std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) {
      return hit.cue->label == "item:door_lock" &&
             !v_.at(hit.begin, {"locked", "quede", "quedamos", "fiquei", "ficamos"});
    });
    if (!lock) items.erase("door_lock");
  }

  std::size_t lost_at() const {
    std::size_t first = v_.size();
    for (const auto& hit : hits_)
      if (hit.cue->label == "item:lost_item") first = std::min(first, hit.begin);
    return first;
  }

  // Of two rooms that share a word the longer phrase counts ("two single beds" is a twin, and only one).
  bool inside_a_longer_room(const Hit& hit) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& other) {
      return other.cue->label.starts_with("room:") && other.begin <= hit.begin && other.end >= hit.end &&
             other.end - other.begin > hit.end - hit.begin;
    });
  }

  bool numbered(const Hit& hit) const {  // "apartamento 305" is a room number
    return hit.cue->label == "room:apartment" && hit.end < v_.size() && v_[hit.end].kind == Kind::kNumber &&
           v_[hit.end].raw.size() >= 2;
  }

  // "siete singles y una doble", "a double plus a twin": each with its count or article, joined, nothing to choose
  // from.
  void rooms_listed(std::vector<const Hit*>& rooms) {
    if (rooms.size() < 2) return;
    for (std::size_t k = 1; k < rooms.size(); ++k)
      for (auto i = rooms[k - 1]->end; i < rooms[k]->begin; ++i)
        out_.rooms_to_choose = out_.rooms_to_choose || v_.at(i, {"o", "or", "ou"});
    int sum = 0;
    for (std::size_t k = 0; k < rooms.size(); ++k) {
      std::size_t b = rooms[k]->begin;
      const int inside = v_[b].value;  // "dos camas" begins with its number
      while (v_.before(b, {"habitaciones", "habitacion", "rooms", "room", "quartos", "quarto", "cuarto", "cuartos",
                           "small", "nice", "big"}))
        --b;
      const bool said = b > 0 && (v_[b - 1].value >= 1 && v_[b - 1].value <= 20 && !v_.dated(b - 1));
      const bool with_beds = inside >= 1 && b > 1 && v_.before(b, {"con", "com", "with"}) && v_[b - 2].value >= 1;
      if (!said && !with_beds) return;
      sum += said ? v_[b - 1].value : v_[b - 2].value;
      if (k == 0) continue;
      bool joined = false;
      for (auto i = rooms[k - 1]->end; i < rooms[k]->begin; ++i) {
        if (v_.at(i, {"o", "or", "ou"}) || v_.mark(i, "/") || v_.mark(i, "?") || v_.mark(i, ".")) return;
        const bool joins =
            v_.at(i, {"y", "e", "and", "plus", "mas", "mais"}) || v_.mark(i, "+") || v_.mark(i, "&") || v_.mark(i, ",");
        joined = joined || joins;
        if (!joins && v_[i].value < 0 &&
            !v_.at(i, {"otra",    "otro",       "another",      "outro", "outra", "con",    "com",     "with",
                       "de",      "habitacion", "habitaciones", "room",  "rooms", "quarto", "quartos", "cuarto",
                       "cuartos", "small",      "nice",         "big",   "extra", "tambien"}))
          return;
      }
      if (!joined || rooms[k]->begin - rooms[k - 1]->end > 6) return;
    }
    out_.rooms_listed = sum;
  }

  void add_room(const std::string& type, int count) {
    for (auto& wish : out_.rooms)
      if (wish.type == type) return void(wish.count = std::max(wish.count, count));
    out_.rooms.push_back({type, count});
  }

  int count_before(const Hit& hit) const {
    std::size_t i = hit.begin;
    while (i > 0 && (v_.before(i, {"habitaciones", "rooms", "quartos", "cuartos", "small", "habitacion", "piezas", "de",
                                   "camas"})))
      --i;
    if (i > 0 && v_.number(i - 1) && !v_[i - 1].article && v_[i - 1].value >= 2 && v_[i - 1].value <= 20 &&
        !(i > 1 && v_.mark(i - 2, "/")))
      return v_[i - 1].value;
    return 1;
  }

  // "no quiero X", "sin X", "we don't want X", "not after the X", "não é X", "nada de X", "no need for X".
  bool refused(const Hit& hit) const {
    // "no me vaya a dar la X", "que no me toque la X", "não me coloque no X"
    for (std::size_t back = 3; back <= 7 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (v_.stops(i) || v_.stops(hit.begin - 1)) break;
      if (v_.at(i, {"no", "nao", "dont"}) && v_.at(i + 1, {"me", "nos", "give", "put"}) &&
          (v_.at(i + 1, {"give", "put"}) ||
           v_.at(i + 2, {"vaya", "vayan", "vayas", "den", "des", "ponga", "pongan", "pongas", "toque", "manden",
                         "asignen", "va", "vai", "coloque", "coloquem", "bote", "deem", "ofrezcan", "vengan"})))
        return true;
    }
    for (std::size_t back = 1; back <= 4 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (v_.stops(i)) break;
      if (v_.at(i, {"sin", "without", "sem"})) return back <= 2;
      if (v_.at(i, {"nada"}) && v_.at(i + 1, {"de"})) return true;
      if (back <= 3 && (v_.at(i, {"except", "excepto", "exceto"}) ||
                        (v_.at(i, {"but"}) && v_.before(i, {"anything", "nothing", "any"}))))
        return true;
      if (back <= 3 && v_.at(i, {"scrap", "forget", "ditch", "skip", "olvida", "olvidate", "olvidese", "olvidense",
                                 "esquece", "esqueca", "esquecam", "descarta", "descarte"}))
        return true;
      if (v_.at(i, {"ni", "nem"})) return back <= 2 && hit.begin > back + 1;
      if (v_.at(i, {"no"}) && v_.at(i + 1, {"need", "wish", "interest"})) return true;
      const bool no = v_.at(i, {"no", "nao", "dont", "not", "wont", "never"});
      if (!no) continue;
      if (v_.at(i + 1, {"quiero",  "quero",      "queremos", "want",    "need",  "necesito", "necesitamos", "preciso",
                        "precisa", "precisamos", "vamos",    "vou",     "es",    "e",        "after",       "usamos",
                        "uso",     "hace",       "nos",      "me",      "llevo", "traigo",   "bother",      "require",
                        "looking", "care",       "busco",    "tomamos", "vai",   "va"})) {
        // "no vamos a usar…" yes, "no me anda el wifi" no
        return !v_.at(i + 1, {"me", "nos"}) ||
               v_.at(i + 2, {"interesa", "interessa", "hace",   "importa",  "vaya",   "vayan",  "den",     "des",
                             "de",       "ponga",     "pongan", "pongas",   "toque",  "manden", "asigne",  "asignen",
                             "vai",      "gusta",     "sirve",  "convence", "convem", "serve",  "coloque", "bote"});
      }
      if (v_.at(i, {"not"}) && v_.at(i + 1, {"the", "a"}) && back <= 3) return true;
    }
    return false;
  }

  bool refused_item(const Hit& hit) const {
    for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (v_.stops(i)) return false;
      if (v_.at(i, {"no", "nao", "dont"}) &&
          v_.at(i + 1, {"quiero", "quero", "want", "need", "necesito", "preciso", "precisa"}))
        return true;
    }
    return false;
  }

  // Said after it: "desayuno no, gracias", "pileta no me interesa", "com café não, só".
  bool given_up(const Hit& hit) const {
    const auto i = hit.end;
    if (v_.before(hit.begin, {"no"}) && v_.at(i, {"needed", "required", "necessary", "please", "thanks"})) return true;
    const auto num =
        v_.at(i, {"num"}) && v_.at(i + 1, {"quero", "preciso", "queria", "precisa", "gosto", "serve", "da"});
    if (num) return true;
    if (!v_.at(i, {"no", "nao", "not", "tampoco"})) return false;
    if (v_.at(i, {"no", "nao"}) && v_.at(i + 1, {"la", "lo", "las", "los", "a", "o"}) &&
        v_.at(i + 2, {"quiero", "queremos", "necesito", "necesitamos", "busco", "uso", "usamos", "quero", "preciso"}))
      return true;
    if (v_.mark(i + 1, "?") || v_.before(hit.begin, {"o", "or", "ou"})) return false;
    if (i + 1 >= v_.size()) return !v_.at(i, {"not"});
    return v_.stops(i + 1) ||
           v_.at(i + 1, {"me",      "nos",      "quiero",     "quero",   "necesito", "necesitamos", "hace",
                         "preciso", "precisa",  "precisamos", "gracias", "thanks",   "needed",      "queremos",
                         "queria",  "required", "necessary",  "importa", "interesa", "dame",        "thank"});
  }

  // "cambiar X por Y", "from a X to a Y", "en vez de X", "X instead of" keeps X.
  bool changed_away(const Hit& hit) const {
    for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (v_.stops(i)) break;
      if (v_.at(i, {"of"}) && v_.before(i, {"instead"})) return true;
      if (v_.at(i, {"de", "da", "do"}) && v_.before(i, {"vez", "lugar"})) return true;
      if (v_.at(i, {"rather"}) && v_.at(i + 1, {"than"})) return true;
    }
    bool exchange = false;
    const bool from = v_.before(hit.begin, {"from"}) || v_.before(hit.begin, {"from"}, 2);
    for (std::size_t i = 0; i < (from ? v_.size() : hit.begin); ++i)
      exchange =
          exchange || v_.at(i, {"cambiar",   "trocar",   "change",    "switch",  "mudar", "cambio", "swap",    "troca",
                                "muda",      "cambia",   "cambiame",  "cambien", "pasar", "pasame", "upgrade", "move",
                                "cambiamos", "changing", "switching", "cambie",  "mover", "pasen",  "altera"});
    if (!exchange) return false;
    if (v_.before(hit.begin, {"from", "del", "desde"}) ||
        v_.before(hit.begin, {"from", "de", "desde", "do", "da"}, 2)) {
      if (another_room_after(hit)) return true;
    }
    for (std::size_t i = hit.end; i < std::min(hit.end + 4, v_.size()); ++i) {
      if (v_.stops(i)) return false;
      if (v_.at(i, {"por", "for", "to", "pela", "pelo", "num", "numa", "into", "a", "para", "pra", "pro", "p", "with",
                    "con", "com"}))
        return another_room_after(hit);
    }
    return false;
  }

  bool another_room_after(const Hit& hit) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& other) {
      return other.cue->label.starts_with("room:") && other.begin >= hit.end && other.cue->label != hit.cue->label;
    });
  }

  // "cheaper than the suite", "más barata que la suite"
  bool compared(const Hit& hit) const {
    for (std::size_t back = 1; back <= 3 && back <= hit.begin; ++back) {
      const auto i = hit.begin - back;
      if (v_.stops(i)) return false;
      if (v_.at(i, {"than"})) return true;
      if (v_.at(i, {"que"}) && i > 1 && v_.before(i, {"mas", "mais", "menos"}, 2)) return true;
    }
    return false;
  }

  // "la triple… perdón, mejor dos dobles": what is said after a correction replaces what stood before it.
  bool taken_back(const Hit& hit) const {
    for (const auto& other : hits_)
      if (other.cue->label.starts_with("room:") && other.begin >= hit.end && v_.corrected(hit.end, other.begin) &&
          !refused(other) && !given_up(other))
        return true;
    return false;
  }

  const View& v_;
  Facts& out_;
  std::vector<Hit> hits_;
};

}  // namespace

void read_things(const View& view, Facts& out) {
  Things(view, out).run();
}

}  // namespace hotel::nlu
