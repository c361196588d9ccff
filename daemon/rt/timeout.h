// `with_timeout(op, 5s)`: the operation's value, or nothing when the time was over first (the operation is then
// cancelled). Boost 1.81 has no cancel_after.
#pragma once

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>

#include "rt/task.h"

namespace hotel::rt {

template <class T>
Task<std::optional<T>> with_timeout(Task<T> operation, std::chrono::steady_clock::duration limit) {
  using namespace boost::asio::experimental::awaitable_operators;
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
  auto first = co_await (std::move(operation) || timer.async_wait(boost::asio::use_awaitable));
  if (first.index() == 1) co_return std::nullopt;
  co_return std::optional<T>{std::get<0>(std::move(first))};
}

// For operations without a value: true when it ended in time.
inline Task<bool> with_timeout(Task<void> operation, std::chrono::steady_clock::duration limit) {
  using namespace boost::asio::experimental::awaitable_operators;
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
  const auto first = co_await (std::move(operation) || timer.async_wait(boost::asio::use_awaitable));
  co_return first.index() == 0;
}

}  // namespace hotel::rt
