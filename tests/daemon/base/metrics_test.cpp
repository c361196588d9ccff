#include "base/metrics.h"

#include <gtest/gtest.h>

#include "base/log.h"

using hotel::base::Metrics;

TEST(Metrics, WritesCountersGaugesAndHistograms) {
  Metrics metrics;
  metrics.count("hotel_agent_webhook_requests_total", {{"result", "ok"}}, 2);
  metrics.set("hotel_agent_outbox_waiting", 3);
  metrics.observe("hotel_agent_webhook_ack_seconds", 0.02);
  metrics.observe("hotel_agent_webhook_ack_seconds", 99);
  const auto text = metrics.text();
  EXPECT_NE(
      text.find(
          "# TYPE hotel_agent_webhook_requests_total counter\nhotel_agent_webhook_requests_total{result=\"ok\"} 2\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("hotel_agent_outbox_waiting 3\n"), std::string::npos);
  EXPECT_NE(text.find("hotel_agent_webhook_ack_seconds_bucket{le=\"0.025\"} 1\n"), std::string::npos);
  EXPECT_NE(text.find("hotel_agent_webhook_ack_seconds_bucket{le=\"+Inf\"} 2\n"), std::string::npos);
  EXPECT_NE(text.find("hotel_agent_webhook_ack_seconds_count 2\n"), std::string::npos);
  EXPECT_EQ(metrics.counted("hotel_agent_webhook_requests_total", {{"result", "ok"}}), 2);
}

TEST(Metrics, EscapesLabelsAndRefusesUndeclaredNames) {
  Metrics metrics;
  metrics.count("hotel_agent_sends_total", {{"result", "a\"b\\c\nd"}});
  EXPECT_NE(metrics.text().find("{result=\"a\\\"b\\\\c\\nd\"}"), std::string::npos);
  EXPECT_THROW(metrics.count("hotel_agent_nobody_declared_me_total"), std::logic_error);
}

TEST(Log, ShowsOnlyTheEndOfAPhoneNumber) {
  EXPECT_EQ(hotel::base::log::tail("34600123456"), "…3456");
  EXPECT_EQ(hotel::base::log::tail("123456"), "…");
}
