// One connection of a client: reads requests, asks the router, writes answers, one after the other (pipelined requests
// wait in the buffer). Owned by the ServerState's list; runs as one coroutine on the io_context thread. It has no timer
// of its own: the server sweeps over all sessions and calls expire() on those whose deadline is over.
#pragma once

#include <array>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <memory>
#include <string>

#include "http/cidr.h"
#include "http/detail/channel.h"
#include "http/detail/request_head.h"
#include "http/server.h"

namespace hotel::http::detail {

class Session;

// What all sessions share.
struct ServerState {
  ServerState(boost::asio::io_context& i, ServerConfig c, const Router& r, Authenticator a, base::Metrics& m)
      : io(i), config(std::move(c)), router(r), authenticator(std::move(a)), metrics(m), changed(i), sweeper(i) {}

  boost::asio::io_context& io;
  ServerConfig config;
  const Router& router;
  Authenticator authenticator;
  base::Metrics& metrics;
  Networks trusted;
  std::shared_ptr<TlsContext> tls;
  bool draining = false;
  bool stopping = false;      // connections that ask for nothing are closed
  std::size_t in_flight = 0;  // requests between their head and the end of their answer, without streams
  std::size_t streams = 0;
  std::size_t live = 0;                          // sessions that were not told to end
  std::list<std::shared_ptr<Session>> sessions;  // oldest first
  boost::asio::steady_timer changed;             // never expires; cancelled when a request or session ends
  boost::asio::steady_timer sweeper;
  bool sweeping = false;
};

struct Neighbour {
  std::string address;  // empty over a unix socket
  bool unix_socket = false;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Phase { kHandshake, kIdle, kHead, kBody, kHandler, kWrite, kStream, kLinger };

  Session(std::shared_ptr<ServerState> state, Socket socket, Neighbour neighbour);

  rt::Task<void> run();
  void expire();  // the deadline is over
  void kill();    // closes the socket; a stream or handler under way is cancelled
  Phase phase() const { return phase_; }
  Clock::time_point deadline() const { return deadline_; }
  bool killed() const { return killed_; }
  bool fresh() const { return served_ == 0; }
  boost::asio::cancellation_signal& cancellation() { return cancel_; }

 private:
  friend class ChunkedWriter;
  struct Exchange;
  enum class Got { kGone, kRequest, kRefused };

  void enter(Phase phase, Clock::duration limit);
  bool refuse(Exchange& x, int status, std::string_view why);
  rt::Task<bool> handshake();
  rt::Task<bool> serve_one();
  rt::Task<Got> receive_head(Exchange& x);
  void note_caller(Exchange& x) const;
  rt::Task<void> answer(Exchange& x);
  bool admit(Exchange& x);
  rt::Task<bool> authorise(Exchange& x);
  rt::Task<bool> receive_body(Exchange& x);
  rt::Task<bool> receive_sized(Exchange& x);
  rt::Task<bool> receive_chunked(Exchange& x);
  rt::Task<void> handle(Exchange& x);
  bool settle(Exchange& x, const std::exception_ptr& failure, bool late);
  rt::Task<bool> respond(Exchange& x);
  rt::Task<void> respond_stream(Exchange& x);
  rt::Task<bool> send(std::string_view bytes);
  rt::Task<void> finish();
  void watch_for_end();
  void record(const Exchange& x) const;

  std::shared_ptr<ServerState> state_;
  Channel channel_;
  Neighbour neighbour_;
  boost::asio::cancellation_signal cancel_;
  Phase phase_ = Phase::kIdle;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::string in_;  // bytes that were read and not used yet
  std::string out_;
  std::size_t served_ = 0;
  bool expired_ = false, killed_ = false, linger_ = false;
  bool gone_ = false, watching_ = false, watched_ = false;  // of a stream
  std::array<char, 512> ignored_{};
  std::size_t ignored_bytes_ = 0;
};

}  // namespace hotel::http::detail
