// Live events: one reader of the event log for all streams of GET /api/v1/events.
//
// After a commit (or once a second, for commits of other daemons) the hub reads what is new once, renders each frame
// once and keeps the newest ones in a ring; every stream sends from the ring what its right allows. A stream that
// resumes further back reads from the store until it reaches the ring, by sequence number, so nothing is missing and
// nothing comes twice. A stream never queues: a reader that is too slow is cut by the server and resumes. A store that
// is away ends nothing: the hub tries again, and streams go on with heartbeats. While nobody listens nothing is read.
// Everything but the commit listener runs on the io_context thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "http/message.h"
#include "ports/store.h"
#include "rt/notifier.h"
#include "wire/operator.h"

namespace hotel::app {

class EventHub {
 public:
  struct Pace {
    std::chrono::milliseconds poll{1'000};
    std::chrono::milliseconds heartbeat{15'000};  // also how often the session is looked at again
    std::size_t ring = 4'096;                     // frames kept in memory
    int page = 500;                               // rows of one read
  };

  struct Subscription {
    std::vector<std::string> roles;
    std::optional<std::int64_t> after;                // nothing: from now on
    std::function<rt::Task<bool>()> still_signed_in;  // asked with each heartbeat
  };

  EventHub(boost::asio::io_context& io, ports::Store& store, Pace pace);
  EventHub(boost::asio::io_context& io, ports::Store& store) : EventHub(io, store, Pace{}) {}
  ~EventHub();

  rt::Task<void> run();  // reads until it is cancelled; spawn it once
  void drain();          // every stream says goodbye with `retry:` and ends
  std::size_t streams() const { return streams_; }

  // Writes one stream until the peer is gone, was too slow, its session ended, or the daemon drains.
  rt::Task<void> serve(http::StreamWriter& writer, Subscription subscription);

 private:
  struct Frame {
    std::int64_t seq = 0;
    wire::Right audience = wire::Right::kAdmin;
    std::shared_ptr<const std::string> text;
  };
  struct Wake;

  static Frame frame_of(const ports::EventRow& row);
  rt::Task<void> start();  // learns where the log ends, once
  rt::Task<void> read_new();
  rt::Task<bool> greet(http::StreamWriter& writer, const Subscription& subscription, std::int64_t& position);
  rt::Task<bool> send_stored(http::StreamWriter& writer, const Subscription& subscription, std::int64_t& position);
  rt::Task<bool> send_ring(http::StreamWriter& writer, const Subscription& subscription, std::int64_t& position);
  rt::Task<bool> say_goodbye(http::StreamWriter& writer);

  boost::asio::io_context& io_;
  ports::Store& store_;
  Pace pace_;
  std::shared_ptr<Wake> wake_;
  rt::Notifier changed_;    // new frames, or draining
  std::deque<Frame> ring_;  // rising seq, all events after floor_
  std::int64_t floor_ = 0;
  std::int64_t last_ = 0;  // the newest seq that the ring covers
  bool known_ = false;     // floor_ and last_ were read from the log
  bool draining_ = false;
  std::size_t streams_ = 0;
};

}  // namespace hotel::app
