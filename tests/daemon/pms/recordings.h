// The exchanges recorded from a real QloApps (tests/data/qloapps), by number.
#pragma once

#include <string>
#include <vector>

#include "http/client.h"
#include "pms/qloapps_answer.h"

namespace hotel::pms::test {

struct Recording {
  int number = 0;
  std::string name, method, path, request_body;
  http::ClientResponse response;
  bool asks_json = false;
  Effect effect = Effect::kRead;
};

std::vector<Recording> recordings();
Recording recording(int number);

}  // namespace hotel::pms::test
