// The adapter over real HTTP: what is sent, what counts as a transcript, the faults of a peer, the limits, and what
// never enters a log.
#include "agent/transcriber_openai.h"

#include <boost/json/serialize.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

#include "daemon/pms/hand_clock.h"
#include "daemon/pms/run_task.h"
#include "support/peer/peer.h"

namespace hotel::agent {
namespace {

using namespace std::chrono_literals;
using pms::test::run;
using ports::TranscriberFault;
using ports::TranscriberResult;
using ports::Transcript;
using ports::VoiceNote;
using test::Peer;
using test::PeerReply;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kKey = "sk-very-secret";
constexpr const char* kPath = "/v1/audio/transcriptions";

std::string voice_file() {
  std::ifstream in(HOTEL_TEST_DATA "/data/audio/voice.ogg", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

PeerReply heard(const std::string& text) {
  return PeerReply::json(200, R"({"text":)" + boost::json::serialize(boost::json::value(text)) + R"(,"usage":{}})");
}

class Transcribing : public testing::Test {
 protected:
  Peer peer;
  boost::asio::io_context io{1};
  http::Client client{io, {}};
  pms::test::HandClock clock;
  base::Metrics metrics;
  TranscriberConfig config;
  std::unique_ptr<OpenAiTranscriber> transcriber;

  Transcribing() {
    config.base_url = peer.url("/v1/");
    config.key = kKey;
    config.model = "hotel-ears";
    config.breaker.failures = 1000;
  }
  TranscriberResult<Transcript> ask(VoiceNote note) {
    if (!transcriber)
      transcriber = std::make_unique<OpenAiTranscriber>(
          config, [this](http::ClientRequest request) { return client.send(std::move(request)); }, clock, metrics);
    return run(io, transcriber->transcribe(std::move(note)));
  }
  static VoiceNote note(std::string bytes = "OggS and so on") {
    VoiceNote out;
    out.bytes = std::move(bytes);
    out.mime_type = "audio/ogg";
    return out;
  }
  TranscriberResult<Transcript> answered(PeerReply reply) {
    peer.expect("POST", kPath, std::move(reply));
    return ask(note());
  }
  void expect_fault(PeerReply reply, TranscriberFault fault, const std::string& what) {
    const auto answer = answered(std::move(reply));
    ASSERT_FALSE(answer) << what;
    EXPECT_EQ(answer.error().fault, fault) << what << ": " << answer.error().detail;
    EXPECT_FALSE(answer.error().detail.empty()) << what;
  }
};

TEST_F(Transcribing, TheRequestIsTheFileWithItsModelAndHint) {
  peer.expect("POST", kPath, heard("¿Tienen piscina?"));
  auto wanted = note(voice_file());
  ASSERT_GT(wanted.bytes.size(), 1000u);
  wanted.language = "es";
  const auto answer = ask(std::move(wanted));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, "¿Tienen piscina?");
  EXPECT_EQ(answer->model, "hotel-ears");
  const auto sent = peer.requests().at(0);
  EXPECT_EQ(sent.header("Authorization"), std::string("Bearer ") + kKey);
  const auto type = sent.header("Content-Type");
  const std::string prefix = "multipart/form-data; boundary=";
  ASSERT_THAT(type, testing::StartsWith(prefix));
  const auto boundary = type.substr(prefix.size());
  const std::string expected =
      "--" + boundary + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nhotel-ears\r\n--" + boundary +
      "\r\nContent-Disposition: form-data; name=\"response_format\"\r\n\r\njson\r\n--" + boundary +
      "\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nes\r\n--" + boundary +
      "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"voice.ogg\"\r\n"
      "Content-Type: audio/ogg\r\n\r\n" +
      voice_file() + "\r\n--" + boundary + "--\r\n";
  EXPECT_TRUE(sent.body == expected) << sent.body.size() << " bytes, expected " << expected.size();
}

TEST_F(Transcribing, WithoutKeyAndLanguageNeitherIsSent) {
  config.key.clear();
  ASSERT_TRUE(answered(heard("hola")));
  EXPECT_EQ(peer.requests().at(0).header("Authorization"), "");
  EXPECT_THAT(peer.requests().at(0).body, Not(HasSubstr("\"language\"")));
  transcriber->set_key("another");
  ASSERT_TRUE(answered(heard("hola")));
  EXPECT_EQ(peer.requests().at(1).header("Authorization"), "Bearer another");
}

TEST(TranscriptionBody, OnlyOurOwnNamesGetIntoTheHeadOfTheFile) {
  const auto body = [](std::string mime) {
    VoiceNote note;
    note.bytes = "x";
    note.mime_type = std::move(mime);
    return transcription_body("b", "m", note);
  };
  EXPECT_THAT(body("audio/ogg; codecs=opus"), HasSubstr("filename=\"voice.ogg\"\r\nContent-Type: audio/ogg\r\n"));
  EXPECT_THAT(body("audio/mp4"), HasSubstr("filename=\"voice.m4a\"\r\nContent-Type: audio/mp4\r\n"));
  const auto hostile = body("audio/ogg\r\nX-Evil: 1");
  EXPECT_THAT(hostile, Not(HasSubstr("X-Evil")));
  EXPECT_THAT(hostile, HasSubstr("Content-Type: application/octet-stream\r\n"));
}

TEST(TranscriptionBody, TheBoundaryDoesNotOccurInTheFile) {
  const std::vector<std::string> drawn{"one", "two", "three"};
  std::size_t next = 0;
  EXPECT_EQ(boundary_for("a two and a one", [&] { return drawn.at(next++); }), "three");
  EXPECT_EQ(next, 3u);
}

TEST_F(Transcribing, TextsAreTidiedAndCutAsAGuestsWouldBe) {
  EXPECT_EQ(answered(heard("  \n hola\tqué tal \r\n"))->text, "hola qué tal");
  EXPECT_EQ(answered(heard("ho\x01la\x7f"))->text, "hola");
  EXPECT_EQ(answered(PeerReply::json(200, R"({"text":"a\u0000b"})"))->text, "ab");  // PostgreSQL takes no NUL
  EXPECT_EQ(answered(heard(std::string(4096, 'x')))->text, std::string(4096, 'x'));
  EXPECT_EQ(answered(heard(std::string(5000, 'x')))->text, std::string(4096, 'x'));
  std::string smiles;
  for (int i = 0; i < 2049; ++i) smiles += "\xF0\x9F\x98\x80";  // two units each
  EXPECT_EQ(answered(heard(smiles))->text, smiles.substr(0, 2048UL * 4));
  EXPECT_EQ(answered(heard("x" + smiles))->text, "x" + smiles.substr(0, 2047UL * 4));  // no half of a pair
}

TEST_F(Transcribing, NothingHeardIsAFault) {
  for (const std::string text : {"", "   ", "\n\t\r", "\x01"})
    expect_fault(heard(text), TranscriberFault::kEmpty, "blank");
}

TEST_F(Transcribing, OtherAnswersAreMalformed) {
  for (const std::string body : {"", "null", "[]", "{}", R"({"text":null})", R"({"text":5})", R"({"text":["x"]})",
                                 "<html>busy</html>", "{\"text\":\"\xff\"}", "WEBVTT"})
    expect_fault(PeerReply::json(200, body), TranscriberFault::kMalformed, body);
  config.max_answer = 1000;
  transcriber.reset();
  expect_fault(heard(std::string(5000, 'a')), TranscriberFault::kMalformed, "too large");
}

TEST_F(Transcribing, FaultsOfThePeerPassAndRefusalsDoNot) {
  using Fault = PeerReply::Fault;
  for (const auto fault : {Fault::kCutBeforeAnswer, Fault::kResetBeforeAnswer, Fault::kCutInHead})
    expect_fault(PeerReply::failing(fault), TranscriberFault::kUnavailable, "cut");
  for (const int status : {408, 429, 500, 502, 503})
    expect_fault(PeerReply::json(status, "{}"), TranscriberFault::kUnavailable, std::to_string(status));
  for (const int status : {301, 400, 401, 403, 404, 413, 415, 422})
    expect_fault(PeerReply::json(status, "{}"), TranscriberFault::kRefused, std::to_string(status));
  EXPECT_TRUE(passes(TranscriberFault::kUnavailable));
  EXPECT_TRUE(passes(TranscriberFault::kTimeout));
  for (const auto fault : {TranscriberFault::kRefused, TranscriberFault::kTooLarge, TranscriberFault::kMalformed,
                           TranscriberFault::kEmpty})
    EXPECT_FALSE(passes(fault)) << name(fault);
}

TEST_F(Transcribing, SilenceEndsWithTheShorterOfTheTwoLimits) {
  config.timeout = 150ms;
  expect_fault(PeerReply::failing(PeerReply::Fault::kHang), TranscriberFault::kTimeout, "the adapter's");
  config.timeout = 60s;
  transcriber.reset();
  peer.expect("POST", kPath, PeerReply::failing(PeerReply::Fault::kHang));
  auto wanted = note();
  wanted.limit = 150ms;
  EXPECT_EQ(ask(std::move(wanted)).error().fault, TranscriberFault::kTimeout);
}

TEST_F(Transcribing, WhatIsEmptyOrTooLargeIsNotSent) {
  config.max_file = 100;
  EXPECT_EQ(ask(note("")).error().fault, TranscriberFault::kEmpty);
  EXPECT_EQ(ask(note(std::string(101, 'x'))).error().fault, TranscriberFault::kTooLarge);
  peer.expect("POST", kPath, heard("hola"));
  EXPECT_TRUE(ask(note(std::string(100, 'x'))));
  EXPECT_EQ(peer.requests().size(), 1u);
}

TEST_F(Transcribing, AFailingPeerIsLeftAloneForAMoment) {
  config.breaker = {3, 5s, 60s};
  for (int i = 0; i < 3; ++i) expect_fault(PeerReply::json(500, "{}"), TranscriberFault::kUnavailable, "500");
  EXPECT_EQ(ask(note()).error().fault, TranscriberFault::kUnavailable);
  EXPECT_EQ(peer.requests().size(), 3u);
  clock.advance(5s);
  ASSERT_TRUE(answered(heard("hola")));
  ASSERT_TRUE(answered(heard("hola")));
  EXPECT_EQ(metrics.counted("hotel_agent_transcriptions_total", {{"result", "ok"}}), 2);
  EXPECT_EQ(metrics.counted("hotel_agent_transcriptions_total", {{"result", "not_asked"}}), 1);
}

TEST_F(Transcribing, WhatAGuestCanProvokeDoesNotCloseItToOthers) {
  config.breaker = {3, 5s, 60s};
  for (int i = 0; i < 5; ++i) expect_fault(heard(""), TranscriberFault::kEmpty, "silence");
  for (const int status : {400, 413, 415, 422, 400})
    expect_fault(PeerReply::json(status, "{}"), TranscriberFault::kRefused, "a file that is none");
  EXPECT_TRUE(answered(heard("hola")));
}

TEST_F(Transcribing, NothingSecretStandsInFaultsOrLogs) {
  testing::internal::CaptureStderr();
  std::string details;
  for (const int status : {401, 429, 500, 200})
    details +=
        answered(PeerReply::json(status, R"({"error":"bad key sk-very-secret; quiero una suite"})")).error().detail;
  ASSERT_TRUE(answered(heard("quiero una suite")));
  details += testing::internal::GetCapturedStderr();
  EXPECT_THAT(details, HasSubstr("transcriber.exchange_failed"));
  EXPECT_THAT(details, HasSubstr("STT_API_KEY"));
  for (const auto* secret : {"sk-very-secret", "suite", "OggS"})
    EXPECT_EQ(details.find(secret), std::string::npos) << secret;
}

}  // namespace
}  // namespace hotel::agent
