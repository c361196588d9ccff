#include "nlu/training/noise.h"

#include <array>
#include <random>
#include <vector>

#include "wire/text.h"

namespace hotel::nlu {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 24> kShorthand{
    {{"que", "q"},         {"por", "x"},        {"para", "pa"},    {"de", "d"},           {"you", "u"},
     {"your", "ur"},       {"are", "r"},        {"please", "pls"}, {"for", "4"},          {"tomorrow", "tmrw"},
     {"tonight", "2nite"}, {"people", "ppl"},   {"voce", "vc"},    {"voces", "vcs"},      {"nao", "n"},
     {"quanto", "qto"},    {"hoje", "hj"},      {"tambem", "tbm"}, {"habitacion", "hab"}, {"porque", "xq"},
     {"thanks", "thx"},    {"obrigado", "obg"}, {"with", "w"},     {"quero", "qro"}}};
constexpr std::array<Pair, 11> kSounds{{{"v", "b"},
                                        {"b", "v"},
                                        {"z", "s"},
                                        {"ce", "se"},
                                        {"ci", "si"},
                                        {"qu", "k"},
                                        {"ll", "y"},
                                        {"ss", "s"},
                                        {"h", ""},
                                        {"ght", "t"},
                                        {"oo", "u"}}};

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> out(1);
  for (const char c : line)
    if (c == ' ')
      out.emplace_back();
    else
      out.back().push_back(c);
  return out;
}

bool letters_only(const std::string& word) {
  for (const char c : word)
    if (c < 'a' || c > 'z') return false;
  return !word.empty();
}

void misspell(std::string& word, std::mt19937& random) {
  const auto at = 1 + random() % (word.size() - 2);
  switch (random() % 4) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      std::swap(word[at], word[at + 1]);
      break;
    case 2:
      word.insert(at, 1, word[at]);
      break;
    default: {
      const auto& [from, to] = kSounds[random() % kSounds.size()];
      if (const auto found = word.find(from); found != std::string::npos) word.replace(found, from.size(), to);
    }
  }
}

}  // namespace

std::string with_noise(std::string_view line, std::uint32_t number) {
  std::uint32_t seed = 2166136261U + number;
  for (const char c : line) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
  std::mt19937 random(seed);
  auto words = words_of(wire::fold(line));
  for (auto& word : words) {
    if (random() % 3 == 0)
      for (const auto& [plain, shorter] : kShorthand)
        if (word == plain) {
          word = shorter;
          break;
        }
    if (word.size() >= 5 && letters_only(word) && random() % 3 == 0) misspell(word, random);
  }
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool blank = i > 0 && !(words[i].size() <= 3 && random() % 16 == 0);
    out += (blank ? " " : "") + words[i];
  }
  return out;
}

}  // namespace hotel::nlu
