// How long a message takes to be understood, and what the models hold in memory: nlu_bench [FILE of messages, one a
// line; lines of JSON rows are read by their "text"]. Prints figures; judges nothing, since a loaded machine is slow.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "nlu/understand.h"
#include "wire/codec.h"

namespace {

// Resident memory of this process in KiB.
long resident() {
  std::ifstream in("/proc/self/statm");
  long size = 0, pages = 0;
  in >> size >> pages;
  return pages * 4;
}

std::vector<std::string> messages(std::istream& in) {
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#' || line.front() == '[') continue;
    if (line.front() == '{')
      if (const auto row = hotel::wire::parse_json(line)) line = hotel::wire::text_of(*row, "text");
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file;
  if (argc > 1) file.open(argv[1]);
  if (argc > 1 && !file) {
    std::cerr << "nlu_bench: " << argv[1] << " cannot be read\n";
    return 2;
  }
  const auto lines = messages(argc > 1 ? file : std::cin);
  if (lines.empty()) {
    std::cerr << "nlu_bench: no messages\n";
    return 2;
  }
  const hotel::wire::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  const long before = resident();
  hotel::nlu::understand(lines.front(), today, "es");
  const long after = resident();
  // Time of this thread's processor, not of the clock on the wall: others may work on this machine.
  const auto cpu_ms = [] {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
  };
  std::vector<double> took;
  const double begun_all = cpu_ms();
  for (int round = 0; round < 3; ++round)
    for (const auto& line : lines) {
      const double begun = cpu_ms();
      hotel::nlu::understand(line, today, "es");
      took.push_back(cpu_ms() - begun);
    }
  const double spent = (cpu_ms() - begun_all) / static_cast<double>(took.size());
  std::sort(took.begin(), took.end());
  const auto at = [&](double share) {
    return took[std::min(took.size() - 1, static_cast<std::size_t>(share * static_cast<double>(took.size())))];
  };
  std::printf("messages=%zu mean_ms=%.3f p50_ms=%.3f p99_ms=%.3f max_ms=%.3f models_resident_kib=%ld process_kib=%ld\n",
              took.size(), spent, at(0.5), at(0.99), took.back(), after - before, resident());
  return 0;
}
