// GraphClient against the fake Graph API over real sockets.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <optional>
#include <unistd.h>

#include "base/clock.h"
#include "http/client.h"
#include "support/fake_graph/fake_graph.h"
#include "whatsapp/client.h"
#include "whatsapp/payloads.h"

namespace hotel::test {

inline constexpr const char* kToken = "EAAexampleTOKEN0000000000000000";
inline constexpr const char* kAppSecret = "5f1d0c2b7a9e4d3c8b6a5f4e3d2c1b0a";

class GraphFixture : public testing::Test {
 protected:
  GraphFixture()
      : folder_(std::filesystem::temp_directory_path() /
                ("hotel-graph-" + std::to_string(::getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {}
  ~GraphFixture() override { std::filesystem::remove_all(folder_); }

  whatsapp::GraphSettings settings() const {
    whatsapp::GraphSettings out;
    out.graph_url = graph_.url();
    out.access_token = kToken;
    out.media_dir = folder_ / "media";
    out.user_agent = "hotel-agent/test";
    return out;
  }

  whatsapp::GraphClient& client() {
    if (!client_) client_.emplace(http_, settings_ ? *settings_ : settings(), clock_);
    return *client_;
  }

  template <class T>
  T run(rt::Task<T> task) {
    std::optional<T> value;
    std::exception_ptr failure;
    const auto keep = [&]() -> rt::Task<void> { value.emplace(co_await std::move(task)); };
    boost::asio::co_spawn(io_, keep(), [&](std::exception_ptr error) {
      failure = error;
      io_.stop();  // kept connections would hold run() open
    });
    io_.restart();
    io_.run();
    if (failure) std::rethrow_exception(failure);
    return std::move(*value);
  }

  static ports::Outgoing message(whatsapp::Payload payload, std::string phone = "15550100123") {
    return {kFakeNumber, std::move(phone), "", std::move(payload), "outbox-1"};
  }
  domain::SendOutcome send_text(std::string text = "Buenos días") {
    return run(client().send(message(*whatsapp::text_payload(std::move(text)))));
  }

  std::filesystem::path folder_;
  std::optional<whatsapp::GraphSettings> settings_;  // instead of the usual ones
  base::SystemClock clock_;
  FakeGraph graph_{kToken, kAppSecret};
  boost::asio::io_context io_;
  http::Client http_{io_, {}};
  std::optional<whatsapp::GraphClient> client_;
};

}  // namespace hotel::test
