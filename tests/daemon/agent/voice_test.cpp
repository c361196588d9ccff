// What the agent makes of voice notes: with a transcript, without one, and what a transcript may not do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation.h"
#include "wire/codec.h"

namespace hotel::agent::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

wire::Message voice(const std::string& state, const std::string& text = "[voice note]") {
  wire::Message m;
  m.type = "audio";
  m.text = text;
  m.media = {{"id", "1"}, {"voice", true}};
  if (!state.empty()) m.media["transcript"] = boost::json::object{{"state", state}};
  return m;
}
bool marked(const Reply& reply) {
  return wire::flag_of(reply.why, "transcript");
}
constexpr const char* kAsk = "¿Tienen una habitación doble del 14/01/2027 al 17/01/2027 para 2 adultos?";

void say_up_to_summary(Guest& g) {
  for (const auto* line : {"Hola, quiero reservar una habitación", "del 14/01/2027 al 17/01/2027", "2 adultos",
                           "la doble", "Lucía Ferrer"})
    g.say(line);
  ASSERT_THAT(g.texts(), AllOf(HasSubstr("Lucía Ferrer"), HasSubstr("USD 332.64")));
}

TEST(Voice, ATranscriptIsAnsweredLikeTextWithTheDatesRestatedAndMarked) {
  Guest typed, spoken;
  const auto answer = typed.say(kAsk);
  EXPECT_FALSE(marked(typed.last.replies.at(0)));
  spoken.send({voice("done", kAsk)});
  EXPECT_EQ(spoken.texts(), answer);
  EXPECT_THAT(answer, AllOf(HasSubstr("USD 332.64"), HasSubstr("14/01/2027"), HasSubstr("17/01/2027")));
  EXPECT_TRUE(marked(spoken.last.replies.at(0)));
  EXPECT_FALSE(spoken.last.alert);
}

TEST(Voice, WithoutItsWordsTheGuestIsAskedForTextAndStaffIsTold) {
  for (const std::string state : {"off", "failed", "pending", ""}) {
    Guest g;
    g.send({voice(state)});
    ASSERT_EQ(g.last.replies.size(), 1u) << state;
    const bool tried = state == "failed" || state == "pending";
    EXPECT_EQ(g.last.replies[0].text, tried ? "No pude entender su audio. ¿Me lo escribe, por favor?"
                                            : "Todavía no puedo escuchar audios. ¿Me lo escribe, por favor?");
    EXPECT_EQ(g.last.alert, "voice_note") << state;
    EXPECT_FALSE(g.last.hand_over);
    EXPECT_EQ(g.last.language, "") << "a language was taken from a note that nobody heard";
    EXPECT_FALSE(marked(g.last.replies[0]));
  }
}

TEST(Voice, TextBesideItIsAnsweredAndTheNoteIsNotForgotten) {
  Guest g;
  g.send({Guest::text_message(kAsk), voice("failed")});
  ASSERT_EQ(g.last.replies.size(), 2u);
  EXPECT_THAT(g.last.replies[0].text, HasSubstr("USD 332.64"));
  EXPECT_THAT(g.last.replies[1].text, HasSubstr("No pude entender su audio"));
  EXPECT_EQ(g.last.alert, "voice_note");
}

TEST(Voice, AnEmergencyAndAPersonComeFirst) {
  Guest g;
  g.send({voice("pending"), Guest::text_message("hay fuego en el pasillo, ayuda!!")});
  EXPECT_EQ(g.last.alert, "emergency");
  EXPECT_TRUE(g.last.hand_over);
  EXPECT_EQ(g.last.replies.size(), 1u);
  Guest spoken;
  spoken.send({voice("done", "quiero hablar con una persona")});
  EXPECT_TRUE(spoken.last.hand_over);
  EXPECT_EQ(spoken.last.reason, "wants_person");
}

TEST(Voice, AButtonBesideAnUnclearNoteStillCounts) {
  Guest g;
  say_up_to_summary(g);
  g.send({voice("failed"), Guest::choice_message(g.choices().at(0))});
  EXPECT_TRUE(g.last.book);
}

TEST(Voice, APlainYesConfirmsTheSummary) {
  for (const auto* yes : {"Sí.", "Sí, confirmo.", "Sí, por favor, confirme la reserva."}) {
    Guest g;
    say_up_to_summary(g);
    g.send({voice("done", yes)});
    EXPECT_TRUE(g.last.book) << yes;
  }
}

TEST(Voice, ALongSpeechWithAYesInItBooksNothingAndIsAskedAgain) {
  Guest g;
  say_up_to_summary(g);
  g.send(
      {voice("done", "Sí, bueno, lo estuve hablando con mi mujer en casa y creemos que está bien así todo, gracias")});
  EXPECT_FALSE(g.last.book);
  EXPECT_THAT(g.choices(), ::testing::SizeIs(2)) << g.texts();
  g.send({voice("done", "Sí, confirmo.")});
  EXPECT_TRUE(g.last.book) << g.texts();
}

TEST(Voice, ASpokenStayIsBookedOnlyAfterASummary) {
  Guest g;
  g.send({voice("done",
                "Quiero reservar una habitación doble del 14/01/2027 al 17/01/2027 para 2 adultos a nombre de "
                "Lucía Ferrer")});
  EXPECT_FALSE(g.last.book);
  EXPECT_THAT(g.texts(), AllOf(HasSubstr("14/01/2027"), HasSubstr("17/01/2027"), HasSubstr("USD 332.64"))) << g.texts();
}

TEST(Voice, AStoredPlaceholderIsNoWordOfTheGuest) {
  Guest g;
  g.send({voice("off", "[voice note]")});
  EXPECT_THAT(g.texts(), Not(HasSubstr("voice note")));
}

}  // namespace
}  // namespace hotel::agent::testing
