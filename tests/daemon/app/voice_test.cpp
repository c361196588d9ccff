// Voice notes between arrival and answer: the file, the transcript, the turn that waits, and everything that can fail
// on the way. The worker runs for real on a stage whose clock stands still until it is moved.
#include <boost/asio/post.hpp>
#include <deque>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/inbound_rules.h"
#include "app/voice_rules.h"
#include "app/workers/media_worker.h"
#include "staff_stage.h"
#include "whatsapp/phone.h"
#include "wire/codec.h"

namespace hotel::app {
namespace {

using namespace std::chrono_literals;
using ports::TranscriberError;
using ports::TranscriberFault;
using ports::TranscriberResult;
using ports::Transcript;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kNumber = "200000000000001";

struct ScriptedEars final : ports::Transcriber {
  std::deque<TranscriberResult<Transcript>> answers;
  std::vector<ports::VoiceNote> asked;
  bool hangs = false;

  rt::Task<TranscriberResult<Transcript>> transcribe(ports::VoiceNote note) override {
    asked.push_back(std::move(note));
    if (hangs) co_await rt::sleep(1h);
    if (answers.empty()) co_return TranscriberError{TranscriberFault::kUnavailable, "away"};
    auto answer = std::move(answers.front());
    answers.pop_front();
    co_return answer;
  }
};

class VoiceTest : public testing::Test {
 protected:
  Stage stage;
  ScriptedEars ears;
  std::string file = "note.ogg";
  std::unique_ptr<MediaWorker> worker;
  std::unique_ptr<rt::TaskGroup> loops;
  int serial = 0;

  VoiceTest() {
    std::filesystem::create_directories(stage.settings.media_dir());
    std::ofstream{stage.settings.media_dir() / file, std::ios::binary} << "OggS opus bytes";
    stage.messenger.file = ports::MediaFile{(stage.settings.media_dir() / file).string(), "audio/ogg", "", 15};
  }
  ~VoiceTest() override { stop(); }

  void start(ports::Transcriber* transcriber) {
    worker = std::make_unique<MediaWorker>(stage.context, transcriber);
    loops = std::make_unique<rt::TaskGroup>(stage.io.get_executor());
    loops->spawn("media", worker->run());
  }
  // As if killed: nothing is finished, nothing is told to the store.
  void stop() {
    if (!worker) return;
    bool told = false;
    boost::asio::post(stage.io, [&] {  // a group is used on its executor
      loops->cancel_all();
      worker->tasks().cancel_all();
      told = true;
    });
    stage.pump_until([&] { return told && loops->size() == 0 && worker->tasks().size() == 0; });
    loops.reset();
    worker.reset();
  }
  void later(std::chrono::milliseconds time) {
    stage.clock.advance(time);
    stage.signals.media.notify();
  }

  std::string arrives(bool transcribes = true, std::string type = "audio") {
    whatsapp::Inbound in;
    in.who.wa_id = "5491100000101";
    in.who.name = "Gast Geheim";
    in.message.number_id = kNumber;
    in.message.wants_answer = true;
    in.opens_window = true;
    auto& m = in.message.shown;
    m.author = {wire::AuthorKind::kGuest, "Gast Geheim"};
    m.type = std::move(type);
    m.text = "[voice note]";
    m.external_id = "wamid.voice." + std::to_string(++serial);
    m.sent_at = stage.clock.now();
    m.media = {{"id", "77"}, {"state", "pending"}, {"mime_type", "audio/ogg"}, {"voice", true}};
    const InboundRules rules{stage.clock.now(), 1'500, 120s, transcribes};
    const auto external = m.external_id;
    stage.write([in, rules](ports::UnitOfWork& unit) {
      InboundEffects effects;
      apply_element(unit, whatsapp::Element{in}, rules, effects);
    });
    stage.signals.media.notify();
    return stage.read([external](ports::UnitOfWork& unit) { return unit.messages().by_external_id(external)->id; });
  }
  wire::Message message(const std::string& id) {
    return *stage.read([id](ports::UnitOfWork& unit) { return unit.messages().find(id); });
  }
  std::string state(const std::string& id) { return wire::transcript_state(message(id)); }
  std::string fault(const std::string& id) {
    const auto m = message(id);
    const auto* transcript = wire::object_of(m.media, "transcript");
    return transcript ? wire::text_of(*transcript, "fault") : "";
  }
  void until(const std::string& id, const std::string& wanted) {
    stage.pump_until([&] { return state(id) == wanted; });
  }
  std::optional<wire::Millis> due(const std::string& id) { return stage.row(message(id).conversation_id).turn_due_at; }
  // What the turn worker does: claims, and puts back what has to wait.
  std::vector<ports::TurnClaim> claim() {
    return stage.write([this, now = stage.clock.now()](ports::UnitOfWork& unit) {
      auto turns = unit.conversations().claim_turns(now, now + 30'000, 16);
      std::erase_if(turns, [&](const ports::TurnClaim& turn) {
        const auto wait = turn_waits_until(turn, stage.context.started_at, *wire::parse_iso("2026-11-25"), now);
        if (wait) unit.conversations().release_turn(turn.conversation.shown.id, *wait);
        return wait.has_value();
      });
      return turns;
    });
  }
};

TEST_F(VoiceTest, TheTranscriptBecomesTheTextMarkedSearchableAndTheTurnIsDue) {
  const auto id = arrives();
  EXPECT_EQ(state(id), "pending");
  stage.clock.advance(1500ms);
  EXPECT_THAT(claim(), IsEmpty());
  EXPECT_EQ(due(id), message(id).created_at + kTranscriptPatience);
  const auto before = stage.last_seq();
  ears.answers.emplace_back(Transcript{"¿Tienen habitación con balcón?", "ears-1"});
  start(&ears);
  until(id, "done");
  const auto m = message(id);
  EXPECT_EQ(m.text, "¿Tienen habitación con balcón?");
  EXPECT_EQ(m.type, "audio");
  EXPECT_TRUE(wire::text_is_transcript(m));
  EXPECT_EQ(wire::text_of(m.media, "state"), "stored");
  EXPECT_EQ(wire::text_of(m.media, "file"), file);
  const auto* transcript = wire::object_of(m.media, "transcript");
  EXPECT_EQ(wire::text_of(*transcript, "model"), "ears-1");
  EXPECT_EQ(wire::text_of(*transcript, "at"), wire::to_rfc3339(stage.clock.now()));
  ASSERT_EQ(ears.asked.size(), 1u);
  EXPECT_EQ(ears.asked[0].bytes, "OggS opus bytes");
  EXPECT_EQ(ears.asked[0].mime_type, "audio/ogg");
  EXPECT_EQ(ears.asked[0].limit, 60s - 1500ms);

  EXPECT_EQ(due(id), stage.clock.now());
  const auto turns = claim();
  ASSERT_EQ(turns.size(), 1u);
  EXPECT_EQ(turns[0].unanswered.at(0).text, m.text);
  EXPECT_EQ(stage.row(m.conversation_id).shown.last_message->text, m.text);
  const auto events = stage.read([before](ports::UnitOfWork& unit) { return unit.events().after(before, 100); });
  EXPECT_EQ(std::count_if(events.begin(), events.end(),
                          [](const auto& e) {
                            return e.kind == wire::kMessageUpdated && e.data.find("balcón") != std::string::npos;
                          }),
            1);
  stage.write([](ports::UnitOfWork& unit) { unit.messages().index_for_search(100); });
  const auto found = stage.get("/search?q=balcon");
  EXPECT_THAT(found.text, testing::HasSubstr(id));
}

TEST_F(VoiceTest, TemporaryFaultsAreTriedAgain) {
  const auto id = arrives();
  ears.answers.emplace_back(TranscriberError{TranscriberFault::kUnavailable, "503"});
  ears.answers.emplace_back(TranscriberError{TranscriberFault::kTimeout, "time over"});
  ears.answers.emplace_back(Transcript{"hola", "ears-1"});
  start(&ears);
  for (const std::size_t times : {1u, 2u}) {
    stage.pump_until([&] { return ears.asked.size() == times && worker->tasks().size() == 0; });
    EXPECT_EQ(state(id), "pending");
    later(2s);
  }
  until(id, "done");
  EXPECT_EQ(ears.asked.size(), 3u);
}

TEST_F(VoiceTest, WhatCannotPassFailsAtOnceAndEndsTheWait) {
  for (const auto why : {TranscriberFault::kRefused, TranscriberFault::kMalformed, TranscriberFault::kEmpty}) {
    const auto id = arrives();
    stage.clock.advance(1500ms);
    claim();
    ears.answers.emplace_back(TranscriberError{why, "no"});
    start(&ears);
    until(id, "failed");
    EXPECT_EQ(fault(id), name(why));
    EXPECT_EQ(message(id).text, "[voice note]");
    EXPECT_EQ(due(id), stage.clock.now());
    stop();
  }
}

TEST_F(VoiceTest, AServiceThatStaysAwayIsWaitedForOneMinute) {
  const auto id = arrives();
  start(&ears);
  stage.pump_until([&] { return ears.asked.size() == 1 && worker->tasks().size() == 0; });
  later(59'999ms);
  stage.pump_until([&] { return ears.asked.size() == 2 && worker->tasks().size() == 0; });
  EXPECT_EQ(state(id), "pending");
  EXPECT_EQ(ears.asked[1].limit, 1ms);
  EXPECT_THAT(claim(), IsEmpty());
  later(1ms);
  until(id, "failed");
  EXPECT_EQ(fault(id), "timeout");
  EXPECT_EQ(claim().size(), 1u);
}

TEST_F(VoiceTest, TheTurnDoesNotWaitLongerThanThatEvenIfNobodySettlesIt) {
  const auto id = arrives();
  stage.clock.advance(std::chrono::milliseconds{kTranscriptPatience});
  EXPECT_EQ(claim().size(), 1u);
  EXPECT_EQ(state(id), "pending");
}

TEST_F(VoiceTest, AFileThatDoesNotComeFailsTheTranscriptAndIsStillFetched) {
  const auto whole = std::exchange(stage.messenger.file, std::nullopt);
  const auto id = arrives();
  start(&ears);
  stage.pump_until([&] { return stage.messenger.downloads == 1 && worker->tasks().size() == 0; });
  EXPECT_EQ(state(id), "pending");
  later(60s);
  until(id, "failed");
  EXPECT_EQ(wire::text_of(message(id).media, "state"), "pending");
  EXPECT_THAT(ears.asked, IsEmpty());
  stage.messenger.file = whole;
  later(4000s);
  stage.pump_until([&] { return wire::text_of(message(id).media, "state") == "stored"; });
  EXPECT_EQ(state(id), "failed");  // the guest was asked for text by then
}

TEST_F(VoiceTest, AFaultOfOursIsNotRepeatedWithoutAPause) {
  stage.messenger.breaks = true;
  const auto id = arrives();
  start(&ears);
  stage.pump_until([&] { return stage.messenger.downloads == 1 && worker->tasks().size() == 0; });
  later(60s);  // the deadline is over, so every round would like to settle it
  stage.pump_until([&] { return stage.messenger.downloads == 2 && worker->tasks().size() == 0; });
  int turns = 0;
  stage.pump_until([&] { return ++turns > 30; });
  EXPECT_EQ(stage.messenger.downloads, 2);
  stage.messenger.breaks = false;
  later(60s);
  until(id, "failed");
}

TEST_F(VoiceTest, AFileThatIsRefusedFailsBoth) {
  stage.messenger.file.reset();
  stage.messenger.fault = base::ErrorCode::kInvalid;
  const auto id = arrives();
  start(&ears);
  until(id, "failed");
  EXPECT_EQ(wire::text_of(message(id).media, "state"), "failed");
}

TEST_F(VoiceTest, TooLargeAFileIsNotGivenAway) {
  stage.messenger.file->size = 16LL * 1024 * 1024 + 1;
  const auto id = arrives();
  start(&ears);
  until(id, "failed");
  EXPECT_EQ(fault(id), "too_large");
  EXPECT_THAT(ears.asked, IsEmpty());
}

TEST_F(VoiceTest, AKilledDaemonTakesItUpAgainWithTimeOfItsOwn) {
  const auto id = arrives();
  ears.hangs = true;
  start(&ears);
  stage.pump_until([&] { return ears.asked.size() == 1; });
  stop();
  EXPECT_EQ(state(id), "pending");
  stage.clock.advance(10min);
  stage.context.started_at = stage.clock.now();
  EXPECT_THAT(claim(), IsEmpty()) << "the guest is asked for text although the transcript is a moment away";
  ears.hangs = false;
  ears.answers.emplace_back(Transcript{"hola", "ears-1"});
  start(&ears);
  until(id, "done");
  EXPECT_EQ(stage.messenger.downloads, 1);
  EXPECT_EQ(claim().size(), 1u);
}

TEST_F(VoiceTest, WithoutAServiceNothingIsPending) {
  const auto id = arrives(false);
  EXPECT_EQ(state(id), "off");
  stage.clock.advance(1500ms);
  EXPECT_EQ(claim().size(), 1u);
  const auto left = arrives(true);  // the service was there when it came, and is not any more
  start(nullptr);
  until(left, "failed");
  EXPECT_EQ(state(id), "off");
}

TEST_F(VoiceTest, OnlyGuestsAudioHasATranscript) {
  EXPECT_EQ(state(arrives(true, "image")), "");
  EXPECT_EQ(state(arrives(true, "document")), "");
  wire::Message broken;
  broken.type = "audio";
  broken.media = {{"state", "failed"}};
  expect_transcript(broken, true);
  EXPECT_EQ(wire::transcript_state(broken), "failed");
}

TEST_F(VoiceTest, ATakeOverMeanwhileLeavesTheTranscriptToReadAndNoTurn) {
  const auto id = arrives();
  const auto conversation = message(id).conversation_id;
  const auto taken = stage.post("/conversations/" + conversation + "/takeover");
  ASSERT_LT(taken.status, 300) << taken.text;
  ears.answers.emplace_back(Transcript{"hola", "ears-1"});
  start(&ears);
  until(id, "done");
  EXPECT_FALSE(due(id));
  stage.clock.advance(10min);
  EXPECT_THAT(claim(), IsEmpty());
}

TEST_F(VoiceTest, WordsThatJustCameKeepTheirQuietTime) {
  const auto id = arrives();
  stage.clock.advance(1500ms);
  claim();
  const auto conversation = message(id).conversation_id;
  const auto debounced = stage.clock.now() + 1'000;
  stage.write([conversation, debounced](ports::UnitOfWork& unit) {
    unit.conversations().release_turn(conversation, debounced);
  });
  ears.answers.emplace_back(Transcript{"hola", "ears-1"});
  start(&ears);
  until(id, "done");
  EXPECT_EQ(due(id), debounced);
}

TEST_F(VoiceTest, ItIsSettledOnce) {
  const auto id = arrives();
  const auto settle = [&](TranscriberResult<Transcript> heard) {
    return stage.write([id, heard, now = stage.clock.now()](ports::UnitOfWork& unit) {
      return settle_transcript(unit, id, heard, now, 1'500);
    });
  };
  EXPECT_TRUE(settle(Transcript{"hola", "ears-1"}));
  EXPECT_FALSE(settle(TranscriberError{TranscriberFault::kTimeout, "late"}));
  EXPECT_FALSE(settle(Transcript{"otra cosa", "ears-2"}));
  EXPECT_EQ(message(id).text, "hola");
}

TEST(TurnWaits, ForTheLatestPendingTranscriptButNotForATypedEmergency) {
  const auto voice = [](const char* state, wire::Millis at) {
    wire::Message m;
    m.type = "audio";
    m.created_at = at;
    m.media = {{"transcript", {{"state", state}}}};
    return m;
  };
  const auto typed = [](const char* text) {
    wire::Message m;
    m.text = text;
    return m;
  };
  const auto today = *wire::parse_iso("2026-11-25");
  ports::TurnClaim claim;
  claim.unanswered = {voice("done", 1'000), voice("failed", 1'000), voice("off", 1'000), typed("hola")};
  EXPECT_FALSE(turn_waits_until(claim, 0, today, 2'000));
  claim.unanswered = {voice("pending", 1'000), voice("pending", 5'000), typed("hola")};
  EXPECT_EQ(turn_waits_until(claim, 0, today, 2'000), 65'000);
  EXPECT_EQ(turn_waits_until(claim, 0, today, 64'999), 65'000);
  EXPECT_FALSE(turn_waits_until(claim, 0, today, 65'000));
  EXPECT_EQ(turn_waits_until(claim, 70'000, today, 71'000), 130'000);
  claim.unanswered.push_back(typed("hay fuego en el pasillo, ayuda!!"));
  EXPECT_FALSE(turn_waits_until(claim, 0, today, 2'000));
}

}  // namespace
}  // namespace hotel::app
