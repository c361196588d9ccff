// Every recorded webhook body: what must come out of it by its `counts` and by its note.
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "domain/status_ladder.h"
#include "payload_files.h"
#include "whatsapp/mend.h"
#include "whatsapp/phone.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::whatsapp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Millis kArrival = 1'796'000'000'000;

Parsed parsed(std::string_view name) {
  return parse_webhook(test::webhook_file(name).body, {test::kOurNumber}, kArrival);
}

template <class T>
std::vector<T> all(const Parsed& parsed) {
  std::vector<T> out;
  for (const auto& element : parsed.elements)
    if (const auto* found = std::get_if<T>(&element)) out.push_back(*found);
  return out;
}

std::vector<std::string> texts(const Parsed& parsed) {
  std::vector<std::string> out;
  for (const auto& in : all<Inbound>(parsed)) out.push_back(in.message.shown.text);
  return out;
}

Inbound only_message(std::string_view name) {
  auto messages = all<Inbound>(parsed(name));
  EXPECT_THAT(messages, SizeIs(1)) << name;
  return messages.empty() ? Inbound{} : std::move(messages.front());
}

bool clean(std::string_view text) {
  return mend_utf8(text) == text && text.find('\0') == std::string_view::npos;
}

class EveryPayload : public testing::TestWithParam<test::WebhookFile> {};

TEST_P(EveryPayload, GivesWhatItsCountsSay) {
  const auto& file = GetParam();
  if (file.http == 401) return;  // never parsed: see RecordedSignature
  const auto result = parse_webhook(file.body, {test::kOurNumber}, kArrival);
  std::set<std::string> messages, statuses;
  for (const auto& in : all<Inbound>(result)) {
    EXPECT_EQ(in.message.number_id, test::kOurNumber);
    EXPECT_TRUE(clean(in.message.shown.text)) << file.file;
    EXPECT_TRUE(clean(in.who.name)) << file.file;
    EXPECT_FALSE(in.message.shown.text.empty()) << "a person must see something";
    EXPECT_TRUE(clean(boost::json::serialize(in.message.raw)));
    EXPECT_EQ(boost::json::serialize(in.message.raw).find("\\u0000"), std::string::npos);
    messages.insert(in.message.shown.external_id);
  }
  for (const auto& s : all<Status>(result))
    statuses.insert(s.row.external_id + " " + s.row.status + " " + s.row.participant);
  if (file.messages) EXPECT_EQ(messages.size(), static_cast<std::size_t>(*file.messages));
  if (file.statuses) EXPECT_EQ(statuses.size(), static_cast<std::size_t>(*file.statuses));
}

INSTANTIATE_TEST_SUITE_P(Files, EveryPayload, testing::ValuesIn(test::webhook_files()));

TEST(Payload, ThereAreFifty) {
  EXPECT_THAT(test::webhook_files(), SizeIs(50));
}

TEST(Payload, Text) {
  const auto in = only_message("text");
  const auto& m = in.message.shown;
  EXPECT_EQ(m.text, "Do you have a double room for Friday?");
  EXPECT_EQ(m.type, "text");
  EXPECT_EQ(m.external_id, "wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQzQUExMTcwNzI1QThCNjgyQjI1MwA=");
  EXPECT_EQ(m.sent_at, 1'781'000'000'000);
  EXPECT_EQ(m.created_at, kArrival);
  EXPECT_EQ(m.direction, wire::Direction::kIn);
  EXPECT_EQ(m.author.name, "Ana Prueba");
  EXPECT_EQ(in.who.wa_id, "15550100123");
  EXPECT_TRUE(in.opens_window);
  EXPECT_TRUE(in.message.wants_answer);
  EXPECT_FALSE(in.undated);
  EXPECT_EQ(in.message.raw.at("text").at("body").as_string(), m.text);
}

TEST(Payload, EscapedUnicode) {
  const auto in = only_message("text-escaped-unicode");
  EXPECT_EQ(in.message.shown.text, "¿Tenéis habitación 2/3 junio? 😀 ñandú@correo.example <50%");
  EXPECT_EQ(in.who.name, "Íñigo Ñu 🏨");
  EXPECT_EQ(in.who.user_id, "ES.1000000000000000002");
}

TEST(Payload, ReplyAndForwarded) {
  const auto in = all<Inbound>(parsed("reply-and-forwarded"));
  ASSERT_THAT(in, SizeIs(3));
  EXPECT_EQ(in[0].message.shown.reply_to, "wamid.HBgLMTU1NTAxMDAxMjMVAgARGBI4QkJFRjkxOThGRjk0NUMwNjMA");
  EXPECT_EQ(in[1].message.shown.reply_to, "");
  EXPECT_TRUE(in[1].message.raw.at("context").at("forwarded").as_bool());
}

TEST(Payload, AdvertisementIsAnOrdinaryText) {
  const auto in = only_message("text-from-ad");
  EXPECT_EQ(in.message.shown.text, "Hi, is the offer still on?");
  EXPECT_TRUE(in.message.raw.contains("referral"));
}

TEST(Payload, Image) {
  const auto m = only_message("image").message.shown;
  EXPECT_EQ(m.text, "My passport");
  EXPECT_EQ(m.media.at("id").as_string(), "1000390107406812");
  EXPECT_EQ(m.media.at("mime_type").as_string(), "image/jpeg");
  EXPECT_EQ(m.media.at("sha256").as_string(), "5/bAEXdujbfNMwtUF0/Xb30CFrYSOHpf/PuB5vCRloM=");
  EXPECT_EQ(m.media.at("state").as_string(), "pending");
}

TEST(Payload, AudioVideoSticker) {
  const auto in = all<Inbound>(parsed("audio-video-sticker"));
  ASSERT_THAT(in, SizeIs(4));
  EXPECT_TRUE(in[0].message.shown.media.at("voice").as_bool());
  EXPECT_EQ(in[0].message.shown.text, "[voice note]");
  EXPECT_EQ(in[0].message.shown.type, "audio");
  EXPECT_FALSE(in[1].message.shown.media.contains("voice"));
  EXPECT_EQ(in[1].message.shown.text, "[audio]");
  EXPECT_EQ(in[2].message.shown.text, "the leak in room 204");
  EXPECT_EQ(in[3].message.shown.text, "[sticker]");
}

TEST(Payload, DocumentNamesAreShownOnly) {
  const auto m = only_message("document").message.shown;
  EXPECT_EQ(m.text, "signed form");
  EXPECT_EQ(m.media.at("filename").as_string(), "../../etc/Формуляр №1.pdf");
}

TEST(Payload, LocationPinAndPlace) {
  EXPECT_THAT(texts(parsed("location-pin-and-place")),
              ElementsAre("[location] -34.60372, -58.38159", "[location] Station, 1 Example Street"));
}

TEST(Payload, SharedContactsAreNotTheSender) {
  const auto in = only_message("contacts-shared");
  EXPECT_EQ(in.message.shown.text, "[contact] Marta Invitada +34 600 000 112; Taxi Example +1 555-010-0150; No Phone");
  EXPECT_EQ(in.who.name, "Ana Prueba");
  EXPECT_THAT(in.moves, IsEmpty());
}

TEST(Payload, ReactionAndRemoval) {
  const auto in = all<Inbound>(parsed("reaction-and-removal"));
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].message.shown.text, "👍🏽");
  EXPECT_EQ(in[1].message.shown.text, "[reaction removed]");
  for (const auto& r : in) {
    EXPECT_FALSE(r.message.wants_answer);
    EXPECT_FALSE(r.opens_window);
    EXPECT_EQ(r.message.shown.reply_to, "wamid.HBgLMTU1NTAxMDAxMjMVAgARGBI4QkJFRjkxOThGRjk0NUMwNjMA");
  }
}

TEST(Payload, SendersAreMatchedByIdNotByPosition) {
  const auto in = all<Inbound>(parsed("numbers-argentina-mexico"));
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].who.name, "Guest AR");
  EXPECT_EQ(in[1].who.name, "Guest MX");
  EXPECT_TRUE(same_phone("541100000101", in[0].who.wa_id));
}

TEST(Payload, ButtonAndListReply) {
  const auto button = only_message("button-reply").message.shown;
  EXPECT_EQ(button.text, "Confirm");
  EXPECT_EQ(button.interactive.at("id").as_string(), "confirm:42");
  EXPECT_EQ(button.interactive.at("type").as_string(), "button_reply");
  EXPECT_FALSE(button.reply_to.empty());
  const auto row = only_message("list-reply").message.shown;
  EXPECT_EQ(row.text, "Suite");
  EXPECT_EQ(row.interactive.at("id").as_string(), "room:3");
  EXPECT_FALSE(row.interactive.contains("description"));
}

TEST(Payload, FormAnswersAreReadApart) {
  const auto m = only_message("flow-reply").message.shown;
  EXPECT_EQ(m.text, "[form] Sent");
  EXPECT_EQ(m.interactive.at("answers").at("note").as_string(), "late \"check-in\" / 23:00");
}

TEST(Payload, TemplateButton) {
  const auto m = only_message("template-button").message.shown;
  EXPECT_EQ(m.type, "button");
  EXPECT_EQ(m.text, "Yes, I arrive");
  EXPECT_EQ(m.interactive.at("id").as_string(), "CHECKIN-YES-42");
}

TEST(Payload, Order) {
  EXPECT_THAT(texts(parsed("order")), ElementsAre("[order] 2 x BREAKFAST, 1 x PARKING"));
}

TEST(Payload, ChangeOfNumber) {
  const auto in = only_message("system-number-change");
  ASSERT_THAT(in.moves, SizeIs(1));
  EXPECT_EQ(in.moves[0].before.wa_id, "15550100130");
  EXPECT_EQ(in.moves[0].after.wa_id, "15550100131");
  EXPECT_TRUE(in.moves[0].replaces);
  EXPECT_FALSE(in.message.wants_answer);
  EXPECT_FALSE(in.opens_window);
  EXPECT_EQ(in.message.shown.author.kind, wire::AuthorKind::kSystem);
}

TEST(Payload, UnsupportedKinds) {
  const auto in = all<Inbound>(parsed("unsupported-kinds"));
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].message.shown.text, "[unsupported] poll_creation");
  EXPECT_EQ(in[1].message.shown.text, "[unsupported]");
  EXPECT_EQ(in[0].message.shown.error.at("code").as_int64(), 131051);
  EXPECT_TRUE(in[0].opens_window && in[0].message.wants_answer);
}

TEST(Payload, MediaTooLargeIsNotFetched) {
  const auto m = only_message("media-too-large").message.shown;
  EXPECT_EQ(m.text, "[video]");
  EXPECT_EQ(m.media.at("state").as_string(), "failed");
  EXPECT_EQ(m.error.at("code").as_int64(), 131052);
}

TEST(Payload, EditAndRevoke) {
  const auto in = all<Inbound>(parsed("edit-and-revoke"));
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].message.shown.text, "[edited] Do you have a double room for Saturday?");
  EXPECT_EQ(in[0].message.shown.type, "edit");
  EXPECT_EQ(in[0].message.shown.reply_to, "wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQzQUExMTcwNzI1QThCNjgyQjI1MwA=");
  EXPECT_EQ(in[1].message.shown.text, "[deleted]");
  EXPECT_FALSE(in[0].message.wants_answer || in[1].message.wants_answer);
}

TEST(Payload, GroupsHaveAConversationOfTheirOwn) {
  const auto in = only_message("group-text");
  EXPECT_EQ(in.group_id, "Z3JvdXA6ZXhhbXBsZTowMDE");
  EXPECT_EQ(in.message.participant, "15550100123");
  EXPECT_FALSE(in.message.wants_answer);
  EXPECT_EQ(conversation_of(in).wa_id, "");
  EXPECT_EQ(conversation_of(in).user_id, "group:Z3JvdXA6ZXhhbXBsZTowMDE");
}

TEST(Payload, ChatOpened) {
  const auto in = only_message("request-welcome");
  EXPECT_TRUE(in.opens_window);
  EXPECT_FALSE(in.message.wants_answer);
}

TEST(Payload, HiddenPhone) {
  const auto in = only_message("username-no-phone");
  EXPECT_EQ(in.who.wa_id, "");
  EXPECT_EQ(in.who.user_id, "US.1000000000000000003");
  EXPECT_EQ(in.who.name, "Robin");
  EXPECT_EQ(in.who.username, "robin.example");
  EXPECT_EQ(conversation_of(in).user_id, "US.1000000000000000003");
}

TEST(Payload, UserIdUpdate) {
  const auto moves = all<IdentityMove>(parsed("user-id-update"));
  ASSERT_THAT(moves, SizeIs(1));
  EXPECT_EQ(moves[0].before.user_id, "ES.1000000000000000002");
  EXPECT_EQ(moves[0].after.user_id, "ES.1000000000000000022");
  EXPECT_EQ(moves[0].before.wa_id, "34600000111");
}

TEST(Payload, AnsweredContactRequestProvesThePhone) {
  const auto in = only_message("contact-request-answer");
  ASSERT_THAT(in.moves, SizeIs(1));
  EXPECT_EQ(in.moves[0].before.user_id, "US.1000000000000000003");
  EXPECT_EQ(in.moves[0].after.wa_id, "15550100124");
  EXPECT_FALSE(in.moves[0].replaces);
}

TEST(Payload, Statuses) {
  const auto sent = all<Status>(parsed("status-sent-v23"));
  ASSERT_THAT(sent, SizeIs(1));
  EXPECT_EQ(sent[0].row.at, 1'781'000'250'000);
  EXPECT_EQ(sent[0].recipient.wa_id, "15550100123");
  const auto delivered = parsed("status-delivered-v24");
  EXPECT_THAT(delivered.elements, SizeIs(1)) << "contacts beside a status make nobody";
  EXPECT_EQ(all<Status>(delivered)[0].recipient.user_id, "ES.1000000000000000002");
  const auto failed = all<Status>(parsed("status-failed-window"));
  EXPECT_EQ(failed[0].code, 131047);
  EXPECT_EQ(failed[0].row.opaque, "outbox-7f3a0001");
  EXPECT_EQ(failed[0].row.error.at("title").as_string(), "Re-engagement message");
  EXPECT_EQ(all<Status>(parsed("status-unknown-message"))[0].row.opaque, "outbox-7f3a0042");
}

TEST(Payload, ReversedStatusesEndAtRead) {
  auto state = wire::MessageStatus::kAccepted;
  for (const auto& s : all<Status>(parsed("statuses-reversed")))
    state = domain::after_status(state, s.row.status).value_or(state);
  EXPECT_EQ(state, wire::MessageStatus::kRead);
}

TEST(Payload, OtherStatusNamesAreKeptAndChangeNothing) {
  const auto other = all<Status>(parsed("status-other-values"));
  ASSERT_THAT(other, SizeIs(4));
  EXPECT_EQ(other[3].row.status, "teleported");
  EXPECT_FALSE(domain::after_status(wire::MessageStatus::kSent, other[3].row.status));
}

TEST(Payload, OtherNumbersAreForeign) {
  const auto mixed = parsed("batch-mixed-numbers");
  EXPECT_THAT(texts(mixed), ElementsAre("First", "Second"));
  EXPECT_EQ(mixed.foreign, 2);
  const auto both =
      parse_webhook(test::webhook_file("batch-mixed-numbers").body, {test::kOurNumber, "200000000000099"}, kArrival);
  EXPECT_THAT(all<Inbound>(both), SizeIs(3));
  EXPECT_EQ(both.foreign, 1);
}

TEST(Payload, RepetitionsCarryTheSameId) {
  const auto in = all<Inbound>(parsed("duplicate-message"));
  ASSERT_THAT(in, SizeIs(3));
  EXPECT_EQ(in[0].message.shown.external_id, in[2].message.shown.external_id);
}

TEST(Payload, OrderIsByTimeThenArrival) {
  std::multimap<Millis, std::string> by_time;  // equal keys stay in the order of arrival
  for (const auto& in : all<Inbound>(parsed("messages-out-of-order")))
    by_time.emplace(in.message.shown.sent_at, in.message.shown.text);
  std::vector<std::string> words;
  for (const auto& [at, text] : by_time) words.push_back(text.substr(0, text.find(':')));
  EXPECT_THAT(words, ElementsAre("first", "second", "third", "fourth"));
}

TEST(Payload, NewsOfAccountAndTemplates) {
  const auto news = parsed("fields-not-messages");
  const auto account = all<AccountNews>(news);
  ASSERT_THAT(account, SizeIs(2));
  EXPECT_EQ(account[0].event, "ACCOUNT_RESTRICTION");
  EXPECT_TRUE(account[0].stops_sender);
  EXPECT_EQ(account[1].event, "THROUGHPUT_UPGRADE");
  EXPECT_FALSE(account[1].stops_sender);
  const auto templates = all<TemplateNews>(news);
  ASSERT_THAT(templates, SizeIs(1));
  EXPECT_EQ(templates[0].template_id, "1689556908129832");
  EXPECT_EQ(templates[0].name, "checkin_reminder");
  EXPECT_TRUE(templates[0].stopped);
}

TEST(Payload, EchoIsStaffSpeaking) {
  const auto echoes = all<Echo>(parsed("echo-from-business-app"));
  ASSERT_THAT(echoes, SizeIs(1));
  const auto& m = echoes[0].message.shown;
  EXPECT_EQ(m.direction, wire::Direction::kOut);
  EXPECT_EQ(m.author.kind, wire::AuthorKind::kStaff);
  EXPECT_EQ(m.text, "Good evening, reception here.");
  EXPECT_FALSE(echoes[0].message.wants_answer);
  EXPECT_EQ(echoes[0].to.wa_id, "15550100123");
  EXPECT_EQ(echoes[0].to.user_id, "US.1000000000000000001");
}

TEST(Payload, MarketingOptOut) {
  const auto preferences = all<Preference>(parsed("user-preferences-stop"));
  ASSERT_THAT(preferences, SizeIs(1));
  EXPECT_TRUE(preferences[0].stop);
  EXPECT_EQ(preferences[0].category, "marketing_messages");
  EXPECT_EQ(preferences[0].who.wa_id, "34600000111");
  EXPECT_EQ(preferences[0].at, 1'781'000'350'000);
}

TEST(Payload, ErrorsBesideMessages) {
  const auto both = parsed("value-level-errors");
  EXPECT_THAT(texts(both), ElementsAre("[interactive]"));
  const auto errors = all<ValueError>(both);
  ASSERT_THAT(errors, SizeIs(2));
  EXPECT_EQ(errors[0].detail, "Unsupported webhook payload");
  EXPECT_EQ(errors[1].code, 130429);
}

TEST(Payload, MessageWithoutContacts) {
  const auto in = only_message("empty-arrays-missing-contacts");
  EXPECT_EQ(in.who.name, "");
  EXPECT_EQ(in.who.wa_id, "15550100123");
}

TEST(Payload, UnknownTypesAndFields) {
  const auto in = all<Inbound>(parsed("unknown-type-and-fields"));
  ASSERT_THAT(in, SizeIs(2));
  EXPECT_EQ(in[0].message.shown.text, "[hologram]");
  EXPECT_EQ(in[0].message.raw.at("hologram").at("frames").as_array().size(), 3U);
  EXPECT_EQ(in[1].message.shown.text, "ordinary");
}

TEST(Payload, WrongJsonTypes) {
  const auto mixed = parsed("wrong-json-types");
  const auto in = all<Inbound>(mixed);
  ASSERT_THAT(in, SizeIs(3));
  EXPECT_EQ(in[0].who.wa_id, "15550100123");
  EXPECT_EQ(in[0].message.shown.sent_at, 1'781'000'390'000);
  EXPECT_EQ(in[1].message.shown.text, "[location] 40.4168, -3.7038");
  EXPECT_TRUE(in[1].undated);
  EXPECT_EQ(in[1].message.shown.sent_at, kArrival);
  EXPECT_EQ(in[2].message.shown.text, "[text]");
  const auto dead = all<DeadElement>(mixed);
  ASSERT_THAT(dead, SizeIs(1));
  EXPECT_NE(dead[0].body.find("no id"), std::string::npos);
  EXPECT_FALSE(mixed.dead_body);
}

TEST(Payload, NullByteAndLoneSurrogate) {
  const auto in = only_message("null-byte");
  EXPECT_EQ(in.message.shown.text, "room\xef\xbf\xbd 204 \x01\x1f ok");
  EXPECT_EQ(in.who.name,
            "An\xef\xbf\xbd"
            "a");
  EXPECT_EQ(only_message("lone-surrogate").message.shown.text,
            "half \xef\xbf\xbd and low \xef\xbf\xbd and reversed \xef\xbf\xbd\xef\xbf\xbd");
}

TEST(Payload, LongTextIsWhole) {
  EXPECT_GT(only_message("very-long-text").message.shown.text.size(), 13'000U);
}

TEST(Payload, WhatCannotBeReadIsDeadAsAWhole) {
  for (const std::string_view name : {"truncated-json", "deep-nesting"}) {
    const auto dead = parsed(name);
    EXPECT_TRUE(dead.dead_body) << name;
    EXPECT_THAT(dead.elements, IsEmpty());
  }
}

}  // namespace
}  // namespace hotel::whatsapp
