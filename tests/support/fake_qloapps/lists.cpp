#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "support/fake_qloapps/fake_qloapps.h"

namespace hotel::test::qlo {
namespace json = boost::json;
namespace {

std::string text(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  return {};
}

std::string lower(std::string in) {
  std::transform(in.begin(), in.end(), in.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return in;
}

std::optional<double> number(const std::string& in) {
  double value = 0;
  const auto [end, error] = std::from_chars(in.data(), in.data() + in.size(), value);
  if (error != std::errc{} || end != in.data() + in.size()) return std::nullopt;
  return value;
}

std::vector<std::string> split(const std::string& in, char at) {
  std::vector<std::string> out(1);
  for (const char c : in) {
    if (c == at)
      out.emplace_back();
    else
      out.back().push_back(c);
  }
  return out;
}

// A bare day stands for its midnight when it is compared with a time.
std::string as_time(std::string day, const std::string& beside) {
  if (beside.size() == 19 && day.size() == 10) day.append(" 00:00:00");
  return day;
}

int compare(const std::string& have, const std::string& want) {
  const auto a = number(have), b = number(want);
  if (a && b) return *a < *b ? -1 : *a > *b ? 1 : 0;
  const auto time = as_time(want, have);
  return have < time ? -1 : have > time ? 1 : 0;
}

bool matches(const std::string& raw, std::string want) {
  const auto have = lower(raw);
  want = lower(std::move(want));
  char sign = 0;
  if (!want.empty() && std::string("<>!").find(want.front()) != std::string::npos) {
    sign = want.front();
    want.erase(0, 1);
  }
  if (want.size() < 2 || want.front() != '[' || want.back() != ']') return sign == 0 && have == want;
  want = want.substr(1, want.size() - 2);
  if (sign == '<') return compare(have, want) < 0;
  if (sign == '>') return compare(have, want) > 0;
  if (sign == '!') return have != want;
  if (want.find(',') != std::string::npos) {
    auto ends = split(want, ',');
    if (compare(ends[0], ends[1]) > 0) std::swap(ends[0], ends[1]);
    return want.find('t') == std::string::npos && compare(have, ends[0]) >= 0 && compare(have, ends[1]) <= 0;
  }
  const auto any = split(want, '|');
  return std::any_of(any.begin(), any.end(), [&](const auto& one) { return compare(have, one) == 0; });
}

bool dated(const std::string& field) {
  return field == "date_add" || field == "date_upd";
}

std::string inner(const std::string& in) {
  if (in.size() >= 2 && in.front() == '[' && in.back() == ']') return in.substr(1, in.size() - 2);
  return in;
}

void sort_by(Table& rows, const std::vector<std::string>& known, const std::string& sort) {
  auto parts = split(inner(sort), ',');
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const auto bar = part->rfind('_');
    const auto field = part->substr(0, bar), way = bar == std::string::npos ? "" : part->substr(bar + 1);
    if (way != "ASC" && way != "DESC") throw Refusal{400, 37, "The \"sort\" value has to be formed as this example"};
    if (std::find(known.begin(), known.end(), field) == known.end())
      throw Refusal{400, 38, "Unable to filter by this field."};
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
      const int order = compare(text(a.at(field)), text(b.at(field)));
      return way == "ASC" ? order < 0 : order > 0;
    });
  }
}

Table limited(Table rows, const std::string& limit) {
  const auto parts = split(limit, ',');
  if (parts.size() > 2)
    throw Refusal{400, 39, "The \"limit\" value has to be formed as this example: \"5,25\" or \"10\""};
  const auto first = parts.size() == 2 ? number(parts[0]) : std::optional<double>{0};
  const auto count = number(parts.back());
  if (!first || !count || *count <= 0) return {};
  const auto from = std::min(rows.size(), static_cast<std::size_t>(*first));
  const auto to = std::min(rows.size(), from + static_cast<std::size_t>(*count));
  return {rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(to)};
}

Table shown(const Table& rows, const std::vector<std::string>& fields, const std::optional<std::string>& display) {
  if (display == "full") return rows;
  std::vector<std::string> wanted = display ? split(inner(*display), ',') : std::vector<std::string>{"id"};
  for (const auto& field : wanted)
    if (std::find(fields.begin(), fields.end(), field) == fields.end())
      throw Refusal{400, 35, "Unable to display this field \"" + field + "\"."};
  Table out;
  for (const auto& row : rows) {
    Row one;
    for (const auto& field : fields)
      if (std::find(wanted.begin(), wanted.end(), field) != wanted.end()) one[field] = row.at(field);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::optional<std::string> Query::get(std::string_view name) const {
  for (const auto& [key, value] : items)
    if (key == name) return value;
  return std::nullopt;
}

Table select(const Table& table, const std::vector<std::string>& fields, const Query& query) {
  std::vector<std::string> known;
  for (const auto& field : fields)
    if (query.get("date") == "1" || !dated(field)) known.push_back(field);
  Table rows = table;
  for (const auto& [name, want] : query.items) {
    if (!name.starts_with("filter[")) continue;
    const auto field = name.substr(7, name.size() - 8);
    if (std::find(known.begin(), known.end(), field) == known.end())
      throw Refusal{400, 32, "This filter does not exist."};
    if (want.empty()) throw Refusal{400, 33, "The filter \"" + field + "\" is malformed."};
    std::erase_if(rows, [&](const Row& row) { return !matches(text(row.at(field)), want); });
  }
  if (const auto sort = query.get("sort")) sort_by(rows, known, *sort);
  if (const auto limit = query.get("limit")) rows = limited(std::move(rows), *limit);
  return shown(rows, fields, query.get("display"));
}

}  // namespace hotel::test::qlo
