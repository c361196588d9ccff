#include "nlu/dates.h"

#include <algorithm>

#include "nlu/date_resolver.h"
#include "nlu/date_roles.h"

namespace hotel::nlu {
namespace {

using What = Mention::What;

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, Date today, std::string_view language, const DateContext& context)
      : today_(today), context_(context), rules_(context.rules) {
    auto mentions = find_mentions(tokens, today, language, rules_);
    for (const auto& m : mentions) out_.used.emplace_back(m.begin, m.end);
    places_ = place_mentions(tokens, std::move(mentions));
  }

  Dates run() {
    DayResolver days(places_, today_, context_);
    out_.period = days.contexts();
    if (!days.resolve()) out_.fault = DateFault::kImpossible;
    compose(days);
    check();
    return out_;
  }

 private:
  void compose(const DayResolver& days) {
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
    if (lone_ && places_[0].m.month == 0 && places_[0].m.also_weekday < 0) out_.bare_day = places_[0].m.day;
    if (lone_ && context_.departure_wanted && out_.check_in) {
      out_.check_out = lone_departure(days);
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

  std::optional<Date> lone_departure(const DayResolver& days) const {
    const auto& m = places_[0].m;
    if (!context_.check_in) return places_[0].date;
    if (m.weekday >= 0) return next_weekday(m.weekday, *context_.check_in);
    return days.day_of(m, wire::add_days(*context_.check_in, 1));
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
