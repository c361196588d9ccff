#include "app/intake.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

#include "base/log.h"
#include "whatsapp/signature.h"
#include "whatsapp/verification.h"

namespace hotel::app {
namespace asio = boost::asio;
namespace {

constexpr std::size_t kPressed = 8;
constexpr std::chrono::milliseconds kBurst{200};

}  // namespace

Intake::Intake(Context& context) : context_(context), tasks_(context.io.get_executor()) {}

http::Response Intake::verify(const http::Request& request) const {
  auto answer = whatsapp::answer_verification(request.query, context_.settings.verify_token);
  return answer.status == 200 ? http::Response::text(200, std::move(answer.body))
                              : http::Response::empty(answer.status);
}

bool Intake::pressed() const {
  return context_.clock.steady() < pressed_until_;
}

rt::Task<http::Response> Intake::take(std::string body, std::vector<std::string> signatures) {
  auto& metrics = context_.metrics;
  if (!whatsapp::signature_is_right(body, signatures, context_.settings.app_secrets)) {
    metrics.count("hotel_agent_webhook_requests_total", {{"result", "refused"}});
    co_return http::Response::empty(401);
  }
  const auto begun = context_.clock.steady();
  const Stored stored = co_await store(std::move(body));
  metrics.observe("hotel_agent_webhook_ack_seconds",
                  std::chrono::duration<double>(context_.clock.steady() - begun).count());
  metrics.count("hotel_agent_webhook_requests_total", {{"result", stored == Stored::kYes ? "ok" : "error"}});
  if (stored == Stored::kYes) co_return http::Response::empty(200);
  http::Response away = http::Response::empty(503);
  away.headers.emplace_back("Retry-After", "5");
  co_return away;
}

rt::Task<Intake::Stored> Intake::store(std::string body) {
  const auto initiate = [this](auto handler, std::string raw) {
    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    pending_.push_back({{0, context_.clock.now(), std::move(raw)}, [shared](Stored stored) {
                          auto once = std::move(*shared);
                          std::move(once)(stored);
                        }});
    if (flushing_) return;
    flushing_ = true;
    tasks_.spawn("intake", flush());
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Stored)>(initiate, asio::use_awaitable,
                                                                                        std::move(body));
}

rt::Task<void> Intake::flush() {
  while (!pending_.empty()) {
    std::vector<Pending> batch;
    batch.swap(pending_);
    if (batch.size() >= kPressed) pressed_until_ = context_.clock.steady() + kBurst;
    auto rows = std::make_shared<std::vector<ports::InboxRow>>();
    rows->reserve(batch.size());
    for (auto& item : batch) rows->push_back(std::move(item.row));
    Stored stored = Stored::kUnavailable;
    try {
      auto job = [rows](ports::UnitOfWork& unit) { unit.inbox().append(*rows); };
      co_await context_.store.write(std::move(job));
      stored = Stored::kYes;
    } catch (const std::exception& e) {
      base::log::error("webhook.not_stored", {{"bodies", rows->size()}, {"error", e.what()}});
    }
    if (stored == Stored::kYes) context_.signals.inbox.notify();
    for (auto& item : batch) item.done(stored);
  }
  flushing_ = false;
}

}  // namespace hotel::app
