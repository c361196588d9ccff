#include "app/event_hub.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <random>
#include <utility>

#include "base/error.h"
#include "base/log.h"
#include "wire/event.h"
#include "wire/sse.h"

namespace hotel::app {
namespace asio = boost::asio;
namespace {

constexpr std::size_t kWriteBytes = 64 * 1024;  // frames are joined up to this size: one write for a burst

struct Place {
  std::int64_t first = 0, last = 0;
};

// Streams that end together come back spread over two seconds.
int retry_ms() {
  thread_local std::minstd_rand chance{std::random_device{}()};
  return std::uniform_int_distribution<int>{500, 2'500}(chance);
}

}  // namespace

// Outlives the hub in the store's listener, so that a commit after the hub's end touches nothing.
struct EventHub::Wake {
  rt::Notifier commits;
  std::atomic<bool> posted{false};
};

EventHub::EventHub(asio::io_context& io, ports::Store& store, Pace pace)
    : io_(io), store_(store), pace_(pace), wake_(std::make_shared<Wake>()) {
  store_.on_commit([&io_context = io_, wake = wake_] {
    if (wake->posted.exchange(true)) return;  // one post for a burst of commits
    asio::post(io_context, [wake] {
      wake->posted = false;
      wake->commits.notify();
    });
  });
}

EventHub::~EventHub() = default;

EventHub::Frame EventHub::frame_of(const ports::EventRow& row) {
  return {row.seq, wire::audience(row.kind),
          std::make_shared<const std::string>(wire::sse_frame(row.seq, row.kind, row.data))};
}

rt::Task<void> EventHub::start() {
  if (known_) co_return;
  const auto last = co_await store_.read([](ports::UnitOfWork& unit) { return unit.events().last_seq(); });
  if (known_) co_return;  // another coroutine was first
  floor_ = last_ = last;
  known_ = true;
}

rt::Task<void> EventHub::read_new() {
  for (bool more = true; more;) {
    auto page = store_.read(
        [after = last_, limit = pace_.page](ports::UnitOfWork& unit) { return unit.events().after(after, limit); });
    const auto rows = co_await std::move(page);
    for (const auto& row : rows) {
      if (row.seq <= last_) continue;
      ring_.push_back(frame_of(row));
      last_ = row.seq;
    }
    while (ring_.size() > pace_.ring) {
      floor_ = ring_.front().seq;
      ring_.pop_front();
    }
    if (!rows.empty()) changed_.notify();
    more = static_cast<int>(rows.size()) >= pace_.page;
  }
}

rt::Task<void> EventHub::run() {
  bool away = false;
  for (;;) {
    const auto seen = wake_->commits.generation();
    if (streams_ == 0) {
      // Nobody listens: nothing is read, and the next stream finds out anew where the log ends.
      known_ = false;
      ring_.clear();
      co_await wake_->commits.wait(seen, pace_.poll);
      continue;
    }
    try {
      co_await start();
      co_await read_new();
      if (std::exchange(away, false)) base::log::info("events.reading_again");
    } catch (const base::StoreUnavailable& e) {
      if (!std::exchange(away, true)) base::log::warning("events.store_away", {{"error", e.what()}});
    }
    if (away)
      co_await rt::sleep(pace_.poll);
    else
      co_await wake_->commits.wait(seen, pace_.poll);
  }
}

void EventHub::drain() {
  draining_ = true;
  changed_.notify();
}

// Decides where the stream begins. A number that the log does not know, or no longer reaches back to, is answered by
// `reset`.
rt::Task<bool> EventHub::greet(http::StreamWriter& writer, const Subscription& subscription, std::int64_t& position) {
  co_await start();
  std::string hello = ": hotel-agentd\nretry: 1000\n\n";
  if (!subscription.after) {
    position = last_;
    co_return co_await writer.write(std::move(hello));
  }
  const auto place = co_await store_.read(
      [](ports::UnitOfWork& unit) { return Place{unit.events().first_seq(), unit.events().last_seq()}; });
  const auto wanted = *subscription.after;
  const bool too_new = wanted > std::max(place.last, last_);
  const bool too_old = wanted < 0 || (place.first > 0 ? wanted + 1 < place.first : wanted < place.last);
  position = wanted;
  if (too_new || too_old) {
    position = std::max(place.last, last_);
    hello += wire::sse_frame(position, "reset", "{\"as_of_seq\":" + std::to_string(position) + "}");
  }
  co_return co_await writer.write(std::move(hello));
}

// Further back than the ring: from the store, a page at a time.
rt::Task<bool> EventHub::send_stored(http::StreamWriter& writer, const Subscription& subscription,
                                     std::int64_t& position) {
  auto page = store_.read(
      [after = position, limit = pace_.page](ports::UnitOfWork& unit) { return unit.events().after(after, limit); });
  const auto rows = co_await std::move(page);
  std::string bytes;
  for (const auto& row : rows) {
    if (wire::allows(subscription.roles, wire::audience(row.kind)))
      bytes += wire::sse_frame(row.seq, row.kind, row.data);
    position = row.seq;
  }
  if (static_cast<int>(rows.size()) < pace_.page) position = std::max(position, floor_);  // nothing lies between
  co_return bytes.empty() || co_await writer.write(std::move(bytes));
}

rt::Task<bool> EventHub::send_ring(http::StreamWriter& writer, const Subscription& subscription,
                                   std::int64_t& position) {
  auto at = std::upper_bound(ring_.begin(), ring_.end(), position,
                             [](std::int64_t seq, const Frame& frame) { return seq < frame.seq; });
  std::string bytes;
  for (; at != ring_.end() && bytes.size() < kWriteBytes; ++at) {
    if (wire::allows(subscription.roles, at->audience)) bytes += *at->text;
    position = at->seq;
  }
  co_return bytes.empty() || co_await writer.write(std::move(bytes));
}

rt::Task<bool> EventHub::say_goodbye(http::StreamWriter& writer) {
  std::string bytes = "retry: " + std::to_string(retry_ms()) + "\n\n";
  co_await writer.write(std::move(bytes));
  co_return false;
}

rt::Task<void> EventHub::serve(http::StreamWriter& writer, Subscription subscription) {
  struct Counted {
    std::size_t& streams;
    explicit Counted(std::size_t& counter) : streams(counter) { ++streams; }
    ~Counted() { --streams; }
  };
  const Counted counted(streams_);
  std::int64_t position = 0;
  bool open = co_await greet(writer, subscription, position);
  auto next_beat = std::chrono::steady_clock::now() + pace_.heartbeat;
  while (open) {
    const auto seen = changed_.generation();
    if (draining_ || writer.closing()) {
      co_await say_goodbye(writer);
      co_return;
    }
    if (position < floor_) {
      open = co_await send_stored(writer, subscription, position);
    } else if (position < last_) {
      open = co_await send_ring(writer, subscription, position);
    } else {
      const auto now = std::chrono::steady_clock::now();
      // At least once a second: closing() of the server wakes nobody.
      if (now < next_beat)
        co_await changed_.wait(seen,
                               std::min<std::chrono::steady_clock::duration>(next_beat - now, std::chrono::seconds{1}));
    }
    if (open && std::chrono::steady_clock::now() >= next_beat) {
      if (subscription.still_signed_in && !co_await subscription.still_signed_in()) co_return;
      open = co_await writer.write(": heartbeat\n\n");
      next_beat = std::chrono::steady_clock::now() + pace_.heartbeat;
    }
  }
}

}  // namespace hotel::app
