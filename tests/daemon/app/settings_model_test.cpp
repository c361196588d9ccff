// The settings of the language model and of the transcription service: off by default, and every wrong one told by its
// name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/adapters.h"
#include "app/settings.h"
#include "base/error.h"

namespace hotel::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Settings settings(base::Environment more) {
  more.emplace("DATA_DIR", testing::TempDir() + "settings-model");
  return read_settings(more, Needs::kStore);
}
std::vector<std::string> faults(base::Environment more) {
  try {
    settings(std::move(more));
    return {};
  } catch (const base::ConfigError& e) {
    return e.faults();
  }
}
base::Environment with(std::string name, std::string value) {
  base::Environment out{{"LLM_BASE_URL", "https://model.example/v1"}, {"LLM_API_KEY", "sk-1"}, {"LLM_MODEL", "m"}};
  out[std::move(name)] = std::move(value);
  return out;
}

TEST(ModelSettings, OffWithoutAnAddress) {
  const auto s = settings({{"LLM_API_KEY", "sk-1"}});
  EXPECT_EQ(s.llm_base_url, "");
  EXPECT_EQ(s.llm_daily_calls, 2000);
  EXPECT_EQ(s.llm_guest_daily_calls, 40);
  boost::asio::io_context io;
  const Adapters adapters(io, s);
  EXPECT_EQ(adapters.model, nullptr);
}

TEST(ModelSettings, OnWithAnAddressAndAName) {
  auto all = with("LLM_BASE_URL", "http://127.0.0.1:8080/v1/");
  all["LLM_DAILY_CALLS"] = "10";
  all["LLM_GUEST_DAILY_CALLS"] = "3";
  const auto s = settings(all);
  EXPECT_EQ(s.llm_base_url, "http://127.0.0.1:8080/v1");
  EXPECT_EQ(s.llm_api_key, "sk-1");
  EXPECT_EQ(s.llm_model, "m");
  EXPECT_EQ(s.llm_daily_calls, 10);
  EXPECT_EQ(s.llm_guest_daily_calls, 3);
  boost::asio::io_context io;
  const Adapters adapters(io, s);
  EXPECT_NE(adapters.model, nullptr);
  EXPECT_THAT(faults(with("LLM_API_KEY", "")), IsEmpty());
}

TEST(TranscriberSettings, OffWithoutAnAddressAndOnWithOne) {
  boost::asio::io_context io;
  const Adapters none(io, settings({{"STT_API_KEY", "sk-1"}, {"STT_MODEL", "m"}}));
  EXPECT_EQ(none.transcriber, nullptr);
  const auto s = settings({{"STT_BASE_URL", "http://127.0.0.1:8080/v1/"}, {"STT_API_KEY", "sk-1"}, {"STT_MODEL", "m"}});
  EXPECT_EQ(s.stt_base_url, "http://127.0.0.1:8080/v1");
  EXPECT_EQ(s.stt_api_key, "sk-1");
  EXPECT_EQ(s.stt_model, "m");
  EXPECT_THAT(s.not_used, IsEmpty());
  const Adapters some(io, s);
  EXPECT_NE(some.transcriber, nullptr);
}

TEST(TranscriberSettings, EachFaultNamesItsVariableAndNoSecret) {
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"STT_BASE_URL", "http://ears.example/v1"},
           {"STT_BASE_URL", "ears.example"},
           {"STT_BASE_URL", "https://key@ears.example/v1"},
           {"STT_BASE_URL", "https://e.example/v1/audio/transcriptions"},
           {"STT_API_KEY", "sk very secret"},
           {"STT_MODEL", ""}}) {
    base::Environment all{{"STT_BASE_URL", "https://ears.example/v1"}, {"STT_API_KEY", "sk-1"}, {"STT_MODEL", "m"}};
    all[name] = value;
    const auto told = faults(all);
    ASSERT_THAT(told, ElementsAre(testing::StartsWith(name))) << value;
    EXPECT_EQ(told[0].find("very secret"), std::string::npos);
  }
}

TEST(ModelSettings, EachFaultNamesItsVariableAndNoSecret) {
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"LLM_BASE_URL", "http://model.example/v1"},
           {"LLM_BASE_URL", "model.example"},
           {"LLM_BASE_URL", "https://key@model.example/v1"},
           {"LLM_BASE_URL", "https://model.example/v1?key=1"},
           {"LLM_BASE_URL", "https://model.example/v1/chat/completions"},
           {"LLM_API_KEY", "sk very secret"},
           {"LLM_MODEL", ""},
           {"LLM_DAILY_CALLS", "0"},
           {"LLM_DAILY_CALLS", "many"},
           {"LLM_GUEST_DAILY_CALLS", "-1"},
           {"LLM_GUEST_DAILY_CALLS", "10001"}}) {
    const auto told = faults(with(name, value));
    ASSERT_THAT(told, ElementsAre(testing::StartsWith(name))) << value;
    EXPECT_EQ(told[0].find("very secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace hotel::app
