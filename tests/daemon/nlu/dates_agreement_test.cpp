// Agreement with a public recogniser of dates (microsoft/Recognizers-Text): the facts of its specified cases (reference
// day, kind of expression, resolved day) are told here in the words of guests, with its resolution as the expected
// value. Its weeks, months and spans end where the next begin; here they are written with their last day.
#include <boost/json/value.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "nlu/dates.h"
#include "wire/codec.h"

namespace hotel::nlu {
namespace {

struct Difference {
  const char* reason;
  std::vector<const char*> rows;
};

const std::vector<Difference>& differences() {
  static const std::vector<Difference> kDifferences{
      {"\"this week\" is neither a stay nor one of the vague spans of rule 12: the guest is asked for days",
       {"en-232", "en-237", "es-029", "es-068", "pt-402"}},
      {"weeks of a month are counted by days (1-7, 8-14 ...), theirs from its first Monday",
       {"en-246", "en-318", "es-032", "es-043", "es-052", "es-060", "es-146", "es-177", "pt-405", "pt-417"}},
      {"rule 7: a weekend is Friday to Sunday, theirs Saturday to the end of Sunday",
       {"en-238", "en-239", "en-247", "en-249", "en-338", "es-040", "es-041", "es-054", "es-070", "pt-414", "pt-415"}},
      {"there are no parts of weeks: the whole week is the vague span, theirs is half of it",
       {"en-250", "en-251", "en-252", "es-064", "es-071", "es-072", "es-073", "es-076", "es-077"}},
      {"rule 2: a weekday is never the same day", {"en-316", "en-367", "es-067"}},
      {"rule 11: parts of a month are 1-10, 11-20, 21-last, theirs halves or the 10th to the 20th",
       {"en-253", "es-074", "es-075", "es-124", "es-176"}},
      {"rule 5: the number decides and the other is asked about; theirs waits for a day that has both",
       {"en-319", "en-321", "en-322", "en-349", "en-350", "en-351", "en-352", "en-353", "en-355", "es-147", "es-149",
        "es-150", "es-187", "pt-438", "pt-439", "pt-440", "pt-442"}},
      {"rule 10: day first in English too, and asked about; theirs month first", {"en-221", "en-222"}},
      {"rule 12: Easter without days is Holy Week, theirs Easter Sunday", {"pt-418"}},
      {"rule 5: a day and month may be today (\"on or after\"), theirs is next year's", {"es-122", "es-123"}},
  };
  return kDifferences;
}

using Values = std::map<std::string, std::string>;

Values expected(const boost::json::value& row) {
  Values out;
  for (const auto& [key, value] : row.at("entities").as_object())
    out[std::string(key)] =
        value.is_string() ? std::string(std::string_view(value.as_string())) : std::to_string(value.as_int64());
  return out;
}

Values read(const boost::json::value& row, const Values& want) {
  const auto d = read_dates(tokenise(wire::text_of(row, "text")), *wire::parse_iso(wire::text_of(row, "ref_date")),
                            wire::text_of(row, "lang"));
  Values out;
  if (d.check_in) out["check_in"] = wire::to_iso(*d.check_in);
  if (d.check_out) out["check_out"] = wire::to_iso(*d.check_out);
  if (d.period && !d.check_in) out["period"] = wire::to_iso(d.period->first) + "/" + wire::to_iso(d.period->second);
  if (d.nights && !(d.check_in && d.check_out)) out["nights"] = std::to_string(*d.nights);
  // Where one day is asked for, the message may say the length of the stay besides.
  if (want.size() == 1 && want.contains("check_in")) out.erase("check_out");
  return out;
}

TEST(DatesAgreement, WithAPublicRecogniserButForTheRulesThatDiffer) {
  std::map<std::string, const char*> differs;
  for (const auto& d : differences())
    for (const auto* id : d.rows) EXPECT_TRUE(differs.emplace(id, d.reason).second) << id << " is listed twice";

  std::ifstream file(std::string(HOTEL_TEST_DATA) + "/data/nlu/dates_shared.jsonl");
  ASSERT_TRUE(file.good());
  int rows = 0, agree = 0;
  for (std::string line; std::getline(file, line);) {
    const auto row = wire::parse_json(line);
    ASSERT_TRUE(row.has_value()) << line;
    const auto id = wire::text_of(*row, "id");
    const auto want = expected(*row), got = read(*row, want);
    ++rows;
    if (got == want) ++agree;
    const auto listed = differs.find(id);
    EXPECT_EQ(got == want, listed == differs.end())
        << line << "\n  got " << ::testing::PrintToString(got)
        << (listed == differs.end() ? "" : std::string("\n  said to differ: ") + listed->second);
  }
  EXPECT_EQ(rows, 450);
  EXPECT_EQ(agree, 385);
}

}  // namespace
}  // namespace hotel::nlu
