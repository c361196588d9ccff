// Runs one coroutine to its end on an io_context and gives its value.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <stdexcept>

#include "rt/task.h"

namespace hotel::pms::test {

template <class T>
T run(boost::asio::io_context& io, rt::Task<T> task) {
  std::optional<T> value;
  std::exception_ptr failure;
  bool ended = false;
  boost::asio::co_spawn(io, std::move(task), [&](std::exception_ptr thrown, T result) {
    failure = thrown;
    if (!thrown) value.emplace(std::move(result));
    ended = true;
    io.stop();
  });
  io.restart();
  io.run();
  if (failure) std::rethrow_exception(failure);
  if (!ended) throw std::logic_error("the coroutine never ended");
  return std::move(*value);
}

inline void run(boost::asio::io_context& io, rt::Task<void> task) {
  std::exception_ptr failure;
  boost::asio::co_spawn(io, std::move(task), [&](std::exception_ptr thrown) {
    failure = thrown;
    io.stop();
  });
  io.restart();
  io.run();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace hotel::pms::test
