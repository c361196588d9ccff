// Counts, at build time, how the words and groups of three letters of the training lines are spread over the languages:
// train_languages OUT ES_LINES EN_LINES PT_LINES. One line an entry: the text ("<" and ">" stand for the ends of a
// word), then for each language ten times the logarithm by which it lies behind the likeliest one. A whole word has a
// blank before it in place of "<". Read by language.cpp.
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "wire/text.h"

namespace {

using Counts = std::array<double, 3>;

constexpr double kUnseenWord = 0.3, kUnseenLetters = 1.0, kLettersWeight = 0.5;
constexpr double kLeastWord = 2, kLeastLetters = 5;
constexpr int kSteps = 10;  // of a logarithm

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : hotel::wire::fold(line)) {
    if (c >= 'a' && c <= 'z')
      out.back().push_back(c);
    else if (c != '\'' && c != '`' && !out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

void write(std::ostream& out, const std::string& text, const Counts& seen, const Counts& total, double unseen,
           double weight) {
  Counts behind{};
  double best = -1e9;
  for (std::size_t i = 0; i < 3; ++i) {
    behind[i] = weight * std::log((seen[i] + unseen) / (total[i] + 1));
    best = std::max(best, behind[i]);
  }
  std::array<long, 3> steps{};
  for (std::size_t i = 0; i < 3; ++i) steps[i] = std::lround(kSteps * (behind[i] - best));
  if (steps[0] > -kSteps / 2 && steps[1] > -kSteps / 2 && steps[2] > -kSteps / 2) return;  // tells nothing
  out << text << '\t' << steps[0] << '\t' << steps[1] << '\t' << steps[2] << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "train_languages OUT ES_LINES EN_LINES PT_LINES\n";
    return 2;
  }
  std::map<std::string, Counts> words, letters;
  Counts all_words{}, all_letters{};
  for (std::size_t language = 0; language < 3; ++language) {
    std::ifstream in(argv[language + 2]);
    if (!in) {
      std::cerr << argv[language + 2] << " cannot be read\n";
      return 1;
    }
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#' || line.front() == '[') continue;
      for (const auto& word : words_of(line)) {
        ++words[word][language];
        ++all_words[language];
        const auto framed = "<" + word + ">";
        for (std::size_t at = 0; at + 3 <= framed.size(); ++at) {
          ++letters[framed.substr(at, 3)][language];
          ++all_letters[language];
        }
      }
    }
  }
  std::ofstream out(argv[1]);
  for (const auto& [word, seen] : words)
    if (seen[0] + seen[1] + seen[2] >= kLeastWord) write(out, " " + word, seen, all_words, kUnseenWord, 1.0);
  for (const auto& [group, seen] : letters)
    if (seen[0] + seen[1] + seen[2] >= kLeastLetters)
      write(out, group, seen, all_letters, kUnseenLetters, kLettersWeight);
  return out.flush() ? 0 : 1;
}
