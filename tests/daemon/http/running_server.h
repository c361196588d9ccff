// A Server on its own thread, as the daemon runs it: build the router, start(), talk to port().
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <thread>

#include "base/error.h"
#include "base/metrics.h"
#include "http/server.h"
#include "rt/notifier.h"

namespace hotel::http::test {

class RunningServer {
 public:
  Router router;
  ServerConfig config;
  base::Metrics metrics;

  RunningServer() {
    config.listen.push_back({"127.0.0.1", 0, "", -1});
    authenticator = [](std::string token) -> rt::Task<std::optional<Principal>> {
      if (token == "store-away") throw base::StoreUnavailable("no connection");
      if (!token.starts_with("role-")) co_return std::nullopt;
      Principal person;
      person.name = token;
      person.roles = {token.substr(5)};
      co_return person;
    };
  }
  ~RunningServer() {
    stop();
    server.reset();  // before its io_context, also when start() threw
  }

  Authenticator authenticator;

  void get(std::string pattern, Handler handler) { add("GET", std::move(pattern), std::move(handler)); }
  void add(std::string method, std::string pattern, Handler handler, std::size_t max_body = 64 * 1024) {
    Route route;
    route.method = std::move(method);
    route.pattern = std::move(pattern);
    route.access = Access::kPublic;
    route.max_body = max_body;
    route.handler = std::move(handler);
    router.add(std::move(route));
  }

  void start() {
    server = std::make_unique<Server>(io_, config, router, authenticator, metrics);
    server->start();
    thread_ = std::thread([this] { io_.run(); });
  }

  // Runs on the server's thread and waits.
  template <class F>
  auto on_thread(F work) {
    std::packaged_task<std::invoke_result_t<F>()> task{std::move(work)};
    auto result = task.get_future();
    boost::asio::post(io_, [&task] { task(); });
    return result.get();
  }

  // Blocks in the event loop's own time until the condition holds there.
  template <class F>
  bool eventually(F condition) {
    auto poll = [](F wanted) -> rt::Task<bool> {
      for (int i = 0; i < 2000; ++i) {
        if (wanted()) co_return true;
        co_await rt::sleep(std::chrono::milliseconds{5});
      }
      co_return false;
    };
    return boost::asio::co_spawn(io_, poll(std::move(condition)), boost::asio::use_future).get();
  }

  void stop(std::chrono::milliseconds limit = std::chrono::seconds{5}) {
    if (!thread_.joinable()) return;
    boost::asio::co_spawn(io_, server->stop(limit), boost::asio::use_future).get();
    server.reset();
    io_.stop();
    thread_.join();
  }

  std::uint16_t port() const { return server->port(); }
  boost::asio::io_context& io() { return io_; }
  std::unique_ptr<Server> server;

 private:
  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_ = boost::asio::make_work_guard(io_);
  std::thread thread_;
};

// Answers with what it was asked, so that a test can look.
inline rt::Task<Response> echo(Request& request) {
  boost::json::object out{{"method", request.method},
                          {"path", request.path},
                          {"body", request.body},
                          {"peer", request.peer},
                          {"unix", request.over_unix_socket}};
  boost::json::array query, params;
  for (const auto& [name, value] : request.query) query.push_back({name, value});
  for (const auto& [name, value] : request.params) params.push_back({name, value});
  out["query"] = std::move(query);
  out["params"] = std::move(params);
  out["user"] = request.principal ? request.principal->name : "";
  co_return Response::json(200, out);
}

}  // namespace hotel::http::test
