#include <algorithm>

#include "base/error.h"
#include "domain/reply_window.h"
#include "store_fixture.h"
#include "wire/event.h"
#include "wire/filter.h"

namespace hotel::store {
namespace {

using ConversationsTest = StoreTest;
using wire::View;

TEST_P(ConversationsTest, AGuestIsFoundByEveryIdentity) {
  const auto open = [this](const ports::GuestIdentity& who, std::vector<std::string> variants) {
    return write(
        [=, at = now()](ports::UnitOfWork& unit) { return unit.conversations().open(who, variants, kNumber, at); });
  };
  const auto first = open({"5491122334455", "", "Ana"}, {"5491122334455", "541122334455"});
  EXPECT_EQ(first.shown.guest.phone, "+5491122334455");
  EXPECT_EQ(first.wa_id, "5491122334455");
  EXPECT_EQ(first.shown.version, 1);
  // Written the other way: the same guest, both identities kept, a known name stays.
  const auto variant = open({"541122334455", "", ""}, {"541122334455", "5491122334455"});
  EXPECT_EQ(variant.shown.id, first.shown.id);
  EXPECT_EQ(variant.shown.guest.name, "Ana");
  EXPECT_EQ(variant.wa_id, "541122334455");
  // A BSUID comes with the phone: linked; then it comes alone.
  EXPECT_EQ(open({"541122334455", "AR.1", "Ana María"}, {"541122334455"}).shown.id, first.shown.id);
  const auto hidden = open({"", "AR.1", ""}, {});
  EXPECT_EQ(hidden.shown.id, first.shown.id);
  EXPECT_EQ(hidden.shown.guest.name, "Ana María");
  EXPECT_EQ(hidden.user_id, "AR.1");
  EXPECT_EQ(hidden.wa_id, "541122334455");
  // Two guests hit: the BSUID's one is taken, nothing is merged.
  const auto other = open({"5215512345678", "", "Luis"}, {"5215512345678"});
  EXPECT_NE(other.shown.id, first.shown.id);
  EXPECT_EQ(open({"5215512345678", "AR.1", ""}, {"5215512345678"}).shown.id, first.shown.id);
  EXPECT_EQ(
      read([](ports::UnitOfWork& unit) { return unit.conversations().guest_by_identity("wa_id", "5215512345678"); }),
      other.shown.guest.id);
  // Another number of ours: another conversation of the same guest.
  const auto second = write([at = now()](ports::UnitOfWork& unit) {
    return unit.conversations().open({"5491122334455", "", ""}, {}, "2070", at);
  });
  EXPECT_NE(second.shown.id, first.shown.id);
  EXPECT_EQ(second.shown.guest.id, first.shown.guest.id);
  const auto both =
      read([](ports::UnitOfWork& unit) { return unit.conversations().of_guest_phone({"5491122334455", "0"}); });
  EXPECT_EQ(both.size(), 2U);
}

TEST_P(ConversationsTest, AnIdentityThatIsLinkedOnPurposeMoves) {
  const auto a = open_conversation("111111111"), b = open_conversation("222222222");
  write([guest = a.shown.guest.id](ports::UnitOfWork& unit) {
    unit.conversations().link_identity(guest, "wa_id", "222222222");
  });
  EXPECT_EQ(open_conversation("222222222").shown.id, a.shown.id);
  EXPECT_FALSE(
      read([](ports::UnitOfWork& unit) { return unit.conversations().guest_by_identity("user_id", "222222222"); }));
}

TEST_P(ConversationsTest, EveryFieldComesBackAndTheVersionRises) {
  auto row = open_conversation("491701234567", "Zoë");
  row.shown.assignee = "maria";
  row.shown.status = wire::ConversationStatus::kSnoozed;
  row.shown.unread = 3;
  row.shown.waiting_since = 11;
  row.shown.sla_due_at = 12;
  row.shown.snoozed_until = 13;
  row.shown.last_message =
      wire::LastMessage{"¿«Habitación»?\n\"", wire::Direction::kOut, wire::AuthorKind::kAgent, "text", now() - 5};
  row.shown.handover_reason = "asked";
  row.shown.labels = {"vip", "late \"arrival\""};
  row.shown.typing = "maria";
  row.shown.typing_until = 14;
  row.ownership = {wire::Owner::kStaff, 7, true};
  row.last_inbound_at = now();
  row.turn_due_at = 15;
  row.dialogue = {{"step", "dates"}, {"n", 2}};
  row.language = "es";
  write([row, at = now() + 1](ports::UnitOfWork& unit) mutable { unit.conversations().save(row, at); });
  reopen();
  const auto back =
      read([id = row.shown.id](ports::UnitOfWork& unit) { return unit.conversations().find(id); }).value();
  auto expected = row.shown;
  expected.owner = wire::Owner::kStaff;
  expected.opted_out = true;
  expected.guest.language = "es";
  expected.window_expires_at = now() + domain::kWindow;
  expected.updated_at = now() + 1;
  expected.version = 2;
  EXPECT_EQ(wire::to_json(back.shown), wire::to_json(expected));
  EXPECT_EQ(back.ownership.turn_token, 7);
  EXPECT_TRUE(back.ownership.opted_out);
  EXPECT_EQ(back.last_inbound_at, row.last_inbound_at);
  EXPECT_EQ(back.turn_due_at, row.turn_due_at);
  EXPECT_EQ(back.dialogue, row.dialogue);
  EXPECT_EQ(back.number_id, kNumber);

  const auto events = read([](ports::UnitOfWork& unit) { return unit.events().after(0, 10); });
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].kind, wire::kConversationUpdated);
  EXPECT_EQ(
      boost::json::parse(events[1].data),
      boost::json::value(wire::event_data(wire::kConversationUpdated, wire::to_json(expected), 2, events[1].seq)));
}

TEST_P(ConversationsTest, SavingWhatIsNotThereIsRefused) {
  ports::ConversationRow row;
  row.shown.id = "nobody";
  EXPECT_THROW(write([row](ports::UnitOfWork& unit) mutable { unit.conversations().save(row, 1); }),
               std::invalid_argument);
  EXPECT_FALSE(read([](ports::UnitOfWork& unit) { return unit.conversations().find("nobody"); }));
}

// Every view holds exactly what wire::matches says, in its order, page by page.
TEST_P(ConversationsTest, ViewsAreThePredicateOfTheWire) {
  std::vector<wire::Conversation> all;
  for (int i = 0; i < 48; ++i) {
    auto row = open_conversation("34600000" + std::to_string(100 + i), "Guest " + std::to_string(i));
    row.shown.status = static_cast<wire::ConversationStatus>(i % 3);
    row.ownership.owner = static_cast<wire::Owner>(i / 3 % 2);
    row.shown.assignee = i / 6 % 3 == 0 ? "" : i / 6 % 3 == 1 ? "maria" : "jose";
    if (i % 4 < 2) row.shown.waiting_since = 1000 + (i * 7919) % 13;  // some wait equally long
    row.shown.last_message =
        wire::LastMessage{"x", wire::Direction::kIn, wire::AuthorKind::kGuest, "text", 5000 + (i * 31) % 17};
    all.push_back(write([row, at = now()](ports::UnitOfWork& unit) mutable {
      unit.conversations().save(row, at);
      return row.shown;
    }));
  }
  for (const auto view : {View::kWaiting, View::kMine, View::kUnassigned, View::kAgent, View::kAll, View::kClosed}) {
    std::vector<std::string> expected, listed;
    for (const auto& c : all)
      if (wire::matches(view, c, "maria")) expected.push_back(c.id);
    std::vector<wire::Conversation> pages;
    std::string cursor;
    do {
      auto page =
          read([=](ports::UnitOfWork& unit) { return unit.conversations().list(view, "maria", "", cursor, 5); });
      EXPECT_LE(page.items.size(), 5U);
      EXPECT_EQ(page.as_of_seq, 96);
      pages.insert(pages.end(), page.items.begin(), page.items.end());
      cursor = page.next;
    } while (!cursor.empty());
    for (const auto& c : pages) listed.push_back(c.id);
    for (std::size_t i = 1; i < pages.size(); ++i) {
      if (view == View::kWaiting)
        EXPECT_LE(pages[i - 1].waiting_since, pages[i].waiting_since);
      else
        EXPECT_GE(pages[i - 1].last_message->at, pages[i].last_message->at);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(listed.begin(), listed.end());
    EXPECT_EQ(listed, expected) << wire::name(view);
    EXPECT_GT(expected.size(), 2U) << wire::name(view);
    EXPECT_EQ(read([view](ports::UnitOfWork& unit) { return unit.conversations().count(view, "maria"); }),
              static_cast<std::int64_t>(expected.size()));
  }
  EXPECT_TRUE(read([](ports::UnitOfWork& unit) {
                return unit.conversations().list(View::kMine, "", "", "", 50);
              }).items.empty());
}

TEST_P(ConversationsTest, AQueryLooksAtNamePhoneAndText) {
  auto ana = open_conversation("5491122334455", "Ana Núñez");
  ana.shown.last_message =
      wire::LastMessage{"¿Hay HABITACIÓN al 100%?", wire::Direction::kIn, wire::AuthorKind::kGuest, "text", now()};
  write([ana, at = now()](ports::UnitOfWork& unit) mutable { unit.conversations().save(ana, at); });
  open_conversation("491701234567", "Zoe");
  const auto found = [this](std::string query) {
    std::vector<std::string> names;
    for (const auto& c :
         read([=](ports::UnitOfWork& unit) { return unit.conversations().list(View::kAll, "", query, "", 50); }).items)
      names.push_back(c.guest.name);
    return names;
  };
  const std::vector<std::string> only_ana{"Ana Núñez"}, none;
  EXPECT_EQ(found("nunez"), only_ana);
  EXPECT_EQ(found(" NÚÑ "), only_ana);
  EXPECT_EQ(found("+54 9 11 2233"), only_ana);
  EXPECT_EQ(found("habitacion"), only_ana);
  EXPECT_EQ(found("100%"), only_ana);
  EXPECT_EQ(found("1%0"), none);
  EXPECT_EQ(found("_"), none);
  EXPECT_EQ(found("\\"), none);
  EXPECT_EQ(found("").size(), 2U);
}

TEST_P(ConversationsTest, AForeignCursorIsABadRequest) {
  const auto list = [](ports::UnitOfWork& unit) {
    return unit.conversations().list(View::kAll, "", "", "1'; DROP", 50);
  };
  EXPECT_THROW(read(list), base::ErrorException);
}

TEST_P(ConversationsTest, SnoozedOnesWakeWhenTheirTimeHasCome) {
  auto row = open_conversation("491701234567");
  row.shown.status = wire::ConversationStatus::kSnoozed;
  row.shown.snoozed_until = 100;
  write([row](ports::UnitOfWork& unit) mutable { unit.conversations().save(row, 1); });
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.conversations().wake_snoozed(99); }).empty());
  EXPECT_EQ(write([](ports::UnitOfWork& unit) { return unit.conversations().wake_snoozed(100); }),
            std::vector{row.shown.id});
  const auto back =
      read([id = row.shown.id](ports::UnitOfWork& unit) { return unit.conversations().find(id); }).value();
  EXPECT_EQ(back.shown.status, wire::ConversationStatus::kOpen);
  EXPECT_FALSE(back.shown.snoozed_until);
  EXPECT_TRUE(write([](ports::UnitOfWork& unit) { return unit.conversations().wake_snoozed(200); }).empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, ConversationsTest, testing::Values(EngineKind::kSqlite, EngineKind::kPostgres),
                         engine_name);

}  // namespace
}  // namespace hotel::store
