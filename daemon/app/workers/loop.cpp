#include "app/workers/loop.h"

#include <boost/system/system_error.hpp>

#include "base/error.h"
#include "base/log.h"

namespace hotel::app {

rt::Task<void> work_loop(Context& context, std::string name, rt::Notifier& wake, std::chrono::milliseconds poll,
                         std::function<rt::Task<std::optional<wire::Millis>>()> step) {
  bool faulty = false;
  while (!context.draining) {
    const auto seen = wake.generation();
    std::optional<wire::Millis> next;
    std::string fault;
    try {
      next = co_await step();
    } catch (const boost::system::system_error& e) {
      if (e.code() == boost::asio::error::operation_aborted) throw;
      fault = e.what();
    } catch (const std::exception& e) {
      fault = e.what();
    }
    if (!fault.empty() && !faulty) base::log::error("worker.fault", {{"worker", name}, {"error", fault}});
    if (fault.empty() && faulty) base::log::info("worker.recovered", {{"worker", name}});
    faulty = !fault.empty();
    if (context.draining) break;
    if (faulty) {
      co_await rt::sleep(std::chrono::milliseconds{500});
      continue;
    }
    auto wait = poll;
    if (next)
      wait = std::clamp(std::chrono::milliseconds{*next - context.clock.now()}, std::chrono::milliseconds{1}, poll);
    co_await wake.wait(seen, wait);
  }
}

}  // namespace hotel::app
