// The webhook's receiving end: signature over the raw bytes, raw body durable, 200. Nothing else happens before the
// 200.
//
// Bodies that arrive while a commit is under way are stored together by the next one, so the cost of an fsync is
// shared. Runs on the io_context thread.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "app/context.h"
#include "http/message.h"

namespace hotel::app {

class Intake {
 public:
  explicit Intake(Context& context);

  rt::Task<http::Response> take(std::string body, std::vector<std::string> signatures);  // POST /webhooks/whatsapp
  http::Response verify(const http::Request& request) const;                             // GET /webhooks/whatsapp
  bool pressed() const;  // webhooks come, or just came, in a burst: many for one commit

 private:
  enum class Stored { kYes, kUnavailable };
  using Waiter = std::function<void(Stored)>;
  struct Pending {
    ports::InboxRow row;
    Waiter done;
  };
  rt::Task<Stored> store(std::string body);
  rt::Task<void> flush();

  Context& context_;
  rt::TaskGroup tasks_;
  std::vector<Pending> pending_;
  bool flushing_ = false;
  std::chrono::steady_clock::time_point pressed_until_{};
};

}  // namespace hotel::app
