#include "whatsapp/webhook_parse.h"

#include <chrono>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "payload_files.h"

namespace hotel::whatsapp {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr Millis kArrival = 1'796'000'000'000;
const std::vector<std::string> kOurs{test::kOurNumber};

std::string body_of(std::string_view value, std::string_view field = "messages") {
  return fmt::format(
      R"({{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"value":{},"field":"{}"}}]}}]}})",
      value, field);
}

std::string value_of(std::string_view members) {
  return fmt::format(R"({{"metadata":{{"phone_number_id":"200000000000001"}},{}}})", members);
}

std::string messages(std::string_view list) {
  return body_of(value_of(fmt::format(R"("messages":[{}])", list)));
}

Parsed parse(std::string_view body) {
  return parse_webhook(body, kOurs, kArrival);
}

template <class T>
std::vector<T> all(const Parsed& parsed) {
  std::vector<T> out;
  for (const auto& element : parsed.elements)
    if (const auto* found = std::get_if<T>(&element)) out.push_back(*found);
  return out;
}

Inbound one(std::string_view message) {
  auto in = all<Inbound>(parse(messages(message)));
  EXPECT_THAT(in, SizeIs(1)) << message;
  return in.empty() ? Inbound{} : std::move(in.front());
}

TEST(WebhookParse, BodiesOfTheWrongShapeAreDead) {
  for (const std::string_view body : {"[]", "7", "\"x\"", "null", "{}", R"({"entry":7})",
                                      R"({"object":"whatsapp_business_account","entry":7})", "hola", ""})
    EXPECT_TRUE(parse(body).dead_body) << body;
}

TEST(WebhookParse, OtherObjectsAreForeign) {
  const auto other = parse(R"({"object":"page","entry":[{"changes":[]}]})");
  EXPECT_EQ(other.foreign, 1);
  EXPECT_FALSE(other.dead_body);
  EXPECT_THAT(other.elements, IsEmpty());
}

TEST(WebhookParse, NothingInItIsNothing) {
  for (const std::string_view body :
       {R"({"object":"whatsapp_business_account"})", R"({"object":"whatsapp_business_account","entry":null})",
        R"({"object":"whatsapp_business_account","entry":[]})"}) {
    const auto nothing = parse(body);
    EXPECT_FALSE(nothing.dead_body) << body;
    EXPECT_THAT(nothing.elements, IsEmpty());
  }
}

TEST(WebhookParse, ABrokenElementCostsOnlyItself) {
  const auto mixed = parse(messages(
      R"(7,{"from":"34600000111","id":"wamid.a","timestamp":"1781000000","type":"text","text":{"body":"hola"}},)"
      R"({"id":"wamid.nobody","timestamp":"1","type":"text"},"x",{"from":"34600000111","timestamp":"1","type":"text"},null)"));
  EXPECT_THAT(all<Inbound>(mixed), SizeIs(1));
  EXPECT_THAT(all<DeadElement>(mixed), SizeIs(5));
}

TEST(WebhookParse, BrokenListsAndEntriesAreDeadElements) {
  EXPECT_THAT(
      all<DeadElement>(parse(
          R"({"object":"whatsapp_business_account","entry":[7,{"changes":7},{"changes":[7]},{"changes":[{"field":"messages"}]}]})")),
      SizeIs(4));
  const auto lists = parse(body_of(value_of(R"("messages":7,"statuses":[{"id":"wamid.a","status":"read"}])")));
  EXPECT_THAT(all<DeadElement>(lists), SizeIs(1));
  EXPECT_THAT(all<Status>(lists), SizeIs(1));
}

TEST(WebhookParse, ValuesWithoutOurNumberAreNotGuessed) {
  const auto without =
      parse(body_of(R"({"messages":[{"from":"34600000111","id":"wamid.a","type":"text","text":{"body":"x"}}]})"));
  EXPECT_THAT(all<Inbound>(without), IsEmpty());
  EXPECT_THAT(all<DeadElement>(without), SizeIs(1));
  EXPECT_THAT(parse(body_of(R"({"errors":[]})")).elements, IsEmpty());
}

TEST(WebhookParse, OtherFieldsAreCounted) {
  for (const std::string_view field : {"history", "calls", "flows", "group_lifecycle_update", "something_new"})
    EXPECT_EQ(parse(body_of(value_of(R"("x":1)"), field)).foreign, 1) << field;
}

TEST(WebhookParse, EmptyAndNullMeanMissing) {
  const auto in = one(
      R"({"from":"","from_user_id":"US.1","id":"wamid.a","timestamp":null,"type":"text","text":{"body":"x"},"context":null,"group_id":""})");
  EXPECT_EQ(in.who.wa_id, "");
  EXPECT_EQ(in.who.user_id, "US.1");
  EXPECT_TRUE(in.undated);
  EXPECT_EQ(in.group_id, "");
}

TEST(WebhookParse, TimesThatAreNoTimesAreTheArrival) {
  for (const std::string_view time :
       {R"("soon")", R"("")", "null", "-5", "0", "true", "[]", R"("99999999999999999999")", "4102444800"}) {
    const auto in = one(fmt::format(
        R"({{"from":"34600000111","id":"wamid.a","timestamp":{},"type":"text","text":{{"body":"x"}}}})", time));
    EXPECT_TRUE(in.undated) << time;
    EXPECT_EQ(in.message.shown.sent_at, kArrival) << time;
  }
  EXPECT_EQ(one(R"({"from":"34600000111","id":"wamid.a","timestamp":1781000390.0,"type":"text","text":{"body":"x"}})")
                .message.shown.sent_at,
            1'781'000'390'000);
}

TEST(WebhookParse, ContactsAreMatchedByEitherId) {
  const auto in = all<Inbound>(parse(body_of(value_of(
      R"("contacts":[{"wa_id":"1","profile":{"name":"A"}},7,{"user_id":"ES.2","wa_id":"34600000111","profile":{"name":"B"}}],)"
      R"("messages":[{"from_user_id":"ES.2","id":"wamid.a","type":"text","text":{"body":"x"}}])"))));
  ASSERT_THAT(in, SizeIs(1));
  EXPECT_EQ(in[0].who.name, "B");
  EXPECT_EQ(in[0].who.wa_id, "34600000111") << "the card links phone and user id";
}

TEST(WebhookParse, TwoMessagesOfStrangersDoNotSwapNames) {
  const auto in = all<Inbound>(parse(
      body_of(value_of(R"("contacts":[{"wa_id":"111111111","profile":{"name":"A"}}],)"
                       R"("messages":[{"from":"222222222","id":"wamid.a","type":"text","text":{"body":"x"}}])"))));
  EXPECT_EQ(in.at(0).who.name, "");
}

TEST(WebhookParse, SystemMessagesWithoutSenderAreKept) {
  const auto in = one(
      R"({"id":"wamid.a","timestamp":"1781000000","type":"system","system":{"type":"user_changed_user_id","body":"changed"}})");
  EXPECT_FALSE(in.who.known());
  EXPECT_EQ(in.message.shown.text, "changed");
  const auto told =
      one(R"({"id":"wamid.b","type":"system","system":{"type":"user_changed_user_id","user_id":"ES.9"}})");
  EXPECT_EQ(told.who.user_id, "ES.9");
}

TEST(WebhookParse, IdentityChangesOfUnknownKindsMoveNobody) {
  const auto in = one(
      R"({"from":"34600000111","id":"wamid.a","type":"system","system":{"type":"customer_identity_changed","wa_id":"34600000112","identity":{"hash":"x"}}})");
  EXPECT_THAT(in.moves, IsEmpty());
}

TEST(WebhookParse, TypedCardsProveNothing) {
  const auto in = one(
      R"({"from":"34600000111","id":"wamid.a","type":"contacts","contacts":[{"origin":"other","phones":[{"wa_id":"34600000999"}]}]})");
  EXPECT_THAT(in.moves, IsEmpty());
}

TEST(WebhookParse, GroupMessagesNeverWantAnAnswer) {
  for (const std::string_view type : {"text", "image", "interactive", "hologram"})
    EXPECT_FALSE(one(fmt::format(R"({{"from":"34600000111","group_id":"g","id":"wamid.a","type":"{}"}})", type))
                     .message.wants_answer)
        << type;
}

TEST(WebhookParse, EveryTypeWithoutContentHasAPlaceholder) {
  for (const std::string_view type :
       {"text",     "image",    "video",       "document",        "audio",     "sticker",  "location",
        "contacts", "reaction", "interactive", "button",          "order",     "system",   "unsupported",
        "unknown",  "edit",     "revoke",      "request_welcome", "ephemeral", "hologram", ""}) {
    for (const std::string_view content : {"{}", "[]", "7", "null", "\"x\""}) {
      const auto in =
          one(fmt::format(R"({{"from":"34600000111","id":"wamid.a","type":"{}","{}":{}}})", type, type, content));
      EXPECT_TRUE(in.message.shown.text.starts_with('[')) << type << " " << content << ": " << in.message.shown.text;
    }
  }
}

TEST(WebhookParse, NestedEditsEnd) {
  const auto in = one(
      R"({"from":"34600000111","id":"wamid.a","type":"edit","edit":{"message":{"type":"edit","edit":{"message":{"type":"text","text":{"body":"x"}}}}}})");
  EXPECT_EQ(in.message.shown.text, "[edited]");
}

TEST(WebhookParse, StatusErrorsMayBeText) {
  const auto s = all<Status>(parse(body_of(value_of(
      R"("statuses":[{"id":"wamid.a","status":"failed","timestamp":"1781000000","errors":[{"code":"131026","message":"Message undeliverable","error_data":"no WhatsApp"}]}])"))));
  ASSERT_THAT(s, SizeIs(1));
  EXPECT_EQ(s[0].code, 131026);
  EXPECT_EQ(s[0].row.error.at("title").as_string(), "Message undeliverable");
  EXPECT_EQ(s[0].row.error.at("detail").as_string(), "no WhatsApp");
}

TEST(WebhookParse, GroupStatusesKeepTheParticipant) {
  const auto s = all<Status>(parse(body_of(value_of(
      R"("statuses":[{"id":"wamid.a","status":"read","recipient_type":"group","recipient_participant_id":"1"},{"id":"wamid.a","status":"read","recipient_participant_id":"2"}])"))));
  ASSERT_THAT(s, SizeIs(2));
  EXPECT_NE(s[0].row.participant, s[1].row.participant);
}

TEST(WebhookParse, MarketingMayBeResumed) {
  const auto p = all<Preference>(parse(body_of(
      value_of(R"("user_preferences":[{"wa_id":"34600000111","category":"marketing_messages","value":"resume"}])"),
      "user_preferences")));
  ASSERT_THAT(p, SizeIs(1));
  EXPECT_FALSE(p[0].stop);
}

TEST(WebhookParse, NewsThatStopTheSender) {
  for (const std::string_view event : {"ACCOUNT_RESTRICTION", "DISABLED_UPDATE", "ACCOUNT_DELETED"}) {
    const auto news = all<AccountNews>(parse(body_of(fmt::format(R"({{"event":"{}"}})", event), "account_update")));
    ASSERT_THAT(news, SizeIs(1));
    EXPECT_TRUE(news[0].stops_sender) << event;
  }
  EXPECT_FALSE(
      all<AccountNews>(parse(body_of(R"({"event":"VERIFIED_ACCOUNT"})", "account_update"))).at(0).stops_sender);
  EXPECT_FALSE(all<TemplateNews>(parse(body_of(R"({"event":"APPROVED","message_template_name":"a"})",
                                               "message_template_status_update")))
                   .at(0)
                   .stopped);
}

TEST(WebhookParse, EchoesOfEditsAndWithoutReceiver) {
  const auto echoes = parse(body_of(
      value_of(
          R"("message_echoes":[{"from":"1","to":"34600000111","id":"wamid.a","type":"revoke","revoke":{"original_message_id":"wamid.0"}},{"id":"wamid.b","type":"text"}])"),
      "smb_message_echoes"));
  ASSERT_THAT(all<Echo>(echoes), SizeIs(1));
  EXPECT_EQ(all<Echo>(echoes)[0].message.shown.reply_to, "wamid.0");
  EXPECT_THAT(all<DeadElement>(echoes), SizeIs(1));
}

// Cutting, swapping and repeating bytes of real bodies: never an exception, and every element that comes out is usable.
TEST(WebhookParse, DamagedBodiesNeverThrow) {
  std::mt19937 chance{20261125};
  std::size_t elements = 0;
  for (const auto& file : test::webhook_files()) {
    if (file.body.size() > 5'000) continue;
    for (int round = 0; round < 60; ++round) {
      std::string body = file.body;
      for (int i = static_cast<int>(chance() % 4); i >= 0; --i) {
        const auto at = chance() % body.size();
        switch (chance() % 4) {
          case 0:
            body[at] = static_cast<char>(chance());
            break;
          case 1:
            body.erase(at, chance() % 12);
            break;
          case 2:
            body.insert(at, body.substr(chance() % body.size(), chance() % 12));
            break;
          default:
            body[at] = "0[]{}\":,"[chance() % 8];
            break;
        }
        if (body.empty()) body = "{";
      }
      const auto out = parse(body);
      EXPECT_FALSE(out.dead_body && !out.elements.empty());
      elements += out.elements.size();
      for (const auto& in : all<Inbound>(out)) EXPECT_FALSE(in.message.shown.external_id.empty());
    }
  }
  EXPECT_GT(elements, 100U);
}

}  // namespace
}  // namespace hotel::whatsapp
