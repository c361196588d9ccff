#include "wire/sse.h"

#include <charconv>

namespace hotel::wire {

std::string sse_frame(std::int64_t id, std::string_view event, std::string_view data) {
  std::string out = "id: " + std::to_string(id) + "\nevent: ";
  out.append(event).append("\ndata: ").append(data).append("\n\n");
  return out;
}

void SseParser::feed(std::string_view bytes) {
  for (const char c : bytes) {
    const bool after_cr = last_was_cr_;
    last_was_cr_ = c == '\r';
    if (c == '\n' && after_cr) continue;
    if (c == '\n' || c == '\r')
      line();
    else
      line_.push_back(c);
  }
}

void SseParser::reset() {
  line_.clear();
  last_was_cr_ = has_data_ = false;
  event_ = {};
}

void SseParser::line() {
  const std::string text = std::move(line_);
  line_.clear();
  if (text.empty()) {
    if (has_data_ && on_event) {
      event_.id = last_id_;
      on_event(event_);
    }
    event_ = {};
    has_data_ = false;
    return;
  }
  if (text.front() == ':') {
    if (on_comment) on_comment();
    return;
  }
  const auto colon = text.find(':');
  const std::string_view all = text;
  const std::string_view name = all.substr(0, colon);
  std::string_view value = colon == std::string::npos ? std::string_view{} : all.substr(colon + 1);
  if (value.starts_with(' ')) value.remove_prefix(1);
  if (name == "data") {
    if (has_data_) event_.data.push_back('\n');
    event_.data.append(value);
    has_data_ = true;
  } else if (name == "event") {
    event_.event = value;
  } else if (name == "id") {
    if (value.find('\0') == std::string_view::npos) last_id_ = value;
  } else if (name == "retry" && on_retry) {
    std::int64_t wait = 0;
    if (std::from_chars(value.data(), value.data() + value.size(), wait).ec == std::errc{}) on_retry(wait);
  }
}

}  // namespace hotel::wire
