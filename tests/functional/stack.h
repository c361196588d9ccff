// The real daemon with a fake WhatsApp and a fake QloApps around it, on SQLite or on a PostgreSQL of the test's own.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

#include "support/daemon_process/daemon_process.h"
#include "support/fake_graph/fake_graph.h"
#include "support/fake_qloapps/fake_qloapps.h"

namespace hotel::test {

enum class Engine { kSqlite, kPostgres };

struct Stack {
  explicit Stack(Engine engine = Engine::kSqlite, const DaemonProcess::Environment& more = {}, bool start = true);

  std::string desk();                                         // token of a front desk user
  boost::json::value conversation(const std::string& phone);  // null: there is none
  std::vector<boost::json::value> messages(const std::string& phone);
  Guest guest();  // with a phone that nobody else has
  // Says a line and gives the texts of the answer, in order; fails the test when none comes.
  std::string ask(Guest& guest, const std::string& line);

  FakeGraph graph;
  FakeQloApps pms;
  DaemonProcess daemon;

 private:
  std::string token_;
  int guests_ = 0;
};

std::string stay_day(int days_from_now);  // dd/mm/yyyy
std::string iso_day(int days_from_now);

class OnBothEngines : public testing::TestWithParam<Engine> {};

inline std::string engine_name(const testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::kSqlite ? "Sqlite" : "Postgres";
}

}  // namespace hotel::test
