// Runs a blocking callable on a pool and resumes on the caller's executor with its value or its exception.
//
// Cancelling the caller does not stop the callable: the await ends when the callable ends. Blocking work therefore
// brings its own time limit (statement_timeout, busy_timeout).
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "rt/task.h"

namespace hotel::rt {

template <class F>
Task<std::invoke_result_t<F&>> offload(boost::asio::thread_pool& pool, F work) {
  using R = std::invoke_result_t<F&>;
  namespace asio = boost::asio;
  if constexpr (std::is_void_v<R>) {
    co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr)>(
        [&pool](auto handler, F job) {
          auto guard = asio::make_work_guard(asio::get_associated_executor(handler));
          asio::post(pool, [handler = std::move(handler), job = std::move(job), guard = std::move(guard)]() mutable {
            std::exception_ptr failure;
            try {
              job();
            } catch (...) {
              failure = std::current_exception();
            }
            const auto executor = guard.get_executor();
            asio::post(executor, [handler = std::move(handler), failure]() mutable { std::move(handler)(failure); });
          });
        },
        asio::use_awaitable, std::move(work));
  } else {
    auto value =
        co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr, std::optional<R>)>(
            [&pool](auto handler, F job) {
              auto guard = asio::make_work_guard(asio::get_associated_executor(handler));
              asio::post(
                  pool, [handler = std::move(handler), job = std::move(job), guard = std::move(guard)]() mutable {
                    std::exception_ptr failure;
                    std::optional<R> result;
                    try {
                      result.emplace(job());
                    } catch (...) {
                      failure = std::current_exception();
                    }
                    const auto executor = guard.get_executor();
                    asio::post(executor, [handler = std::move(handler), failure, result = std::move(result)]() mutable {
                      std::move(handler)(failure, std::move(result));
                    });
                  });
            },
            asio::use_awaitable, std::move(work));
    co_return std::move(*value);
  }
}

}  // namespace hotel::rt
