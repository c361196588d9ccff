// Voice notes end to end: webhook, file, transcription service, answer.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <condition_variable>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <mutex>

#include "functional/stack.h"
#include "wire/codec.h"
#include "wire/money.h"

using namespace hotel::test;
namespace wire = hotel::wire;
namespace json = boost::json;

namespace {

constexpr const char* kPath = "/v1/audio/transcriptions";
constexpr const char* kKey = "stt-functional-key-0123456789";
constexpr const char* kMime = "audio/ogg; codecs=opus";

std::string voice_file() {
  std::ifstream in(HOTEL_TEST_DATA "/data/audio/voice.ogg", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

PeerReply heard(const std::string& text) {
  return PeerReply::json(200, json::serialize(json::object{{"text", text}}));
}

DaemonProcess::Environment with_ears(const Peer& ears) {
  return {{"STT_BASE_URL", ears.url("/v1")}, {"STT_API_KEY", kKey}, {"STT_MODEL", "ears-1"}};
}

json::value voice_note(Stack& s, const Guest& guest) {
  for (const auto& m : s.messages(guest.phone()))
    if (wire::text_of(m, "type") == "audio") return m;
  return nullptr;
}

std::string transcript_state(const json::value& m) {
  const auto* media = wire::object_of(m, "media");
  const auto* transcript = media ? wire::object_of(*media, "transcript") : nullptr;
  return transcript ? wire::text_of(*transcript, "state") : "";
}

int alerts(Stack& s, const std::string& kind) {
  const auto list = s.daemon.get(s.desk(), "/alerts").json();
  int count = 0;
  if (const auto* items = wire::array_of(list, "items"))
    for (const auto& item : *items) count += wire::text_of(item, "kind") == kind;
  return count;
}

}  // namespace

class Voice : public OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, Voice, testing::Values(Engine::kSqlite, Engine::kPostgres), engine_name);

TEST_P(Voice, IsUnderstoodLikeTextAndShownAsATranscript) {
  Peer ears;
  Stack s{GetParam(), with_ears(ears)};
  auto guest = s.guest();
  const auto line = fmt::format("¿Tienen una habitación doble del {} al {} para 2 adultos? ¿Cuánto sale?", stay_day(40),
                                stay_day(43));
  ears.expect("POST", kPath, PeerReply::json(503, "{}"));  // a temporary fault is nobody's affair
  ears.expect("POST", kPath, heard(line));
  guest.media("audio", voice_file(), kMime, {{"voice", true}});
  const auto reply = s.graph.wait_reply(guest.phone());
  ASSERT_TRUE(reply);
  EXPECT_NE(reply->text.find("USD " + wire::to_decimal(3 * s.pms.night_gross_cents("Double Room"))), std::string::npos)
      << reply->text;
  const auto m = voice_note(s, guest);
  EXPECT_EQ(wire::text_of(m, "text"), line);
  EXPECT_EQ(transcript_state(m), "done");
  for (const auto& said : s.messages(guest.phone()))
    if (wire::text_of(said, "direction") == "out")
      EXPECT_TRUE(wire::flag_of(json::value(*wire::object_of(said, "why")), "transcript"));
  const auto file = s.daemon.get(s.desk(), "/messages/" + wire::text_of(m, "id") + "/media");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, voice_file());
  for (const auto& request : ears.requests()) {
    EXPECT_EQ(request.header("Authorization"), std::string("Bearer ") + kKey);
    EXPECT_NE(request.body.find(voice_file()), std::string::npos);
  }
  EXPECT_EQ(alerts(s, "voice_note"), 0);
  EXPECT_TRUE(eventually([&] {
    const auto found = s.daemon.get(s.desk(), "/search?q=habitacion").json();
    const auto* items = wire::array_of(found, "items");
    return items && std::any_of(items->begin(), items->end(),
                                [&](const auto& hit) { return wire::text_of(hit, "id") == wire::text_of(m, "id"); });
  }));
  const auto log = s.daemon.log();
  for (const auto* secret : {kKey, "doble", "Cuánto"}) EXPECT_EQ(log.find(secret), std::string::npos) << secret;
}

TEST(VoiceFailing, TheGuestIsAskedForTextAndStaffIsTold) {
  Peer ears;
  Stack s{Engine::kSqlite, with_ears(ears)};
  auto guest = s.guest();
  ears.expect("POST", kPath, heard("  "));
  guest.media("audio", voice_file(), kMime, {{"voice", true}});
  const auto reply = s.graph.wait_reply(guest.phone());
  ASSERT_TRUE(reply);
  EXPECT_NE(reply->text.find("No pude entender su audio"), std::string::npos) << reply->text;
  EXPECT_EQ(transcript_state(voice_note(s, guest)), "failed");
  EXPECT_EQ(alerts(s, "voice_note"), 1);
}

TEST(VoiceWithoutAService, TheSame) {
  Stack s;
  auto guest = s.guest();
  guest.media("audio", voice_file(), kMime, {{"voice", true}});
  const auto reply = s.graph.wait_reply(guest.phone());
  ASSERT_TRUE(reply);
  EXPECT_NE(reply->text.find("Todavía no puedo escuchar audios"), std::string::npos) << reply->text;
  EXPECT_EQ(transcript_state(voice_note(s, guest)), "off");
  EXPECT_EQ(alerts(s, "voice_note"), 1);
  EXPECT_NE(s.daemon.command({"check"}).out.find("staff listens to voice notes"), std::string::npos);
}

TEST_P(Voice, ThatWasUnderWayIsTakenUpAgainAfterKillMinusNine) {
  Peer ears;
  Stack s{GetParam(), with_ears(ears)};
  auto guest = s.guest();
  ears.expect("POST", kPath, PeerReply::failing(PeerReply::Fault::kHang));
  ears.expect("POST", kPath, heard("quiero hablar con una persona"));
  guest.media("audio", voice_file(), kMime, {{"voice", true}});
  ASSERT_TRUE(ears.wait_for_requests(1));
  s.daemon.kill();
  s.daemon.start();
  ASSERT_TRUE(s.graph.wait_reply(guest.phone()));
  EXPECT_EQ(wire::text_of(voice_note(s, guest), "text"), "quiero hablar con una persona");
  EXPECT_EQ(wire::text_of(s.conversation(guest.phone()), "owner"), "staff");
  EXPECT_EQ(s.graph.seen_by(guest.phone()).size(), 1u);
}

TEST(VoiceTakenOver, NothingOfTheAgentLeaves) {
  Peer ears;
  std::mutex mutex;
  std::condition_variable changed;
  bool open = false;
  ears.always("POST", kPath, [&](const PeerRequest&) {
    std::unique_lock lock{mutex};
    changed.wait(lock, [&] { return open; });
    return heard("¿Tienen piscina?");
  });
  Stack s{Engine::kSqlite, with_ears(ears)};
  auto guest = s.guest();
  guest.media("audio", voice_file(), kMime, {{"voice", true}});
  EXPECT_TRUE(ears.wait_for_requests(1));
  const auto path = "/conversations/" + wire::text_of(s.conversation(guest.phone()), "id");
  EXPECT_LT(s.daemon.post(s.desk(), path + "/takeover", json::object{}).status, 300);
  {
    const std::scoped_lock lock{mutex};
    open = true;
  }
  changed.notify_all();
  EXPECT_TRUE(eventually([&] { return transcript_state(voice_note(s, guest)) == "done"; }));
  EXPECT_FALSE(s.graph.wait_reply(guest.phone(), 0, {}, std::chrono::milliseconds{1500}));
}
