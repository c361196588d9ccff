// What the parts of Session share: one request with its answer, on its way. session.cpp: the life of a connection;
// session_read.cpp: a request is read; session_answer.cpp: it is admitted and handled; session_write.cpp: the answer.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <optional>

#include "http/detail/session.h"

namespace hotel::http::detail {

inline constexpr std::size_t kReadAtOnce = 4 * 1024;
inline constexpr std::size_t kPiece = 64 * 1024;  // of a body or stream: each piece has its own deadline
inline constexpr auto kNever = Session::Clock::duration::max();
inline constexpr auto kQuiet = boost::asio::as_tuple(boost::asio::use_awaitable);

// Counts while it lives, and tells whoever waits for the count to fall.
class Counted {
 public:
  Counted(std::size_t& count, boost::asio::steady_timer& changed) : count_(count), changed_(changed) { ++count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() {
    --count_;
    changed_.cancel();
  }

 private:
  std::size_t& count_;
  boost::asio::steady_timer& changed_;
};

struct Session::Exchange {
  Request request;
  Framing framing;
  const Route* route = nullptr;
  Response response;
  bool keep_alive = false;
  bool body_unread = false;
  Clock::time_point began = Clock::now();
  std::optional<Counted> counted;
};

}  // namespace hotel::http::detail
