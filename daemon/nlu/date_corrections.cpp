// "2 noches.. perdón, 3", "quinta, não, sexta": the last word stands.
#include <algorithm>

#include "nlu/date_changes.h"
#include "nlu/lexicon.h"

namespace hotel::nlu {
namespace {

using What = Mention::What;
using Places = std::vector<Placed>;

bool is(const std::vector<Token>& t, std::size_t at, Words words) {
  return at < t.size() && word_is(t[at], words);
}
bool length(const Mention& m) {
  return m.what == What::kNights || m.what == What::kDays;
}

// A word that takes back what was just said.
bool takes_back(const std::vector<Token>& t, std::size_t at) {
  if (at < t.size() && lexicon().says(t[at], Says::kTakesBack) && !is(t, at, {"nao"}))
    return !(is(t, at, {"rather"}) && is(t, at + 1, {"than"}));
  if (is(t, at, {"hang", "hold"})) return is(t, at + 1, {"on"});
  if (is(t, at, {"no", "nao"}) && at > 0 && is(t, at - 1, {"y", "e", "and"})) return false;  // "el 16 y no el 15"
  if (is(t, at, {"nao"})) return true;
  if (is(t, at, {"no"}))  // Portuguese "no sábado" is "on Saturday": its "no" leads without a comma
    return at + 1 >= t.size() || t[at + 1].kind != Kind::kWord ||
           is(t, at + 1,
              {"el", "wait", "sorry", "perdon", "mejor", "al", "the", "para", "para", "make", "pera", "espera", "del",
               "actually", "digo", "from", "i"}) ||
           (at > 0 && t[at - 1].kind == Kind::kPunctuation);
  if (is(t, at, {"quise", "quis", "quer"})) return is(t, at + 1, {"decir", "dizer"});
  if (is(t, at, {"i"})) return is(t, at + 1, {"mean", "meant"});
  if (is(t, at, {"make"}))  // "can we make it the 22nd" asks for a change
    return is(t, at + 1, {"it", "that"}) &&
           !(at > 0 && is(t, at - 1, {"can", "could", "we", "you", "to", "would", "us"}));
  if (is(t, at, {"na", "en"})) return is(t, at + 1, {"verdade", "realidad"});
  return false;
}

// A word that may stand between what is corrected and its correction without changing either.
bool light(const std::vector<Token>& t, std::size_t at) {
  if (t[at].kind == Kind::kPunctuation || t[at].kind == Kind::kSymbol || t[at].kind == Kind::kBreak) return true;
  if (t[at].raw == "ay" || t[at].raw == "Ay") return true;
  return is(
      t, at,
      {"y",     "e",      "ah",      "ay",      "che",     "pera",    "espera",   "para",   "pare",   "que",    "es",
       "sea",   "sean",   "seria",   "serian",  "son",     "bien",    "mas",      "to",     "al",     "el",     "the",
       "a",     "del",    "de",      "dia",     "from",    "desde",   "make",     "it",     "that",   "i",      "mean",
       "meant", "said",   "decir",   "dizer",   "quise",   "quer",    "hasta",    "ate",    "on",     "na",     "ou",
       "o",     "or",     "better",  "but",     "pero",    "verdade", "realidad", "en",     "em",     "for",    "do",
       "ao",    "until",  "hm",      "hmm",     "aguarda", "un",      "momento",  "moment", "perai",  "the",    "not",
       "pra",   "no",     "las",     "los",     "os",      "as",      "noches",   "nights", "noites", "that's", "its",
       "is",    "espere", "esperen", "esperem", "hang",    "hold",    "sec",      "second", "euh",    "eh",     "uh",
       "um",    "ai",     "ih",      "bah",     "bueno",   "bom",     "lo",       "siento", "me",     "my",     "bad",
       "lied",  "of",     "at",      "from",    "of",      "am",      "so",       "ok",     "fue",    "foi",    "was",
       "dia",   "week",   "puse",    "poner",   "escribi", "una",     "by"});
}

// Between `a` and `b` there is a word that takes back and nothing of weight.
bool corrected_between(const std::vector<Token>& t, std::size_t a, std::size_t b) {
  bool back = false;
  for (auto at = a; at < b; ++at) {
    if (takes_back(t, at))
      back = true;
    else if (!light(t, at))
      return false;
  }
  return back;
}

// "not the 3rd but the 4th", "não dia 3, e sim dia 4"
bool contrasted(const std::vector<Token>& t, std::size_t a, std::size_t end, std::size_t b) {
  bool denied = false, but = false;
  for (std::size_t back = 1; back <= 3 && back <= a && !ends_sentence(t[a - back]); ++back)
    denied = denied || is(t, a - back, {"not", "no", "nao"});
  for (auto at = end; at < b; ++at) {
    but = but || is(t, at, {"but", "sino", "mas", "sim"});
    if (!light(t, at) && !is(t, at, {"sino", "sim"})) return false;
  }
  return denied && but;
}

bool same_day(const Mention& a, const Mention& b) {
  return a.day > 0 && a.day == b.day && (a.month == 0 || b.month == 0 || a.month == b.month);
}

// Each correction next to what it corrects.
void correct_neighbours(const std::vector<Token>& t, Places& places, std::vector<Mention>& dropped) {
  for (std::size_t i = 0; i + 1 < places.size();) {
    auto& a = places[i];
    auto& b = places[i + 1];
    const bool lengths = length(a.m) && length(b.m);
    const bool days = !length(a.m) && !length(b.m) && a.m.what != What::kExtraNights && b.m.what != What::kExtraNights;
    const bool corrected = corrected_between(t, a.m.end, b.m.begin);
    const bool contrast = !corrected && contrasted(t, a.m.begin, a.m.end, b.m.begin);
    const bool bare_day = b.m.what == What::kDay && b.m.day > 0 && b.m.month == 0;
    if (contrast && days && a.role != Role::kOut) {  // what a change gives up, if it is one
      a.role = Role::kCurrent;
      if (bare_day && a.m.month > 0) b.m.month = a.m.month, b.m.year = a.m.year;
    }
    if (!(lengths || days) || !(corrected || (contrast && a.role != Role::kCurrent))) {
      ++i;
      continue;
    }
    dropped.push_back(a.m);
    const bool range_follows = i + 2 < places.size() && places[i + 2].after_range;
    const bool bare = b.m.what == What::kDay && b.m.day > 0 && b.m.month == 0;
    if (bare && a.m.month > 0) b.m.month = a.m.month, b.m.year = a.m.year;
    std::size_t first = i;
    if (a.after_range && range_follows) {
      dropped.push_back(places[i - 1].m);
      if (places[i - 1].m.month > 0 && bare && b.m.month == 0) b.m.month = places[i - 1].m.month;
      first = i - 1;
      b.after_range = b.listed = false;
      b.role = places[first].role;
    } else {
      if (b.role == Role::kNone || a.after_range) b.role = a.role;
      b.after_range = a.after_range;
      b.listed = a.listed;
    }
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(first),
                 places.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    i = first;
  }
}

// "no, mejor …" further away: what was said before gives way to what comes after.
void correct_all_before(const std::vector<Token>& t, Places& places) {
  static const std::vector<Cue> kMarks = [] {
    std::vector<Cue> out;
    for (const std::string_view pattern :
         {"no mejor",   "no perdon",  "perdon",      "wait no",     "no wait",      "actually no", "actually",
          "ou melhor",  "o mejor",    "digo",        "mejor dicho", "i mean|meant", "quise decir", "make it",
          "quer dizer", "na verdade", "en realidad", "ah no",       "no sorry",     "sorry",       "melhor",
          "minto",      "miento",     "nao melhor",  "alias"})
      out.push_back(parse_cue("correction", 0, pattern));
    return out;
  }();
  std::size_t mark = 0;
  for (const auto& cue : kMarks)
    for (const auto& hit : find(cue, t))
      if (!is(t, hit.begin, {"make"}) || takes_back(t, hit.begin)) mark = std::max(mark, hit.begin + 1);
  if (mark == 0) return;
  const auto later = std::find_if(places.begin(), places.end(), [&](const Placed& p) { return p.m.begin >= mark; });
  if (later == places.begin() || later == places.end()) return;
  bool days = false, nights = false, only_out = true;
  for (auto p = later; p != places.end(); ++p) {
    if (length(p->m))
      nights = true;
    else
      days = true, only_out = only_out && p->role == Role::kOut && !p->after_range;
  }
  int month = 0;
  Places kept;
  for (auto p = places.begin(); p != later; ++p) {
    const bool drop = length(p->m) ? nights : days && (!only_out || p->role == Role::kOut);
    if (drop && p->m.month > 0) month = p->m.month;
    if (!drop) kept.push_back(*p);
  }
  for (auto p = later; p != places.end(); ++p) {
    auto q = *p;
    if (q.m.what == What::kDay && q.m.day > 0 && q.m.month == 0) q.m.month = month;
    if (p == later && q.after_range) q.after_range = false;
    kept.push_back(q);
  }
  places = std::move(kept);
}

}  // namespace

void add_corrected_numbers(const std::vector<Token>& t, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto& m = mentions[i];
    if (!length(m) && m.what != What::kDay) continue;
    std::size_t at = m.end;
    bool back = false;
    while (at < t.size() && t[at].kind != Kind::kNumber && (t[at].value < 0 || t[at].article) &&
           (takes_back(t, at) || light(t, at))) {
      back = back || takes_back(t, at);
      ++at;
    }
    if (!back || at >= t.size() || (i + 1 < mentions.size() && mentions[i + 1].begin <= at)) continue;
    const auto n = number_at(t, at);
    if (n.value < 1 || n.value > 31 || counted(t, n.end) || clock_at(t, at) ||
        (n.end < t.size() && t[n.end].raw == "/"))
      continue;
    if (m.what == What::kDay && m.weekday < 0 && m.day == 0) continue;
    Mention fixed;
    fixed.what = m.what;
    fixed.begin = at, fixed.end = n.end;
    const bool weeks = length(m) && said_between(t, m.begin, m.end, {"semana", "semanas", "week", "weeks"});
    if (length(m))
      fixed.count = weeks ? 7 * n.value : n.value;
    else
      fixed.day = n.value;
    mentions.insert(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1, fixed);
  }
}

void apply_corrections(const std::vector<Token>& t, Places& places) {
  std::vector<Mention> dropped;
  correct_neighbours(t, places, dropped);
  if (dropped.empty()) correct_all_before(t, places);
  // "… mejor al 13, que el 12 es feriado": the reason repeats the day that was given up.
  std::erase_if(places, [&](const Placed& p) {
    const auto from = p.m.begin >= 3 ? p.m.begin - 3 : 0;
    return said_between(t, from, p.m.begin, {"que", "porque", "pq", "pois", "because", "since", "as", "ya", "ja"}) &&
           std::any_of(dropped.begin(), dropped.end(),
                       [&](const Mention& d) { return d.begin < p.m.begin && same_day(d, p.m); });
  });
}

}  // namespace hotel::nlu
