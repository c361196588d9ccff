// Server-sent events (WHATWG HTML, section 9.2): writing a frame, and reading a stream that comes in pieces of any
// size.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace hotel::wire {

struct SseEvent {
  std::string id;
  std::string event = "message";
  std::string data;
};

std::string sse_frame(std::int64_t id, std::string_view event, std::string_view data);  // data must hold no line break

// Feed it bytes as they come. Events and comments are handed over at once; a piece may end anywhere, also between CR
// and LF.
class SseParser {
 public:
  std::function<void(const SseEvent&)> on_event;
  std::function<void()> on_comment;            // heartbeats
  std::function<void(std::int64_t)> on_retry;  // milliseconds

  void feed(std::string_view bytes);
  void reset();  // before the next connection

 private:
  void line();

  std::string line_;
  bool last_was_cr_ = false;
  SseEvent event_;
  bool has_data_ = false;
  std::string last_id_;
};

}  // namespace hotel::wire
