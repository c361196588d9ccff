// Rows that people of several places wrote without having seen the tables or the training lines. The floor lies a
// little below what is reached: a change that understands them worse is noticed; a new habit is written as new rows.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "nlu/understand.h"
#include "wire/codec.h"

namespace hotel::nlu {
namespace {

struct Score {
  int rows = 0, right = 0, language = 0, told = 0;
};

Score score(const std::filesystem::path& file, std::string& wrong) {
  Score out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto row = wire::parse_json(line);
    if (!row) continue;
    const auto day = wire::parse_iso(wire::text_of(*row, "ref_date"));
    if (!day) continue;
    const auto read = understand(wire::text_of(*row, "text"), *day, "");
    const auto wanted = wire::texts_of(*row, "intent");
    ++out.rows;
    if (std::find(wanted.begin(), wanted.end(), read.intent()) != wanted.end())
      ++out.right;
    else
      wrong += wire::text_of(*row, "id") + " " + read.intent() + "\n";
    if (wire::flag_of(*row, "lang_any")) continue;
    ++out.language;
    out.told += read.language == wire::text_of(*row, "lang") ? 1 : 0;
  }
  return out;
}

TEST(BlindRows, AreUnderstoodAsWellAsBefore) {
  Score all;
  std::string wrong;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(HOTEL_TEST_DATA) / "data/nlu/blind")) {
    if (entry.path().filename() == "dialogues.jsonl") continue;
    const auto one = score(entry.path(), wrong);
    EXPECT_GT(one.rows, 0) << entry.path();
    all.rows += one.rows, all.right += one.right, all.language += one.language, all.told += one.told;
  }
  ASSERT_EQ(all.rows, 550);
  EXPECT_GE(all.right, all.rows * 89 / 100) << wrong;
  EXPECT_GE(all.told, all.language * 99 / 100);
}

}  // namespace
}  // namespace hotel::nlu
