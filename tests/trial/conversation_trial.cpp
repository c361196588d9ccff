// The full trial: conversation_trial [--conversations N] [--attacks N] [--seed S]. Each half of the attacks has a
// language model that obeys the attacker; a tenth of the conversations too. Exit code 1 when anything was wrong.
#include <charconv>
#include <iostream>
#include <string_view>

#include "trial.h"

int main(int argc, char** argv) {
  using namespace hotel::trial;
  int conversations = 20'000, attacks = 2'000, seed = 1;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    int* const value = name == "--conversations" ? &conversations
                       : name == "--attacks"     ? &attacks
                       : name == "--seed"        ? &seed
                                                 : nullptr;
    const std::string_view given = value && i + 1 < argc ? argv[i + 1] : "";
    if (!value || std::from_chars(given.data(), given.data() + given.size(), *value).ec != std::errc{} || *value < 0) {
      std::cerr << "usage: conversation_trial [--conversations N] [--attacks N] [--seed S]\n";
      return 2;
    }
  }
  std::int64_t faults = 0;
  const auto part = [&](std::string_view title, int count, const Kind& kind) {
    const auto report = play_many(static_cast<std::uint64_t>(seed) * 1'000'000 + (kind.attacks ? 500'000U : 0U) +
                                      (kind.obedient_model ? 250'000U : 0U),
                                  count, kind);
    faults += report.faults;
    std::cout << title << ": " << summary_of(report) << std::flush;
  };
  part("conversations", conversations - conversations / 10, {});
  part("conversations with an obedient model", conversations / 10, {false, true});
  part("attacks", attacks - attacks / 2, {true, false});
  part("attacks with an obedient model", attacks / 2, {true, true});
  return faults == 0 ? 0 : 1;
}
