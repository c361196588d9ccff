// The one coroutine type of the daemon. A Task runs on the executor that awaits it; there is one io_context thread that
// owns all mutable state, and blocking work goes through offload().
#pragma once

#include <boost/asio/awaitable.hpp>

namespace hotel::rt {

template <class T = void>
using Task = boost::asio::awaitable<T>;

}  // namespace hotel::rt
