#include "nlu/dates.h"

#include <algorithm>

#include "nlu/date_roles.h"

namespace hotel::nlu {
namespace {

using What = Mention::What;

int year_of(Date d) {
  return static_cast<int>(d.year());
}
int month_of(Date d) {
  return static_cast<int>(static_cast<unsigned>(d.month()));
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, Date today, std::string_view language, const DateContext& context)
      : today_(today), context_(context), rules_(context.rules) {
    auto mentions = find_mentions(tokens, today, language, rules_);
    for (const auto& m : mentions) out_.used.emplace_back(m.begin, m.end);
    places_ = place_mentions(tokens, std::move(mentions));
  }

  Dates run() {
    contexts();
    resolve();
    compose();
    check();
    return out_;
  }

 private:
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
        if (const auto d = make_day(year_of(first), month_of(first), m.day); d && *d >= from) return d;
      }
      return nearest_in_month(m.day, from);
    }
    return std::nullopt;
  }

  std::optional<Date> week_day(Placed& p, Date after, bool end_of_range) {
    const auto& m = p.m;
    const auto of_next_week = weekday_of_next_week(m.weekday, today_, rules_.first_weekday);
    if (m.weeks_on > 0) return wire::add_days(next_weekday(m.weekday, today_), 7 * m.weeks_on);
    if (week_ && !end_of_range) return wire::add_days(week_->first, (m.weekday - rules_.first_weekday + 7) % 7);
    if (m.next_week || of_partners_week(p)) return of_next_week;
    if (end_of_range) return next_weekday(m.weekday, after);
    if (!m.next) return next_weekday(m.weekday, today_);
    const auto nearest_one = next_weekday(m.weekday, today_);
    const bool doubtful = still_this_week(m.weekday, today_, rules_.first_weekday);
    if (doubtful && rules_.ask_next)
      p.m.ambiguous = true, p.m.other = rules_.next_is_next_week ? nearest_one : of_next_week;
    return rules_.next_is_next_week ? of_next_week : nearest_one;
  }

  // "entre miércoles y viernes de la próxima semana": said once for both.
  bool of_partners_week(const Placed& p) const {
    const auto* next = &p + 1;
    return next < places_.data() + places_.size() && next->after_range && next->m.next_week &&
           next->m.weekday > p.m.weekday;
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
      share_month(i);
      p.date = date_of(i);
      if (!p.date) out_.fault = DateFault::kImpossible;
    }
  }

  // The first of a range has the month and year of the second when it names none itself; a day that is given up has the
  // month of the new one.
  void share_month(std::size_t i) {
    auto& m = places_[i].m;
    const Placed* partner = nullptr;
    for (auto k = i + 1; k < places_.size() && !partner; ++k)
      if (const auto& q = places_[k]; q.m.what == What::kDay) {
        if (!(q.after_range || q.listed || q.role == Role::kOut || q.role == Role::kCurrent ||
              places_[i].role == Role::kCurrent))
          break;
        if (q.m.month > 0) partner = &q;
        if (places_[i].role != Role::kCurrent) break;
      }
    if (!partner) return;
    if (m.day > 0 && m.month == 0) {
      m.month = partner->m.month;
      m.year = partner->m.year;
      const bool turns = partner->role != Role::kCurrent || places_[i].role == Role::kCurrent;
      if (m.day > partner->m.day && turns && (places_[i].role != Role::kCurrent || partner->after_range))
        if (--m.month == 0) {
          m.month = 12;
          if (m.year > 0) --m.year;
        }
    } else if (m.month > 0 && m.year == 0 && partner->m.year > 0) {
      m.year = partner->m.year - (m.month > partner->m.month ? 1 : 0);
    }
  }

  std::optional<Date> date_of(std::size_t i) {
    auto& p = places_[i];
    const Placed *before = nullptr, *given_up = nullptr;
    for (std::size_t j = 0; j < i; ++j) {
      const auto& q = places_[j];
      if ((q.m.what != What::kDay && q.m.what != What::kWeekend) || !q.date) continue;
      (q.role == Role::kCurrent ? given_up : before) = &q;
    }
    const bool follows = before && p.role != Role::kCurrent;
    const bool known_arrival = !before && p.role == Role::kOut && context_.check_in;
    const bool ends_given_up = p.role == Role::kCurrent && p.departure && given_up;
    const Date from = follows         ? wire::add_days(*before->date, 1)
                      : known_arrival ? wire::add_days(*context_.check_in, 1)
                      : ends_given_up ? wire::add_days(*given_up->date, 1)
                                      : today_;
    if (p.m.weekday >= 0)
      return week_day(p,
                      known_arrival   ? *context_.check_in
                      : ends_given_up ? *given_up->date
                      : before        ? *before->date
                                      : today_,
                      (follows && (p.role == Role::kOut || p.listed)) || known_arrival || ends_given_up);
    const bool bare = p.m.day > 0 && p.m.month == 0;
    if (p.role == Role::kCurrent && before && bare) return beside(*before->date, p.m.day);
    // A new day without a month is near the one that is given up.
    if (given_up && !before && bare && p.role != Role::kCurrent) return beside(*given_up->date, p.m.day);
    const bool own = p.m.month > 0 && p.m.year == 0 && follows && p.role != Role::kOut && !p.listed;
    return day_of(p.m, own ? today_ : from);
  }

  // The nearest day of that number, before or after, that is not in the past.
  std::optional<Date> beside(Date other, int day) const {
    std::optional<Date> best;
    for (int step = -1; step <= 1; ++step) {
      const int months = 12 * year_of(other) + month_of(other) - 1 + step;
      const auto d = make_day(months / 12, months % 12 + 1, day);
      if (!d || *d < today_) continue;
      const auto distance = [&](Date x) { return std::abs(wire::nights_between(other, x)); };
      if (!best || distance(*d) < distance(*best)) best = d;
    }
    return best ? best : nearest_in_month(day, today_);
  }

  void compose() {
    // "salimos el 26 en lugar del 24": with only a departure the day that is given up is one too.
    bool arrives = false, leaves = false;
    for (const auto& p : places_)
      if (p.m.what == What::kDay) {
        leaves = leaves || p.role == Role::kOut;
        arrives = arrives || p.role == Role::kIn || p.role == Role::kNone;
      }
    const bool changed_out = leaves && !arrives;
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
        weekend(p);
        continue;
      }
      if (p.m.ambiguous) out_.ambiguous = true;
      if (p.role == Role::kCurrent) {
        (changed_out || p.departure ? out_.current_check_out : out_.current_check_in) = p.date;
      } else if (p.role == Role::kOut) {
        out_.check_out = p.date;
        if (p.m.other) others_out_ = p.m.other;
      } else if (p.listed && out_.check_in) {
        listed_until = wire::add_days(*p.date, 1);
      } else if (!out_.check_in || p.role == Role::kIn) {
        out_.check_in = p.date;
        arrival_said_ = p.role == Role::kIn;
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
    out_.range = out_.check_in && out_.check_out;
    lengths(night);
  }

  void weekend(const Placed& p) {
    const auto leave = [&](Date arrival) {
      return wire::add_days(arrival, std::max(1, rules_.weekend_nights - (weekday_of(arrival) == 5 ? 1 : 0)));
    };
    if (p.role == Role::kCurrent) {
      out_.current_check_in = p.date;
      return;
    }
    // "este finde, llegando el sábado": the day that was said with its role stands.
    if (!(out_.check_in && arrival_said_)) out_.check_in = p.date;
    if (!(out_.check_out && *out_.check_out > *out_.check_in)) out_.check_out = leave(*p.date);
    if (p.m.ambiguous && p.m.other) {
      out_.others.push_back({p.m.other, leave(*p.m.other)});
      out_.ambiguous = true;
    }
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
        const int nights = std::max(1, days_ - rules_.nights_less_than_days);
        out_.check_out = wire::add_days(*out_.check_in, nights);
        if (rules_.ask_days) {
          const int other = rules_.nights_less_than_days > 0 ? days_ : std::max(1, days_ - 1);
          out_.others.push_back({out_.check_in, wire::add_days(*out_.check_in, other)});
          out_.ambiguous = true;
        }
      } else if (night) {
        out_.check_out = wire::add_days(*out_.check_in, 1);
      }
    } else if (out_.check_out && !out_.check_in && out_.nights && !context_.check_in) {
      out_.check_in = wire::add_days(*out_.check_out, -*out_.nights);
    } else if (!out_.check_in && !out_.check_out && !out_.nights && days_ > 1) {
      out_.nights = std::max(1, days_ - rules_.nights_less_than_days);
      out_.ambiguous = rules_.ask_days;
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
    else if (out_.check_in && out_.check_out &&
             wire::nights_between(*out_.check_in, *out_.check_out) > rules_.longest_stay)
      out_.fault = DateFault::kReversed;
    else if ((out_.check_in && *out_.check_in < today_) || (out_.check_out && *out_.check_out < today_))
      out_.fault = DateFault::kPast;
  }

  Date today_;
  DateContext context_;
  DateRules rules_;
  std::vector<Placed> places_;
  std::optional<Span> month_, week_;
  std::optional<Date> others_in_, others_out_;
  int days_ = 0;
  bool lone_ = false, arrival_said_ = false;
  Dates out_;
};

}  // namespace

Dates read_dates(const std::vector<Token>& tokens, Date today, std::string_view language, const DateContext& context) {
  return Reader(tokens, today, language, context).run();
}

}  // namespace hotel::nlu
