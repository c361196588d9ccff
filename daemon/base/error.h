// Outcomes. What a caller must expect (not found, window closed, sold out) is a value: Result<T>. What breaks
// underneath (store away, disk full) is an exception: StoreUnavailable. A wrong setting is ConfigError.
#pragma once

#include <boost/system/result.hpp>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "wire/error.h"

namespace hotel::base {

using wire::ErrorCode;

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string detail;  // for the caller to read; no secret, no guest's data
  std::optional<std::chrono::seconds> retry_after;
};

class ErrorException : public std::runtime_error {
 public:
  explicit ErrorException(Error error) : std::runtime_error(error.detail), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& where);

template <class T>
using Result = boost::system::result<T, Error>;

inline Error error(ErrorCode code, std::string detail) {
  return Error{code, std::move(detail), std::nullopt};
}

// The database cannot be reached or cannot write now. The same work may succeed later: 503, back off, try again.
class StoreUnavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Every fault of the settings, each a sentence with the variable and what would be right.
class ConfigError : public std::runtime_error {
 public:
  explicit ConfigError(std::vector<std::string> faults);
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  std::vector<std::string> faults_;
};

}  // namespace hotel::base
