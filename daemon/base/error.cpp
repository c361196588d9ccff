#include "base/error.h"

namespace hotel::base {

void throw_exception_from_error(const Error& error, const boost::source_location&) {
  throw ErrorException(error);
}

namespace {

std::string joined(const std::vector<std::string>& faults) {
  std::string out;
  for (const auto& fault : faults) out.append(out.empty() ? "" : "\n").append(fault);
  return out;
}

}  // namespace

ConfigError::ConfigError(std::vector<std::string> faults)
    : std::runtime_error(joined(faults)), faults_(std::move(faults)) {}

}  // namespace hotel::base
