#include "nlu/date_roles.h"

#include <algorithm>

#include "nlu/date_changes.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

using What = Mention::What;

class Placer {
 public:
  Placer(const std::vector<Token>& tokens, std::vector<Mention> mentions)
      : t_(tokens), mentions_(std::move(mentions)) {}

  std::vector<Placed> run() {
    drop_what_is_over();
    add_corrected_numbers(t_, mentions_);
    for (std::size_t i = 0; i < mentions_.size(); ++i) places_.push_back(place(i));
    roles_said_after();
    apply_corrections(t_, places_);
    feasts_give_way();
    find_changes(t_, places_);
    return std::move(places_);
  }

 private:
  bool is(std::size_t at, Words words) const { return at < t_.size() && word_is(t_[at], words); }

  // "we stayed from the 3rd to the 5th", "fiquei 2 noites": over, unless the year is written.
  void drop_what_is_over() {
    std::erase_if(mentions_, [&](const Mention& m) {
      if (m.year > 0) return false;
      for (std::size_t back = 1; back <= 8 && back <= m.begin && !ends_sentence(t_[m.begin - back]); ++back) {
        const auto at = m.begin - back;
        if (is(at, {"stayed", "estuve", "estuvimos", "fiquei", "estive", "estivemos"})) return true;
        if (is(at, {"checked"}) && is(at + 1, {"out"})) return true;
        // "desde el lunes no funciona": since then.
        if (is(at, {"desde", "since"}) && back <= 2 && !range_behind(m.end) &&
            (is(at, {"since"}) || is(m.end, {"no", "nao", "sin", "sem", "que"})))
          return true;
      }
      return false;
    });
  }

  bool range_behind(std::size_t end) const {
    return is(end, {"to", "until", "till", "hasta", "al", "ate", "a", "ao", "through"}) ||
           (end < t_.size() && t_[end].raw == "-");
  }

  Placed place(std::size_t i) {
    Placed p;
    p.m = mentions_[i];
    p.role = role_before(i);
    if (i > 0 && mentions_[i - 1].what == What::kDay && p.m.what == What::kDay) join(i, p);
    if (p.after_range && p.role != Role::kCurrent) p.role = Role::kOut;
    // Both ends of a range that is changed away: "em vez de 15 a 18/01".
    if (p.after_range && places_.back().role == Role::kCurrent) p.role = Role::kCurrent, p.departure = true;
    return p;
  }

  void join(std::size_t i, Placed& p) {
    const auto a = mentions_[i - 1].end, b = p.m.begin;
    bool joins = true, lists = false, any = false, until = false;
    for (auto at = a; at < b; ++at) {
      const auto& t = t_[at];
      if (word_is(t, {"a", "al", "ao", "to", "through", "hasta", "ate", "until", "till"}) ||
          (t.kind == Kind::kPunctuation &&
           (t.raw == "-" || t.raw == "–" || t.raw == "—" || t.raw == "~" || t.raw == "/")))
        any = true, until = true;
      else if (word_is(t, {"y", "e", "and"}))
        any = lists = true;
      else if (!word_is(t, {"el", "the", "dia", "o", "la", "este", "pasado", "day"}) &&
               !(t.kind == Kind::kPunctuation && t.raw == "." && at == a))
        joins = false;
    }
    // "viernes, sábado y domingo"
    if (b == a + 1 && t_[a].raw == "," && p.m.weekday >= 0 && mentions_[i - 1].weekday >= 0 && p.role == Role::kNone &&
        i + 1 < mentions_.size() && mentions_[i + 1].weekday >= 0 && is(p.m.end, {"y", "e", "and"}))
      p.listed = true;
    // "de quinta pra sexta", "hj pra amanhã"
    const bool by_name = p.m.day == 0 && mentions_[i - 1].day == 0;
    if (b == a + 1 && is(a, {"para"}) && by_name) joins = any = until = true;
    if (from_to(i)) joins = any = until = true;
    if (!joins || !any) return;
    if (until) lists = false;  // "del 12 y hasta el 15"
    std::size_t back = mentions_[i - 1].begin;
    while (back > 0 && is(back - 1, {"el", "the", "dia", "o"})) --back;
    const bool between = lists && back > 0 && is(back - 1, {"entre", "between"});
    // "3-6 March to 10-12": what follows a whole range begins another.
    const bool whole = places_.back().after_range;
    p.after_range = (!lists || between) && !whole;
    p.listed = lists && !between;
    if (p.after_range) agree_on_order(places_.back().m, p.m);
  }

  // "do dia 16 pro dia 18", "del 7 para el 8", "of 10 at 13 september"
  bool from_to(std::size_t i) const {
    const auto a = mentions_[i - 1].end, b = mentions_[i].begin;
    if (!is(a, {"para", "pro", "at"}) || mentions_[i].day == 0 || mentions_[i - 1].day == 0) return false;
    for (auto at = a + 1; at < b; ++at)
      if (!is(at, {"el", "the", "dia", "o"})) return false;
    std::size_t from = mentions_[i - 1].begin;
    while (from > 0 && is(from - 1, {"el", "the", "dia", "o"})) --from;
    return from > 0 && is(from - 1, {"de", "del", "do", "from", "of", "desde"});
  }

  // "2/29-3/1": the order of one end, if only one is possible, is that of the other.
  static void agree_on_order(Mention& a, Mention& b) {
    auto& sure = a.order_sure ? a : b;
    auto& open = a.order_sure ? b : a;
    if (!sure.order_sure || open.order_sure || !open.ambiguous) return;
    if (sure.month_first != open.month_first) std::swap(open.day, open.month);
    open.month_first = sure.month_first;
    open.ambiguous = false, open.other.reset();
  }

  bool instead_at(std::size_t i) const {
    if (is(i, {"instead", "inves"})) return true;
    if (is(i, {"than"})) return i > 0 && is(i - 1, {"rather"});
    return is(i, {"vez", "lugar"}) && i > 0 && is(i - 1, {"en", "em", "no"});
  }

  // "check out", "check-out", "checking in"; a lone "in" or "out" says nothing.
  bool after_check(std::size_t at) const {
    if (at == 0) return false;
    if (t_[at - 1].raw == "-" && at > 1) --at;
    return is(at - 1, {"check", "checking", "checkin"});
  }

  Role role_of(std::size_t at) const {
    const auto& t = t_[at];
    if (word_is(t, {"in", "out"}) && !after_check(at) && !goes(at) && !alone_in_clause(at)) return Role::kNone;
    if (word_is(t, {"vamos", "voy", "vou", "iriamos", "iremos", "iria", "ire", "vai", "vao"}) &&
        !(at > 0 && is(at - 1, {"nos", "me"})) && !is(at + 1, {"embora"}))
      return Role::kNone;
    if ((t.folded.starts_with("sal") || t.folded.starts_with("sai")) && asks_price(at)) return Role::kNone;
    if (word_is(t, {"home"}) && !goes(at)) return Role::kNone;
    if (word_is(t, {"through"}) && !range_follows(at)) return Role::kNone;
    if (word_is(t, {"away", "back", "again"}) && goes(at)) return Role::kOut;
    // "coming the 9 and going the 12"
    const auto comes = [&] {
      return std::any_of(t_.begin(), t_.begin() + static_cast<std::ptrdiff_t>(at),
                         [](const Token& x) { return word_is(x, {"coming", "come"}); });
    };
    if (word_is(t, {"going"}) && comes()) return Role::kOut;
    if (lexicon().says(t, Says::kLeaves)) return Role::kOut;
    return lexicon().says(t, Says::kArrives) || means(t, {"arriving"}) ? Role::kIn : Role::kNone;
  }

  // "cuánto me saldría la suite del 3 al 5"
  bool asks_price(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back)
      if (is(at - back, {"cuanto", "quanto", "precio", "preco"})) return true;
    return false;
  }

  // "we fly out", "heading home", "go again away"
  bool goes(std::size_t at) const {
    for (std::size_t back = 1; back <= 2 && back <= at; ++back)
      if (is(at - back,
             {"fly", "flying", "go", "going", "head", "heading", "drive", "driving", "move", "moving", "get"}))
        return true;
    return false;
  }
  // "in on the 4th, out on the 7th": each opens its clause.
  bool alone_in_clause(std::size_t at) const {
    const bool opens = at == 0 || t_[at - 1].kind != Kind::kWord || is(at - 1, {"and"}) ||
                       (t_[at - 1].kind == Kind::kWord && is(at, {"out"}) && month_or_number(at - 1));
    return opens && (is(at + 1, {"on"}) || (at + 1 < t_.size() && t_[at + 1].kind == Kind::kNumber)) &&
           std::any_of(t_.begin(), t_.end(), [](const Token& x) { return word_is(x, {"in"}); }) &&
           std::any_of(t_.begin(), t_.end(), [](const Token& x) { return word_is(x, {"out"}); });
  }
  bool month_or_number(std::size_t at) const {
    return t_[at].value >= 0 || word_is(t_[at], {"th", "st", "nd", "rd"}) || month_of_name(t_[at], true) > 0;
  }
  bool range_follows(std::size_t at) const {
    return at + 1 < t_.size() &&
           (t_[at + 1].kind == Kind::kNumber || is(at + 1, {"the"}) ||
            std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) { return m.begin == at + 1; }));
  }

  // The role words stand at most five tokens before, in the same clause and after the mention before.
  Role role_before(std::size_t i) const {
    const auto& m = mentions_[i];
    const std::size_t stop = i > 0 ? mentions_[i - 1].end : 0;
    Role role = Role::kNone;
    for (std::size_t back = 1; back <= 5 && m.begin >= stop + back; ++back) {
      const auto at = m.begin - back;
      if (ends_sentence(t_[at])) break;
      if (instead_at(at) && back <= 4) return Role::kCurrent;
      if (is(at, {"no", "not", "nao"}) && at > 0 && is(at - 1, {"y", "e", "and"}) && back <= 3 && i > 0)
        return Role::kCurrent;  // "el 16 y no el 15"
      if (is(at, {"not"}) && i > 0 && back <= 3 && at >= stop && at <= stop + 2 && mentions_[i - 1].what == m.what)
        return Role::kCurrent;  // "friday now, not saturday"
      if (role == Role::kNone) role = role_of(at);
    }
    return role;
  }

  // "mañana temprano me voy", "amanhã cedo já vou embora", "el 12 llegamos": the word follows its day. Only words that
  // say it of a person: "hasta" and "from" lead.
  Role role_after(std::size_t i) const {
    const auto stop = i + 1 < places_.size() ? places_[i + 1].m.begin : t_.size();
    for (auto at = places_[i].m.end; at < std::min(places_[i].m.end + 6, stop); ++at) {
      if (ends_sentence(t_[at]) || t_[at].raw == ",") break;
      if (word_is(t_[at],
                  {"hasta", "until", "ate", "from", "desde", "partir", "starting", "llegar", "salir", "sair"}) ||
          is(at, {"vez", "instead"}))
        break;
      if (word_is(t_[at], {"entrada", "salida", "saida", "llegada", "chegada", "arrival", "departure", "checkin",
                           "checkout", "ingreso", "egreso", "regreso"}))
        continue;
      if (const auto role = role_of(at); role != Role::kNone) return role;
    }
    return Role::kNone;
  }

  void roles_said_after() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      auto& p = places_[i];
      if (p.m.what != What::kDay || p.role != Role::kNone || p.listed) continue;
      const bool range = i + 1 < places_.size() && places_[i + 1].after_range;
      const auto role = range ? Role::kNone : role_after(i);
      if (role == Role::kNone) continue;
      // "el 12 llegamos y el 15 salimos": the first word is the first day's, so the second day has its own after it.
      if (i + 1 < places_.size() && places_[i + 1].m.what == What::kDay && places_[i + 1].role == role) {
        const auto next = role_after(i + 1);
        if (next == Role::kNone) continue;  // "el 12, llego el 15": the word leads the second day
        places_[i + 1].role = next;
      }
      p.role = role;
    }
  }

  // The days beside a feast have the month that brings them nearest to it.
  void days_near_feast() {
    const auto feast = std::find_if(places_.begin(), places_.end(), [](const Placed& p) {
      return p.m.holiday && p.m.month > 0 && p.role == Role::kNone && !p.after_range;
    });
    if (feast == places_.end()) return;
    for (auto& p : places_) {
      if (p.m.what != What::kDay || p.m.holiday || p.m.day == 0 || p.m.month > 0) continue;
      const int apart = p.m.day - feast->m.day;
      const int step = apart > 15 ? -1 : apart < -15 ? 1 : 0;
      p.m.month = (feast->m.month - 1 + step + 12) % 12 + 1;
    }
  }

  // "para año nuevo, del 30 al 2": the days say it.
  void feasts_give_way() {
    const bool days = std::any_of(places_.begin(), places_.end(), [](const Placed& p) {
      return (p.m.what == What::kDay || p.m.what == What::kWeekend) && !p.m.holiday;
    });
    if (!days) return;
    days_near_feast();
    std::erase_if(places_, [&](const Placed& p) {
      const auto next = &p + 1;
      const bool begins = next < places_.data() + places_.size() && next->after_range;
      return p.m.holiday && p.role == Role::kNone && !p.after_range && !begins;
    });
    // So do the numbers of "fim de semana do show, dia 16 ao dia 18".
    const auto numbered = std::count_if(places_.begin(), places_.end(), [](const Placed& p) {
      return p.m.what == What::kDay && p.m.weekday < 0 && p.role != Role::kCurrent;
    });
    if (numbered >= 2)
      std::erase_if(places_, [](const Placed& p) { return p.m.what == What::kWeekend && p.role != Role::kCurrent; });
  }

  const std::vector<Token>& t_;
  std::vector<Mention> mentions_;
  std::vector<Placed> places_;
};

}  // namespace

std::vector<Placed> place_mentions(const std::vector<Token>& tokens, std::vector<Mention> mentions) {
  return Placer(tokens, std::move(mentions)).run();
}

}  // namespace hotel::nlu
