#include "store_fixture.h"

#include <cstdlib>

namespace hotel::store {

std::string engine_name(const testing::TestParamInfo<EngineKind>& info) {
  return info.param == EngineKind::kSqlite ? "Sqlite" : "Postgres";
}

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-store-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp failed");
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

test::PostgresServer& postgres() {
  static test::PostgresServer server;
  return server;
}

StoreTest::StoreTest() {
  if (sqlite())
    config_.sqlite_file = folder_.path() / "store.db";
  else
    config_.postgres_url = postgres().fresh_database();
  config_.pool_size = 2;
  migrate(config_);
  store_ = std::make_unique<OpenStore>(config_, clock_);
}

void StoreTest::reopen() {
  store_.reset();
  store_ = std::make_unique<OpenStore>(config_, clock_);
}

ports::ConversationRow StoreTest::open_conversation(const std::string& phone, const std::string& name) {
  return write([=, at = now()](ports::UnitOfWork& unit) {
    return unit.conversations().open({phone, "", name}, {phone}, kNumber, at);
  });
}

bool StoreTest::receive(const std::string& conversation_id, const std::string& external_id, const std::string& text,
                        wire::Millis sent_at, bool wants_answer) {
  ports::InboundMessage message;
  message.shown.conversation_id = conversation_id;
  message.shown.external_id = external_id;
  message.shown.text = text;
  message.shown.sent_at = sent_at;
  message.number_id = kNumber;
  message.wants_answer = wants_answer;
  return write([message](ports::UnitOfWork& unit) mutable { return unit.messages().insert_inbound(message); });
}

}  // namespace hotel::store
