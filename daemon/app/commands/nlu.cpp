#include <boost/json/serialize.hpp>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "app/commands/commands.h"
#include "app/commands/rehearsal.h"
#include "nlu/predict.h"
#include "wire/codec.h"

namespace hotel::app {
namespace {

// A row a line in, a prediction a line out, in the same order.
template <class Predict>
int each_row(Predict predict) {
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
    std::cout << boost::json::serialize(predict(*row)) << '\n';
  }
  return wrong ? 1 : 0;
}

boost::json::value read_world(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  auto world = in ? wire::parse_json(text.str()) : std::nullopt;
  if (!world || !world->is_object())
    throw std::runtime_error(file.string() +
                             " is no JSON object; right would be a hotel with hotel, room_types and faq");
  return std::move(*world);
}

}  // namespace

int nlu_command() {
  return each_row([](const boost::json::value& row) { return nlu::predict(row); });
}

int nlu_dialogues_command(const std::filesystem::path& world) {
  const auto hotel = read_world(world);
  return each_row([&](const boost::json::value& row) { return rehearse(row, hotel); });
}

}  // namespace hotel::app
