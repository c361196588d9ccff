#include <boost/json/serialize.hpp>
#include <iostream>
#include <string>

#include "app/commands/commands.h"
#include "nlu/predict.h"
#include "wire/codec.h"

namespace hotel::app {

// A row a line in, a prediction a line out, in the same order; without network, database or daemon.
int nlu_command() {
  int number = 0, wrong = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto row = wire::parse_json(line);
    if (!row || !row->is_object()) {
      std::cerr << "line " << number << " is no JSON object\n";
      ++wrong;
      continue;
    }
    std::cout << boost::json::serialize(nlu::predict(*row)) << '\n';
  }
  return wrong ? 1 : 0;
}

}  // namespace hotel::app
