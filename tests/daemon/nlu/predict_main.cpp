// Reads rows of the evaluation format from standard input and writes predictions, one JSON object a line: for
// measuring.
#include <boost/json/serialize.hpp>
#include <iostream>
#include <string>

#include "nlu/predict.h"
#include "wire/codec.h"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto row = hotel::wire::parse_json(line);
    if (row) std::cout << boost::json::serialize(hotel::nlu::predict(*row)) << '\n';
  }
}
