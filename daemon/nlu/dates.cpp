#include "nlu/dates.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "nlu/date_mentions.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

using Words = std::initializer_list<std::string_view>;
using What = Mention::What;
enum class Role { kNone, kIn, kOut, kCurrent };

bool word(const Token& t, Words words) {
  return t.kind == Kind::kWord && std::find(words.begin(), words.end(), t.folded) != words.end();
}

bool out_word(const Token& t) {
  return word(t,
              {"hasta",     "until",     "ate",      "leaving",  "leave",  "leaves",  "salida", "salgo",  "salimos",
               "saliendo",  "salir",     "sair",     "saio",     "saimos", "saida",   "saindo", "vamos",  "voy",
               "departing", "departure", "checkout", "volvemos", "retiro", "regreso", "out",    "embora", "salidas"});
}
bool in_word(const Token& t) {
  return word(
      t, {"desde",    "from",     "partir",   "llego",    "llegamos",   "llegada", "llegando", "llegar",   "entrada",
          "entro",    "entramos", "entrando", "arriving", "arrive",     "arrival", "chego",    "chegamos", "chegada",
          "chegando", "checkin",  "starting", "ingreso",  "ingresando", "check",   "in"});
}

struct Placed {
  Mention m;
  Role role = Role::kNone;
  bool after_range = false;  // joined to the mention before as the end of a range
  bool listed = false;       // joined by "and": a further night
  std::optional<Date> date;
};

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, Date today, std::string_view language, const DateContext& context)
      : t_(tokens), today_(today), context_(context), mentions_(find_mentions(tokens, today, language)) {}

  Dates run() {
    place();
    correct();
    contexts();
    resolve();
    compose();
    check();
    for (const auto& m : mentions_) out_.used.emplace_back(m.begin, m.end);
    return out_;
  }

 private:
  void place() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      Placed p{mentions_[i], Role::kNone, false, false, std::nullopt};
      p.role = role_before(i);
      if (i > 0 && mentions_[i - 1].what == What::kDay && p.m.what == What::kDay) {
        const auto a = mentions_[i - 1].end, b = p.m.begin;
        bool joins = b > a || p.m.begin == a, lists = false, any = false;
        for (auto at = a; at < b; ++at) {
          const auto& t = t_[at];
          if (word(t, {"a", "al", "ao", "to", "through", "hasta", "ate", "until"}) ||
              (t.kind == Kind::kPunctuation && (t.raw == "-" || t.raw == "–")))
            any = true;
          else if (word(t, {"y", "e", "and"}))
            any = lists = true;
          else if (!word(t, {"el", "the", "dia", "o", "la", "este", "pasado"}))
            joins = false;
        }
        if (joins && any) {
          const auto first = mentions_[i - 1].begin;
          std::size_t back = first;
          while (back > 0 && word(t_[back - 1], {"el", "the", "dia", "o"})) --back;
          const bool between = lists && back > 0 && word(t_[back - 1], {"entre", "between"});
          p.after_range = !lists || between;
          p.listed = lists && !between;
        }
      }
      if (p.after_range && p.role != Role::kCurrent) p.role = Role::kOut;
      places_.push_back(p);
    }
    // "cancelá mi reserva del 12 y haceme otra para el 19": the first day only names the booking.
    if (places_.size() >= 2 && places_[0].m.what == What::kDay && names_booking(places_[0].m.begin) &&
        places_[1].m.what == What::kDay && places_[1].role == Role::kNone && !places_[1].listed)
      places_[0].role = Role::kCurrent;
  }

  bool names_booking(std::size_t begin) const {
    std::size_t i = begin;
    while (i > 0 && word(t_[i - 1], {"del", "de", "do", "of", "on", "for", "from", "the", "el", "dia"})) --i;
    return i < begin && i > 0 && word(t_[i - 1], {"reserva", "booking", "reservation", "estadia", "stay"});
  }

  bool instead_at(std::size_t i) const {
    if (word(t_[i], {"instead", "inves"})) return true;
    return word(t_[i], {"vez", "lugar"}) && i > 0 && word(t_[i - 1], {"en", "em"});
  }

  // The role words stand at most four tokens before, in the same clause and after the mention before.
  Role role_before(std::size_t i) const {
    const auto& m = mentions_[i];
    const std::size_t stop = i > 0 ? mentions_[i - 1].end : 0;
    bool current = false;
    Role role = Role::kNone;
    for (std::size_t back = 1; back <= 5 && m.begin >= stop + back; ++back) {
      const auto& t = t_[m.begin - back];
      if (t.kind == Kind::kBreak ||
          (t.kind == Kind::kPunctuation && (t.raw == "." || t.raw == "?" || t.raw == "!" || t.raw == ";")))
        break;
      if (instead_at(m.begin - back) && back <= 4) {
        current = true;
        break;
      }
      if (role != Role::kNone) continue;
      if (word(t, {"check"}) || word(t, {"in"})) {
        // "check in" and "checking in", but not "in March".
        const auto at = m.begin - back;
        if (word(t, {"in"}) && !(at > 0 && word(t_[at - 1], {"check", "checking"}))) continue;
      }
      if (word(t, {"out"}) && !(m.begin - back > 0 && word(t_[m.begin - back - 1], {"check", "checking"}))) continue;
      if (word(t, {"vamos", "voy"}) && !(m.begin - back > 0 && word(t_[m.begin - back - 1], {"nos", "me"}))) continue;
      if (out_word(t))
        role = Role::kOut;
      else if (in_word(t))
        role = Role::kIn;
    }
    return current ? Role::kCurrent : role;
  }

  // "no, mejor …", "wait no", "ou melhor": what was said before gives way to what comes after.
  void correct() {
    static const std::vector<Cue> kMarks = [] {
      std::vector<Cue> out;
      for (const std::string_view pattern :
           {"no mejor",   "no perdon",  "perdon",      "wait no",     "no wait",      "actually no", "actually",
            "ou melhor",  "o mejor",    "digo",        "mejor dicho", "i mean|meant", "quise decir", "make it",
            "quer dizer", "na verdade", "en realidad", "ah no",       "no sorry",     "sorry",       "melhor"})
        out.push_back(parse_cue("correction", 0, pattern));
      return out;
    }();
    std::size_t mark = 0;
    for (const auto& cue : kMarks)
      for (const auto& hit : find(cue, t_)) mark = std::max(mark, hit.begin + 1);
    if (mark == 0) return;
    const auto later = std::find_if(places_.begin(), places_.end(), [&](const Placed& p) { return p.m.begin >= mark; });
    if (later == places_.begin() || later == places_.end()) return;
    bool days = false, nights = false, only_out = true;
    for (auto p = later; p != places_.end(); ++p) {
      if (p->m.what == What::kNights || p->m.what == What::kDays)
        nights = true;
      else
        days = true, only_out = only_out && p->role == Role::kOut && !p->after_range;
    }
    int month = 0;
    std::vector<Placed> kept;
    for (auto p = places_.begin(); p != later; ++p) {
      const bool length = p->m.what == What::kNights || p->m.what == What::kDays;
      const bool drop = length ? nights : days && (!only_out || p->role == Role::kOut);
      if (drop && p->m.month > 0) month = p->m.month;
      if (!drop) kept.push_back(*p);
    }
    for (auto p = later; p != places_.end(); ++p) {
      auto q = *p;
      if (q.m.what == What::kDay && q.m.day > 0 && q.m.month == 0) q.m.month = month;
      if (p == later && q.after_range) q.after_range = false;
      kept.push_back(q);
    }
    places_ = std::move(kept);
  }

  // "del 7 al 10 del mes que viene", "da semana que vem, de segunda a quinta", "any rooms in August? … the 3rd to the
  // 8th"
  void contexts() {
    month_ = context_.period;
    for (const auto& p : places_) {
      if (p.m.what == What::kMonthContext) month_ = p.m.period;
      if (p.m.what == What::kPeriod && p.m.period) month_ = p.m.period;
      if (p.m.what == What::kWeekContext) week_ = p.m.period;
    }
    bool days = false;
    for (const auto& p : places_) days = days || p.m.what == What::kDay || p.m.what == What::kWeekend;
    if (!days)
      for (const auto& p : places_)
        if (p.m.what == What::kPeriod || p.m.what == What::kMonthContext || p.m.what == What::kWeekContext)
          out_.period = p.m.period;
  }

  std::optional<Date> day_of(const Mention& m, Date from) const {
    if (m.date) return m.date;
    if (m.year > 0) return make_day(m.year, m.month, m.day);
    if (m.month > 0) return nearest(m.month, m.day, from);
    if (m.day > 0) {
      if (month_) {
        const auto first = month_->first;
        if (const auto d =
                make_day(static_cast<int>(first.year()), static_cast<int>(static_cast<unsigned>(first.month())), m.day);
            d && *d >= from)
          return d;
      }
      return nearest_in_month(m.day, from);
    }
    return std::nullopt;
  }

  std::optional<Date> week_day(Placed& p, Date after, bool end_of_range) {
    const auto& m = p.m;
    if (m.next_week || (week_ && !end_of_range)) return weekday_of_next_week(m.weekday, today_);
    if (end_of_range) return next_weekday(m.weekday, after);
    if (!m.next) return next_weekday(m.weekday, today_);
    if (still_this_week(m.weekday, today_)) p.m.ambiguous = true, p.m.other = next_weekday(m.weekday, today_);
    return weekday_of_next_week(m.weekday, today_);
  }

  void resolve() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      auto& p = places_[i];
      if (p.m.what != What::kDay) {
        p.date = p.m.date;
        continue;
      }
      if (p.m.impossible) {
        out_.fault = DateFault::kImpossible;
        continue;
      }
      const Placed* before = nullptr;
      for (std::size_t j = 0; j < i; ++j)
        if (places_[j].m.what == What::kDay && places_[j].date && places_[j].role != Role::kCurrent)
          before = &places_[j];
      // The first of a range has the month and year of the second when it names none itself.
      const Placed* partner =
          i + 1 < places_.size() && (places_[i + 1].after_range || places_[i + 1].listed ||
                                     places_[i + 1].role == Role::kOut || places_[i + 1].role == Role::kCurrent)
              ? &places_[i + 1]
              : nullptr;
      if (partner && p.m.day > 0 && p.m.month == 0 && partner->m.month > 0) {
        p.m.month = partner->m.month;
        p.m.year = partner->m.year;
        if (p.m.day > partner->m.day && places_[i + 1].role != Role::kCurrent) {
          if (--p.m.month == 0) {
            p.m.month = 12;
            if (p.m.year > 0) --p.m.year;
          }
        }
      } else if (partner && p.m.month > 0 && p.m.year == 0 && partner->m.year > 0) {
        p.m.year = partner->m.year - (p.m.month > partner->m.month ? 1 : 0);
      }
      // A bare day after the day that is changed away is near that one.
      const Placed* changed =
          i > 0 && places_[i - 1].role == Role::kCurrent && places_[i - 1].date && !before ? &places_[i - 1] : nullptr;
      const bool follows = before && p.role != Role::kCurrent;
      const bool known_arrival = !before && p.role == Role::kOut && context_.check_in;
      const Date from = follows         ? wire::add_days(*before->date, 1)
                        : known_arrival ? wire::add_days(*context_.check_in, 1)
                                        : today_;
      if (p.m.weekday >= 0)
        p.date = week_day(p,
                          known_arrival ? *context_.check_in
                          : before      ? *before->date
                                        : today_,
                          (follows && (p.role == Role::kOut || p.listed)) || known_arrival);
      else if (p.role == Role::kCurrent && before && p.m.day > 0 && p.m.month == 0)
        p.date = current_beside(*before, p.m.day);
      else if (changed && p.m.day > 0 && p.m.month == 0)
        p.date = nearest_in_month(p.m.day, std::max(*changed->date, today_));
      else
        p.date =
            day_of(p.m, p.m.month > 0 && p.m.year == 0 && follows && p.role != Role::kOut && !p.listed ? today_ : from);
      if (!p.date) out_.fault = DateFault::kImpossible;
    }
  }

  // "el 21 en vez del 20": the day that is changed away is near the new one.
  std::optional<Date> current_beside(const Placed& other, int day) const {
    const auto d = *other.date;
    return make_day(static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())), day);
  }

  void compose() {
    Role changed = Role::kIn;
    for (const auto& p : places_)
      if (p.m.what == What::kDay && p.role == Role::kOut) changed = Role::kOut;
    std::optional<Date> listed_until;
    bool night = false;
    for (auto& p : places_) {
      if (p.m.what == What::kNights) {
        out_.nights = p.m.count;
        continue;
      }
      if (p.m.what == What::kExtraNights) {
        out_.extra_nights = p.m.count;
        continue;
      }
      if (p.m.what == What::kDays) {
        days_ = p.m.count;
        continue;
      }
      if (!p.date) continue;
      if (p.m.what == What::kWeekend) {
        out_.check_in = p.date;
        out_.check_out = wire::add_days(*p.date, weekday_of(*p.date) == 5 ? 1 : 2);
        if (p.m.ambiguous && p.m.other) {
          const bool saturday = weekday_of(*p.m.other) == 5;
          out_.others.push_back({p.m.other, wire::add_days(*p.m.other, saturday ? 1 : 2)});
          out_.ambiguous = true;
        }
        continue;
      }
      if (p.m.ambiguous) out_.ambiguous = true;
      if (p.role == Role::kCurrent) {
        (changed == Role::kOut ? out_.current_check_out : out_.current_check_in) = p.date;
      } else if (p.role == Role::kOut) {
        out_.check_out = p.date;
        if (p.m.other) others_out_ = p.m.other;
      } else if (p.listed && out_.check_in) {
        listed_until = wire::add_days(*p.date, 1);
      } else if (!out_.check_in || p.role == Role::kIn) {
        out_.check_in = p.date;
        night = p.m.night;
        if (p.m.other) others_in_ = p.m.other;
      }
    }
    lone_ = places_.size() == 1 && places_[0].m.what == What::kDay && places_[0].role == Role::kNone;
    if (lone_ && context_.departure_wanted && out_.check_in) {
      out_.check_out = place_departure();
      out_.check_in.reset();
    }
    if (!out_.check_out && !out_.nights && listed_until) out_.check_out = listed_until;
    lengths(night);
  }

  std::optional<Date> place_departure() {
    const auto& m = places_[0].m;
    if (!context_.check_in) return places_[0].date;
    if (m.weekday >= 0) return next_weekday(m.weekday, *context_.check_in);
    return day_of(m, wire::add_days(*context_.check_in, 1));
  }

  void lengths(bool night) {
    if (out_.check_in && !out_.check_out) {
      if (out_.nights)
        out_.check_out = wire::add_days(*out_.check_in, *out_.nights);
      else if (days_ > 1) {
        out_.check_out = wire::add_days(*out_.check_in, days_);
        out_.others.push_back({out_.check_in, wire::add_days(*out_.check_in, days_ - 1)});
        out_.ambiguous = true;
      } else if (night) {
        out_.check_out = wire::add_days(*out_.check_in, 1);
      }
    } else if (out_.check_out && !out_.check_in && out_.nights && !context_.check_in) {
      out_.check_in = wire::add_days(*out_.check_out, -*out_.nights);
    } else if (!out_.check_in && !out_.check_out && days_ > 1) {
      out_.nights = days_;
      out_.ambiguous = true;
    }
    if (others_in_ && out_.check_in) {
      const int stay = out_.check_out ? wire::nights_between(*out_.check_in, *out_.check_out) : 0;
      const auto leave = !out_.check_out ? std::nullopt
                         : others_out_
                             ? others_out_
                             : std::optional{out_.nights ? wire::add_days(*others_in_, stay) : *out_.check_out};
      out_.others.push_back({others_in_, leave});
    }
    if (out_.check_in && out_.check_out) out_.nights = wire::nights_between(*out_.check_in, *out_.check_out);
    out_.lone_day = lone_;
  }

  void check() {
    if (out_.fault != DateFault::kNone) return;
    if (out_.check_in && out_.check_out && wire::nights_between(*out_.check_in, *out_.check_out) < 1)
      out_.fault = DateFault::kReversed;
    // A range without years that only fits across a year was written the wrong way round.
    else if (out_.check_in && out_.check_out && wire::nights_between(*out_.check_in, *out_.check_out) > 300)
      out_.fault = DateFault::kReversed;
    else if ((out_.check_in && *out_.check_in < today_) || (out_.check_out && *out_.check_out < today_))
      out_.fault = DateFault::kPast;
  }

  const std::vector<Token>& t_;
  Date today_;
  DateContext context_;
  std::vector<Mention> mentions_;
  std::vector<Placed> places_;
  std::optional<Span> month_, week_;
  std::optional<Date> others_in_, others_out_;
  int days_ = 0;
  bool lone_ = false;
  Dates out_;
};

}  // namespace

Dates read_dates(const std::vector<Token>& tokens, Date today, std::string_view language, const DateContext& context) {
  return Reader(tokens, today, language, context).run();
}

}  // namespace hotel::nlu
