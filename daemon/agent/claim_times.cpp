// Times of day: 15:00, 15h30, 3 pm, «a las tres de la tarde», noon.
#include <algorithm>
#include <fmt/format.h>

#include "agent/claim_finders.h"

namespace hotel::agent::claims {
namespace {

std::string clock(int hour, int minute) {
  return fmt::format("{:02}:{:02}", hour, minute);
}

// am/pm, «de la tarde», «in the evening»: the hour of the day, and how far the words went.
int of_day(const Text& t, int hour, std::size_t& end) {
  const auto half = [&](bool afternoon, std::size_t to) {
    end = to;
    return afternoon ? (hour < 12 ? hour + 12 : hour) : (hour == 12 ? 0 : hour);
  };
  if (t.any(end, {"am", "pm"})) return half(t.is(end, "pm"), end + 1);
  if (t.any(end, {"a", "p"}) && t.is(end + 1, ".") && t.is(end + 2, "m"))
    return half(t.is(end, "p"), t.is(end + 3, ".") ? end + 4 : end + 3);
  auto at = end;
  while (t.any(at, {"de", "da", "la", "in", "the", "por", "at", "a"})) ++at;
  if (at == end) return hour;
  if (t.any(at, {"tarde", "noche", "noite", "afternoon", "evening", "night"})) return half(true, at + 1);
  if (t.any(at, {"manana", "manha", "morning", "madrugada"})) return half(false, at + 1);
  return hour;
}

bool hour_before(const Text& t, std::size_t i) {
  return i > 0 && t.any(i - 1, {"las", "at", "as", "oclock", "around"});
}

bool time_at(Search& s, std::size_t i) {
  auto& t = s.text;
  const auto q = quantity_at(t, i, s.language);
  const bool one =
      q && q->article && i >= 2 && t.is(i - 1, "la") && t.any(i - 2, {"a", "hasta", "desde"});  // «a la una»
  if (!q || (q->article && !one)) return false;
  int hour = q->whole, minute = 0;
  auto end = q->end;
  bool sure = false;
  if (!q->words) {
    hour = t.pieces[i].text.size() <= 2 ? std::stoi(t.pieces[i].text) : -1;
    end = i + 1;
    const auto minutes = [&](std::size_t k) {
      return t.at(k) && t.at(k)->number() && t.at(k)->glued && t.at(k)->text.size() == 2;
    };
    if ((t.is(end, ":") || (t.is(end, "h") && t.at(end)->glued) || t.is(end, ".")) && t.at(end)->glued &&
        minutes(end + 1)) {
      const bool dot = t.is(end, ".");
      minute = std::stoi(t.at(end + 1)->text);
      const bool marked = !dot || t.any(end + 2, {"h", "hs", "hrs", "am", "pm"});
      if (!marked) return false;
      end += 2;
      sure = true;
      if (t.is(end, ":") && minutes(end + 1)) end += 2;
      if (t.any(end, {"h", "hs", "hrs", "min"})) ++end;
    } else if (t.any(end, {"h", "hs", "hrs"})) {
      sure = true;
      ++end;
    }
  }
  if (hour < 0 || hour > 24 || minute > 59) return false;
  const auto before = end;
  const bool said_first = one || hour_before(t, i);
  if (t.any(end, {"y", "e"}) && t.any(end + 1, {"media", "meia"}) && said_first) minute = 30, end += 2;
  const auto words = end;
  hour = hour <= 12 ? of_day(t, hour, end) : hour;
  const bool with_half = end != words && (sure || t.any(words, {"am", "pm", "a", "p"}));
  if (t.is(before, "o") && t.is(before + 1, "'") && t.is(before + 2, "clock")) end = before + 3, sure = true;
  if (said_first && t.any(before, {"horas", "hours", "hour"})) end = std::max(end, before + 1);
  if (!sure && !with_half && !said_first) return false;
  s.add(ClaimKind::kTime, clock(hour, minute), i, end);
  return true;
}

}  // namespace

void find_times(Search& s) {
  for (std::size_t i = 0; i < s.text.pieces.size(); ++i) {
    auto& t = s.text;
    if (t.pieces[i].taken) continue;
    if (t.any(i, {"noon", "mediodia", "midday"}))
      s.add(ClaimKind::kTime, "12:00", i, i + 1);
    else if (t.any(i, {"midnight", "medianoche"}))
      s.add(ClaimKind::kTime, "00:00", i, i + 1);
    else if (t.any(i, {"meio", "meia"}) && t.is(i + 1, "-") && t.any(i + 2, {"dia", "noite"}))
      s.add(ClaimKind::kTime, t.is(i + 2, "dia") ? "12:00" : "00:00", i, i + 3);
    else
      time_at(s, i);
  }
}

}  // namespace hotel::agent::claims
