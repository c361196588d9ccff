// The adapter over real HTTP: every recorded exchange of an OpenAI-compatible server (tests/data/llm), the faults of a
// peer, the limits, and what never leaves or enters a log.
#include "agent/model_openai.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "daemon/pms/hand_clock.h"
#include "daemon/pms/run_task.h"
#include "support/peer/peer.h"
#include "wire/codec.h"

namespace hotel::agent {
namespace {

using namespace std::chrono_literals;
using pms::test::run;
using ports::ModelAnswer;
using ports::ModelFault;
using ports::ModelRequest;
using ports::ModelResult;
using test::Peer;
using test::PeerReply;

constexpr const char* kKey = "sk-very-secret";
const wire::Date kToday = *wire::parse_iso("2026-11-25");

struct Recording {
  std::string name, path, body;
  int status = 0;
};
std::vector<Recording> recordings() {
  std::vector<Recording> out;
  std::ifstream in(HOTEL_TEST_DATA "/data/llm/recordings.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto value = wire::parse_json(line).value();
    out.push_back({wire::text_of(value, "name"), wire::text_of(*wire::member(value, "request"), "path"),
                   wire::text_of(value, "body"), static_cast<int>(wire::integer_of(value, "status").value_or(0))});
  }
  return out;
}
Recording recording(const std::string& name) {
  for (auto& r : recordings())
    if (r.name == name) return r;
  throw std::logic_error("no recording " + name);
}

class OpenAi : public testing::Test {
 protected:
  Peer peer;
  boost::asio::io_context io{1};
  http::Client client{io, {}};
  pms::test::HandClock clock;
  base::Metrics metrics;
  OpenAiConfig config;
  std::unique_ptr<OpenAiModel> model;

  OpenAi() {
    config.base_url = peer.url("/v1/");
    config.key = kKey;
    config.model = "hotel-test-model";
    config.breaker.failures = 1000;
  }
  void make() {
    model = std::make_unique<OpenAiModel>(
        config, [this](http::ClientRequest request) { return client.send(std::move(request)); }, clock, metrics);
  }
  static ModelRequest request(std::string guest = "g1") {
    ModelRequest out;
    out.guest = std::move(guest);
    out.today = kToday;
    out.system = "rules";
    out.messages.push_back({ports::ModelMessage::Role::kUser, "hola"});
    return out;
  }
  ModelResult<ModelAnswer> ask(ModelRequest wanted) {
    if (!model) make();
    return run(io, model->complete(std::move(wanted)));
  }
  ModelResult<ModelAnswer> answered(PeerReply reply) {
    peer.expect("POST", "/v1/chat/completions", std::move(reply));
    return ask(request());
  }
  void expect_fault(PeerReply reply, ModelFault fault, const std::string& what) {
    const auto answer = answered(std::move(reply));
    ASSERT_FALSE(answer) << what;
    EXPECT_EQ(answer.error().fault, fault) << what << ": " << answer.error().detail;
    EXPECT_FALSE(answer.error().detail.empty()) << what;
  }
};

PeerReply completion(const std::string& content) {
  return PeerReply::json(
      200, R"({"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":)" +
               boost::json::serialize(boost::json::value(content)) + R"(}}],"usage":{"total_tokens":20}})");
}

TEST_F(OpenAi, EveryRecordingIsReadAsWhatItIs) {
  struct Expected {
    std::optional<ModelFault> fault;
    bool whole = true;
    std::int64_t tokens = 0;
  };
  const std::map<std::string, Expected> expected{
      {"models", {ModelFault::kMalformed}},         {"chat_plain", {{}, false, 23}},
      {"chat_json_object_schema", {{}, true, 47}},  {"chat_json_schema_ignored", {{}, false, 29}},
      {"chat_tool_call", {ModelFault::kMalformed}}, {"chat_stream", {ModelFault::kMalformed}},
      {"bad_json", {ModelFault::kUnavailable}},     {"missing_messages", {ModelFault::kUnavailable}},
      {"unknown_path", {ModelFault::kUnavailable}}, {"context_overflow", {{}, false, 884}},
      {"auth_missing", {ModelFault::kUnavailable}}, {"auth_ok", {{}, false, 19}}};
  const auto all = recordings();
  ASSERT_EQ(all.size(), 12u);
  for (const auto& r : all) {
    const auto found = expected.find(r.name);
    ASSERT_NE(found, expected.end()) << r.name;
    const auto answer = answered(PeerReply::json(r.status, r.body));
    ASSERT_EQ(answer.has_error(), found->second.fault.has_value()) << r.name;
    if (answer) {
      EXPECT_EQ(answer->whole, found->second.whole) << r.name;
      EXPECT_EQ(answer->tokens, found->second.tokens) << r.name;
      EXPECT_FALSE(answer->model.empty()) << r.name;
    } else {
      EXPECT_EQ(answer.error().fault, *found->second.fault) << r.name;
    }
  }
}

TEST_F(OpenAi, TheRequestIsPlainAndHasNoTools) {
  peer.expect("POST", "/v1/chat/completions", completion("Hola"));
  auto wanted = request("guest-34600111222");
  wanted.schema = boost::json::object{{"type", "object"}};
  wanted.max_tokens = 77;
  const auto answer = ask(std::move(wanted));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, "Hola");
  EXPECT_EQ(answer->tokens, 20);
  const auto sent = peer.requests().at(0);
  EXPECT_EQ(sent.header("Authorization"), std::string("Bearer ") + kKey);
  EXPECT_EQ(sent.body.find("34600111222"), std::string::npos);  // whose budget it is stays here
  const auto body = wire::parse_json(sent.body).value();
  EXPECT_EQ(
      boost::json::serialize(body),
      R"({"model":"hotel-test-model","messages":[{"role":"system","content":"rules"},{"role":"user","content":"hola"}],)"
      R"("max_tokens":77,"temperature":0,"stream":false,"response_format":{"type":"json_schema","json_schema":)"
      R"({"name":"answer","strict":true,"schema":{"type":"object"}}}})");
}

TEST_F(OpenAi, WithoutAKeyNoneIsSent) {
  config.key.clear();
  ASSERT_TRUE(answered(completion("Hola")));
  EXPECT_EQ(peer.requests().at(0).header("Authorization"), "");
  model->set_key("another");
  ASSERT_TRUE(answered(completion("Hola")));
  EXPECT_EQ(peer.requests().at(1).header("Authorization"), "Bearer another");
}

TEST_F(OpenAi, OddEnvelopesAreMalformed) {
  for (const std::string body : {"",
                                 "null",
                                 "[]",
                                 "{}",
                                 "\x01\xff<<<not json at all",
                                 R"({"choices":null})",
                                 R"({"choices":[]})",
                                 R"({"choices":[1]})",
                                 R"({"choices":[{}]})",
                                 R"({"choices":[{"message":"x"}]})",
                                 R"({"choices":[{"message":{"content":null}}]})",
                                 R"({"choices":[{"message":{"content":5}}]})",
                                 R"({"choices":[{"message":{"content":[{"type":"text","text":"x"}]}}]})",
                                 R"({"choices":[{"message":{"content":"  \n"}}]})",
                                 R"({"choices":[{"message":{"content":"x","tool_calls":[{"id":"1"}]}}]})",
                                 R"({"choices":[{"message":{"content":"x","tool_calls":{}}}]})",
                                 R"({"choices":[{"message":{"content":"x","function_call":{"name":"f"}}}]})",
                                 R"({"choices":[{"finish_reason":"tool_calls","message":{"content":"x"}}]})",
                                 "data: {\"choices\":[]}\n\n",
                                 R"({"error":{"message":"key sk-very-secret"}})"})
    expect_fault(PeerReply::json(200, body), ModelFault::kMalformed, body);
}

TEST_F(OpenAi, ForeignAndMissingMembersDoNotMatter) {
  const auto bare = answered(PeerReply::json(200, R"({"choices":[{"message":{"content":"Hola"}}]})"));
  ASSERT_TRUE(bare);
  EXPECT_TRUE(bare->whole);
  EXPECT_GT(bare->tokens, 0);  // an estimate
  const auto rich = answered(PeerReply::json(
      200,
      R"({"choices":[{"message":{"content":"Hola","tool_calls":[],"refusal":null,"x":{}},"logprobs":null},{}],"usage":{"total_tokens":-5}})"));
  ASSERT_TRUE(rich);
  EXPECT_GT(rich->tokens, 0);
  const auto filtered =
      answered(PeerReply::json(200, R"({"choices":[{"finish_reason":"content_filter","message":{"content":"Ho"}}]})"));
  EXPECT_FALSE(filtered->whole);
}

TEST_F(OpenAi, FaultsOfThePeerAreValues) {
  using Fault = PeerReply::Fault;
  for (const auto fault : {Fault::kCutBeforeAnswer, Fault::kResetBeforeAnswer, Fault::kCutInHead})
    expect_fault(PeerReply::failing(fault), ModelFault::kUnavailable, "cut");
  auto half = completion("Hola");
  half.fault = Fault::kCutInBody;
  half.cut_after = 10;
  expect_fault(half, ModelFault::kUnavailable, "half a body");
  for (const int status : {204, 301, 400, 401, 403, 404, 408, 429, 500, 502, 503})
    expect_fault(PeerReply::json(status, R"({"error":{"message":"Incorrect API key provided: sk-very-secret"}})"),
                 ModelFault::kUnavailable, std::to_string(status));
  auto moved = PeerReply::json(307, "");
  moved.headers.emplace_back("Location", peer.url("/elsewhere"));
  expect_fault(moved, ModelFault::kUnavailable, "a redirect is not followed");
  config.base_url = "http://127.0.0.1:" + std::to_string(test::refused_port()) + "/v1";
  make();
  EXPECT_EQ(ask(request()).error().fault, ModelFault::kUnavailable);
}

TEST_F(OpenAi, SilenceEndsWithTheTimeout) {
  config.timeout = 150ms;
  expect_fault(PeerReply::failing(PeerReply::Fault::kHang), ModelFault::kTimeout, "silence");
}

TEST_F(OpenAi, AnAnswerWithoutEndIsNotTakenIn) {
  config.max_answer = 1000;
  for (const auto framing :
       {PeerReply::Framing::kLength, PeerReply::Framing::kChunked, PeerReply::Framing::kUntilClose}) {
    auto reply = completion(std::string(5000, 'a'));
    reply.framing = framing;
    expect_fault(reply, ModelFault::kMalformed, "too large");
  }
}

TEST_F(OpenAi, NothingSecretStandsInFaultsOrLogs) {
  testing::internal::CaptureStderr();
  std::string details;
  for (const int status : {401, 429, 500}) {
    const auto answer =
        answered(PeerReply::json(status, R"({"error":{"message":"bad key sk-very-secret of 34600111222"}})"));
    details += answer.error().detail;
  }
  details += testing::internal::GetCapturedStderr();
  EXPECT_THAT(details, testing::HasSubstr("model.exchange_failed"));
  EXPECT_THAT(details, testing::HasSubstr("LLM_API_KEY"));
  for (const auto* secret : {"sk-very-secret", "34600111222", "hola", "rules"})
    EXPECT_EQ(details.find(secret), std::string::npos) << secret;
}

TEST_F(OpenAi, AFailingPeerIsLeftAloneForAMoment) {
  config.breaker = {3, 5s, 60s};
  for (int i = 0; i < 3; ++i) expect_fault(PeerReply::json(500, "{}"), ModelFault::kUnavailable, "500");
  EXPECT_EQ(ask(request()).error().fault, ModelFault::kUnavailable);
  EXPECT_EQ(peer.requests().size(), 3u);
  clock.advance(5s);
  ASSERT_TRUE(answered(completion("Hola")));
  ASSERT_TRUE(answered(completion("Hola")));
  EXPECT_EQ(metrics.counted("hotel_agent_model_requests_total", {{"result", "ok"}}), 2);
  EXPECT_EQ(metrics.counted("hotel_agent_model_requests_total", {{"result", "not_tried"}}), 1);
}

TEST_F(OpenAi, WhatAGuestCanProvokeDoesNotCloseItToOthers) {
  config.breaker = {3, 5s, 60s};
  const auto tool = recording("chat_tool_call");
  for (int i = 0; i < 5; ++i) expect_fault(PeerReply::json(200, tool.body), ModelFault::kMalformed, "tools");
  ASSERT_TRUE(answered(completion("Hola")));
}

TEST_F(OpenAi, TheBudgetOfAGuestAndOfTheDay) {
  config.limits.daily_calls = 5;
  config.limits.guest_daily_calls = 2;
  peer.always("POST", "/v1/", [](const auto&) { return completion("Hola"); });
  EXPECT_TRUE(ask(request("a")));
  EXPECT_TRUE(ask(request("a")));
  EXPECT_EQ(ask(request("a")).error().fault, ModelFault::kBudget);
  EXPECT_TRUE(ask(request("b")));
  EXPECT_TRUE(ask(request("b")));
  EXPECT_TRUE(ask(request("c")));
  EXPECT_EQ(ask(request("d")).error().fault, ModelFault::kBudget);
  EXPECT_EQ(peer.requests().size(), 5u);
  auto tomorrow = request("a");
  tomorrow.today = wire::add_days(kToday, 1);
  EXPECT_TRUE(ask(tomorrow));
  EXPECT_TRUE(ask(request("a")));  // a turn of before midnight counts for the new day
  EXPECT_EQ(ask(tomorrow).error().fault, ModelFault::kBudget);
}

TEST_F(OpenAi, FailedCallsCostToo) {
  config.limits.guest_daily_calls = 1;
  expect_fault(PeerReply::json(500, "{}"), ModelFault::kUnavailable, "500");
  EXPECT_EQ(ask(request()).error().fault, ModelFault::kBudget);
}

TEST(ModelBudgetTest, TokensAreCountedAndLimited) {
  ModelBudget budget({10, 2, 100});
  ASSERT_TRUE(budget.has_room("a", kToday));
  budget.take("a");
  budget.used("a", 200);  // both calls' worth in one
  EXPECT_FALSE(budget.has_room("a", kToday));
  EXPECT_TRUE(budget.has_room("b", kToday));
  budget.take("b");
  budget.used("b", 900);
  EXPECT_FALSE(budget.has_room("c", kToday));
  EXPECT_TRUE(budget.has_room("c", wire::add_days(kToday, 1)));
  EXPECT_EQ(budget.tokens_today(), 0);
}

// While a request is under way the same guest, and too many others, are refused at once; afterwards not.
TEST(OpenAiInFlight, OneRequestAGuest) {
  boost::asio::io_context io{1};
  pms::test::HandClock clock;
  base::Metrics metrics;
  OpenAiConfig config;
  config.base_url = "https://model.example/v1";
  config.in_flight = 2;
  std::unique_ptr<OpenAiModel> model;
  const auto request = [](std::string guest) {
    ModelRequest out;
    out.guest = std::move(guest);
    out.today = kToday;
    return out;
  };
  std::vector<std::string> seen;
  int depth = 0;
  const auto transport = [&](http::ClientRequest) -> rt::Task<http::ClientResponse> {
    ++depth;
    for (const auto* guest : {"a", "b", "c"}) {
      auto other = request(guest);
      const auto answer = co_await model->complete(std::move(other));
      seen.push_back(guest + std::string(answer ? " ok" : name(answer.error().fault)));
    }
    --depth;
    http::ClientResponse out;
    out.kind = http::ClientResponse::Kind::kAnswer;
    out.status = 200;
    out.body = R"({"choices":[{"message":{"content":"Hola"}}]})";
    co_return out;
  };
  model = std::make_unique<OpenAiModel>(config, transport, clock, metrics);
  auto first = request("a");
  const auto answer = run(io, model->complete(std::move(first)));
  EXPECT_TRUE(answer);
  EXPECT_EQ(depth, 0);
  EXPECT_EQ(seen,
            (std::vector<std::string>{"abusy", "abusy", "bbusy", "cbusy", "b ok", "abusy", "bbusy", "cbusy", "c ok"}));
}

}  // namespace
}  // namespace hotel::agent
