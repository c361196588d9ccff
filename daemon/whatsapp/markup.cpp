#include "whatsapp/markup.h"

#include <algorithm>
#include <vector>

namespace hotel::whatsapp {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Pairs of `mark` around words become pairs of `with`; what has no partner stays.
void replace_pairs(std::string& text, std::string_view mark, std::string_view with) {
  std::size_t open = text.find(mark);
  while (open != std::string::npos) {
    const std::size_t inside = open + mark.size();
    const std::size_t close = text.find(mark, inside);
    if (close == std::string::npos) return;
    if (close == inside || text[inside] == ' ' || text[close - 1] == ' ') {
      open = close;
      continue;
    }
    text.replace(close, mark.size(), with);
    text.replace(open, mark.size(), with);
    open = text.find(mark, close - mark.size() + with.size());
  }
}

void remove_runs(std::string& text, char mark) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] == mark) ++end;
    if (end - i >= 2) {
      i = end;
    } else {
      out.push_back(text[i++]);
    }
  }
  text = std::move(out);
}

// "[text](url)" and "![text](url)": "text (url)", or the url alone when the text says the same.
void replace_links(std::string& text) {
  for (std::size_t middle = text.find("]("); middle != std::string::npos; middle = text.find("](", middle)) {
    const std::size_t open = text.rfind('[', middle);
    const std::size_t close = text.find(')', middle);
    const bool whole = open != std::string::npos && close != std::string::npos && text.find('\n', open) > close;
    if (!whole) {
      text.replace(middle, 2, "] (");
      middle += 3;
      continue;
    }
    const std::string label{trimmed(std::string_view{text}.substr(open + 1, middle - open - 1))};
    std::string url = text.substr(middle + 2, close - middle - 2);
    if (const auto title = url.find(" \""); title != std::string::npos) url.resize(title);
    const std::size_t from = open > 0 && text[open - 1] == '!' ? open - 1 : open;
    const bool same = label.empty() || label == url || "https://" + label == url || "http://" + label == url;
    const std::string shown = same ? url : url.empty() ? label : label + " (" + url + ")";
    text.replace(from, close + 1 - from, shown);
    middle = from + shown.size();
  }
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") && std::all_of(line.begin() + 3, line.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
         });
}

bool is_ruler(std::string_view line) {
  if (line.size() < 3 || (line.front() != '-' && line.front() != '*' && line.front() != '_')) return false;
  return std::all_of(line.begin(), line.end(), [&](char c) { return c == line.front() || c == ' '; }) &&
         std::count(line.begin(), line.end(), line.front()) >= 3;
}

bool is_table_rule(std::string_view line) {
  return line.size() >= 3 && line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

std::string table_row(std::string_view line) {
  std::string out;
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  while (true) {
    const auto bar = line.find('|');
    const auto cell = trimmed(line.substr(0, bar));
    if (!cell.empty()) out.append(out.empty() ? "" : " – ").append(cell);
    if (bar == std::string_view::npos) return out;
    line.remove_prefix(bar + 1);
  }
}

// The words of a heading as one bold line; nothing when it is none.
bool take_heading(std::string_view line, std::string& out) {
  const auto hashes = line.find_first_not_of('#');
  if (!line.starts_with('#') || (hashes != std::string_view::npos && line[hashes] != ' ' && line[hashes] != '#'))
    return false;
  if (hashes != std::string_view::npos && hashes > 6) return false;
  auto words = hashes == std::string_view::npos ? std::string_view{} : trimmed(line.substr(hashes));
  while (words.ends_with('#')) words = trimmed(words.substr(0, words.size() - 1));
  std::string bare{words};
  std::erase(bare, '*');
  while (bare.starts_with("# ") || bare.starts_with("##")) bare.erase(0, 1);  // a heading in a heading
  const auto again = trimmed(bare);
  out = again.empty() ? std::string{} : "*" + std::string{again} + "*";
  return true;
}

void convert_spans(std::string& line) {
  replace_links(line);
  replace_pairs(line, "***", "*");
  replace_pairs(line, "**", "*");
  replace_pairs(line, "__", "*");
  replace_pairs(line, "~~", "~");
  remove_runs(line, '*');
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0;;) {
    const auto end = text.find('\n', from);
    out.push_back(text.substr(from, end == std::string_view::npos ? end : end - from));
    if (end == std::string_view::npos) return out;
    from = end + 1;
  }
}

std::string convert_once(std::string text) {
  for (const std::string_view brk : {"<br>", "<br/>", "<br />"}) replace_all(text, brk, "\n");
  std::string out;
  bool first = true;
  for (std::string_view line : lines_of(text)) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto bare = trimmed(line);
    if (is_table_rule(bare)) continue;
    std::string done;
    if (is_ruler(bare)) {
      done.clear();
    } else if (bare.size() > 2 && bare.starts_with('|') && std::count(bare.begin(), bare.end(), '|') >= 2) {
      done = table_row(bare);
      convert_spans(done);
    } else if (take_heading(bare, done)) {
      convert_spans(done);
    } else if (is_fence(bare)) {
      done = "```";  // the language's name behind it would be shown
    } else {
      done = line;
      convert_spans(done);
    }
    if (!first) out.push_back('\n');
    first = false;
    out += done;
  }
  return out;
}

}  // namespace

std::string to_whatsapp_markup(std::string_view markdown) {
  // What is uncovered by removing one mark may be another ("**# x"): until nothing changes, and it does soon.
  std::string text{markdown};
  for (int round = 0; round < 8; ++round) {
    std::string next = convert_once(text);
    if (next == text) break;
    text = std::move(next);
  }
  return text;
}

}  // namespace hotel::whatsapp
