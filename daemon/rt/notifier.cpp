#include "rt/notifier.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

namespace hotel::rt {
namespace asio = boost::asio;

void Notifier::notify() {
  ++generation_;
  for (auto* timer : waiting_) timer->cancel();
}

Task<bool> Notifier::wait(std::uint64_t seen, std::chrono::steady_clock::duration limit) {
  if (generation_ != seen) co_return true;
  asio::steady_timer timer(co_await asio::this_coro::executor, limit);
  struct Entry {
    std::list<asio::steady_timer*>& list;
    std::list<asio::steady_timer*>::iterator at;
    ~Entry() { list.erase(at); }
  };
  const Entry entry{waiting_, waiting_.insert(waiting_.end(), &timer)};
  boost::system::error_code error;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
  // Both notify() and the cancellation of the task end the wait with operation_aborted; only the former moves the
  // generation.
  if (error && generation_ == seen) throw boost::system::system_error(error);
  co_return generation_ != seen;
}

Task<void> sleep(std::chrono::steady_clock::duration time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(asio::use_awaitable);
}

}  // namespace hotel::rt
