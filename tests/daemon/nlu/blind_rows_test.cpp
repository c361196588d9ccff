// Rows that people of several places wrote without having seen the tables or the training lines. The floor lies a
// little below what is reached: a change that understands them worse is noticed; a new habit is written as new rows.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "nlu/predict.h"
#include "nlu/understand.h"
#include "wire/codec.h"
#include "wire/text.h"

namespace hotel::nlu {
namespace {

namespace json = boost::json;

struct Score {
  int rows = 0, right = 0, language = 0, told = 0, whole = 0, dated = 0, days_right = 0, quiet = 0, alarms = 0;
};

int count_of(const json::object& e, std::string_view key) {
  const auto* v = e.if_contains(key);
  return v && v->is_int64() ? static_cast<int>(v->as_int64()) : 0;
}

// What may be said in two ways as one of them: departure or nights, guests or adults, ages and children.
json::object plain(json::object e) {
  const auto day = [&e](std::string_view key) {
    const auto* v = e.if_contains(key);
    return v ? wire::parse_iso(v->as_string()) : std::nullopt;
  };
  const auto in = day("check_in"), out = day("check_out");
  const int nights = count_of(e, "nights");
  if (in && out)
    e.erase("nights");
  else if (in && nights > 0)
    e["check_out"] = wire::to_iso(wire::add_days(*in, nights)), e.erase("nights");
  if (const auto* ages = e.if_contains("child_ages"); ages && count_of(e, "children") == 0)
    e["children"] = static_cast<int>(ages->as_array().size());
  if (count_of(e, "children") == 0) e.erase("children");
  if (const int guests = count_of(e, "guests"); guests > 0 && count_of(e, "children") > 0 && !e.contains("adults"))
    e["adults"] = guests - count_of(e, "children");
  if (e.contains("adults")) e.erase("guests");
  if (count_of(e, "rooms") == 1) e.erase("rooms");
  if (auto* name = e.if_contains("name")) *name = wire::fold(name->as_string());
  if (auto* amount = e.if_contains("amount"); amount && amount->is_int64())
    *amount = static_cast<double>(amount->as_int64());
  return e;
}

constexpr std::initializer_list<std::string_view> kDays{
    "check_in", "check_out", "nights", "period", "date", "current_check_in", "current_check_out", "extra_nights"};
constexpr std::initializer_list<std::string_view> kStay{"check_in", "check_out",  "nights", "period", "adults",
                                                        "children", "child_ages", "guests", "rooms",  "room_type"};

json::object only(const json::object& e, std::initializer_list<std::string_view> keys) {
  json::object out;
  for (const auto key : keys)
    if (const auto* v = e.if_contains(key)) out[key] = *v;
  return out;
}

void score_entities(const json::value& row, const Understanding& read, Score& out, std::string& wrong) {
  std::vector<json::object> readings{plain(row.at("entities").as_object())};
  if (const auto* more = row.as_object().if_contains("alt_entities"))
    for (const auto& other : more->as_array()) readings.push_back(plain(other.as_object()));
  const auto got = plain(entities_json(read.entities));
  const bool whole = std::any_of(readings.begin(), readings.end(), [&](const auto& r) { return r == got; });
  out.whole += whole ? 1 : 0;
  if (!whole) wrong += wire::text_of(row, "id") + " " + json::serialize(got) + "\n";
  if (!only(readings.front(), kDays).empty()) {
    ++out.dated;
    out.days_right +=
        std::any_of(readings.begin(), readings.end(), [&](const auto& r) { return only(r, kDays) == only(got, kDays); })
            ? 1
            : 0;
  }
  if (only(readings.front(), kStay).empty()) {
    ++out.quiet;
    out.alarms += only(got, kStay).empty() ? 0 : 1;
  }
}

Score score(const std::filesystem::path& file, std::string& wrong, std::string& misread) {
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
    score_entities(*row, read, out, misread);
    if (wire::flag_of(*row, "lang_any")) continue;
    ++out.language;
    out.told += read.language == wire::text_of(*row, "lang") ? 1 : 0;
  }
  return out;
}

TEST(BlindRows, AreUnderstoodAsWellAsBefore) {
  Score all;
  std::string wrong, misread;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(HOTEL_TEST_DATA) / "data/nlu/blind")) {
    if (entry.path().filename() == "dialogues.jsonl") continue;
    const auto one = score(entry.path(), wrong, misread);
    EXPECT_GT(one.rows, 0) << entry.path();
    all.rows += one.rows, all.right += one.right, all.language += one.language, all.told += one.told;
    all.whole += one.whole, all.dated += one.dated, all.days_right += one.days_right;
    all.quiet += one.quiet, all.alarms += one.alarms;
  }
  ASSERT_EQ(all.rows, 1090);
  EXPECT_GE(all.right, all.rows * 92 / 100) << wrong;
  EXPECT_GE(all.told, all.language * 99 / 100);
  EXPECT_GE(all.whole, all.rows * 96 / 100) << misread;
  EXPECT_GE(all.days_right, all.dated * 97 / 100) << misread;
  EXPECT_LE(all.alarms, all.quiet / 100) << misread;
}

}  // namespace
}  // namespace hotel::nlu
