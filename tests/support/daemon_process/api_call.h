// One blocking HTTP call for tests, on a connection of its own.
#pragma once

#include <boost/json/value.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotel::test {

struct ApiAnswer {
  int status = 0;  // 0: no answer (refused, cut, time-out)
  std::string head;
  std::string body;
  boost::json::value json() const;  // null when the body is no JSON
};

ApiAnswer api_call(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body = {},
                   const std::vector<std::pair<std::string, std::string>>& headers = {},
                   std::chrono::milliseconds limit = std::chrono::seconds{10});

}  // namespace hotel::test
