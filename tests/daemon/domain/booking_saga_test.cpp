#include "domain/booking_saga.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace hotel::domain {
namespace {

using base::ErrorCode;
using Kind = SagaAction::Kind;
using Ids = std::vector<std::string>;

constexpr Millis kStart = 1'795'000'000'000;

BookingRequest request() {
  BookingRequest r;
  r.marker = "agente-hotelero/0001";
  r.stay = {wire::Date{std::chrono::year{2027}, std::chrono::month{3}, std::chrono::day{12}},
            wire::Date{std::chrono::year{2027}, std::chrono::month{3}, std::chrono::day{15}},
            {Party{2, {}}}};
  r.room_type_ids = {"2"};
  r.expected_total = {390000, "USD"};
  return r;
}

Availability available(int free = 1, std::int64_t cents = 390000) {
  Availability a;
  a.stay = request().stay;
  Offer offer;
  offer.type = {"2", "Double Room", 2, 2, 4};
  offer.free = free;
  offer.one_room = offer.total = {cents, "USD"};
  a.offers = {offer};
  return a;
}

base::Error fault(ErrorCode code) {
  return base::error(code, "scripted");
}
RoomCheck stands(std::int64_t cents = 390000) {
  return {RoomCheck::State::kStands, true, {cents, "USD"}};
}
RoomCheck clash(bool ours) {
  return {RoomCheck::State::kClash, ours, {390000, "USD"}};
}
RoomCheck lost() {
  return {RoomCheck::State::kLost, true, {390000, "USD"}};
}

// A saga that has just been posted with this answer.
Saga posted(const base::Result<std::string>& answer) {
  auto saga = new_saga(request());
  on_checked(saga, available(), request(), kStart);
  begin_post(saga, kStart);
  on_posted(saga, answer, kStart + 300);
  return saga;
}

TEST(BookingSaga, HappyPathChecksPostsLooksAndLooksTwice) {
  auto saga = new_saga(request());
  EXPECT_EQ(next(saga, kStart).kind, Kind::kCheck);
  on_checked(saga, available(), request(), kStart);
  EXPECT_EQ(next(saga, kStart).kind, Kind::kPost);
  begin_post(saga, kStart);
  on_posted(saga, std::string("9"), kStart + 300);
  EXPECT_EQ(next(saga, kStart + 300).kind, Kind::kFindMarker);
  on_found(saga, Ids{"9"}, kStart + 350);
  auto action = next(saga, kStart + 350);
  EXPECT_EQ(action.kind, Kind::kVerify);
  EXPECT_EQ(action.order_id, "9");
  on_verified(saga, stands(), kStart + 400);
  action = next(saga, kStart + 400);
  EXPECT_EQ(action.kind, Kind::kWait);
  EXPECT_EQ(action.at, kStart + 400 + kRecheckAfter);
  EXPECT_EQ(next(saga, action.at).kind, Kind::kVerify);
  on_verified(saga, stands(), action.at);
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
  EXPECT_FALSE(saga.tell_staff);
  EXPECT_EQ(next(saga, action.at).kind, Kind::kDone);
}

TEST(BookingSaga, SoldOutMeanwhileIsNeverPosted) {
  auto saga = new_saga(request());
  on_checked(saga, available(0), request(), kStart);
  EXPECT_EQ(saga.state, SagaState::kLost);
  EXPECT_EQ(saga.reason, SagaReason::kSoldOut);
  EXPECT_FALSE(saga.posted());
}

TEST(BookingSaga, AnotherPriceIsToldAndNotBooked) {
  auto saga = new_saga(request());
  on_checked(saga, available(1, 410000), request(), kStart);
  EXPECT_EQ(saga.state, SagaState::kRefused);
  EXPECT_EQ(saga.reason, SagaReason::kPriceChanged);
  ASSERT_TRUE(saga.found_total);
  EXPECT_EQ(saga.found_total->cents, 410000);
}

TEST(BookingSaga, AnotherCurrencyIsAnotherPrice) {
  auto found = available();
  found.offers[0].total.currency = "EUR";
  auto saga = new_saga(request());
  on_checked(saga, found, request(), kStart);
  EXPECT_EQ(saga.reason, SagaReason::kPriceChanged);
}

// Two rooms of different types, 3900 and 1000, with so many of the second one free.
Saga checked_mixed(int free_suites, std::int64_t told, int people = 2, const char* second = "5") {
  auto wanted = request();
  wanted.stay.rooms.push_back(Party{people, {}});
  wanted.room_type_ids = {"2", second};
  wanted.expected_total = {told, "USD"};
  auto found = available();
  found.stay = wanted.stay;
  auto suite = found.offers[0];
  suite.type = {"5", "Suite", 2, 0, 2};
  suite.free = free_suites;
  suite.one_room = {100000, "USD"};
  suite.total = {200000, "USD"};
  found.offers.push_back(suite);
  auto saga = new_saga(wanted);
  on_checked(saga, found, wanted, kStart);
  return saga;
}

TEST(BookingSaga, RoomsOfDifferentTypesAreCheckedEachByItsOwn) {
  EXPECT_EQ(next(checked_mixed(1, 490000), kStart).kind, Kind::kPost);
  const auto sold_out = checked_mixed(0, 490000);
  EXPECT_EQ(sold_out.state, SagaState::kLost);
  EXPECT_EQ(sold_out.reason, SagaReason::kSoldOut);
  EXPECT_EQ(checked_mixed(1, 490000, 2, "9").reason, SagaReason::kSoldOut);  // not offered any more
  const auto crowded = checked_mixed(1, 490000, 3);
  EXPECT_EQ(crowded.state, SagaState::kRefused);
  EXPECT_EQ(crowded.reason, SagaReason::kInvalid);
  const auto dearer = checked_mixed(1, 480000);
  EXPECT_EQ(dearer.reason, SagaReason::kPriceChanged);
  EXPECT_EQ(dearer.found_total, (Money{490000, "USD"}));
}

TEST(BookingSaga, AwayPmsIsAskedThriceThenRefused) {
  auto saga = new_saga(request());
  Millis now = kStart;
  for (int i = 0; i < kChecks; ++i) {
    const auto action = next(saga, now);
    if (action.kind == Kind::kWait) now = action.at;
    EXPECT_EQ(next(saga, now).kind, Kind::kCheck) << i;
    on_checked(saga, fault(ErrorCode::kPmsUnavailable), request(), now);
  }
  EXPECT_EQ(saga.state, SagaState::kRefused);
  EXPECT_EQ(saga.reason, SagaReason::kUnavailable);
  EXPECT_LE(now - kStart, 5'000);  // a guest is waiting
}

TEST(BookingSaga, RefusalsOfThePost) {
  const auto state_after = [](ErrorCode code) { return posted(fault(code)).state; };
  EXPECT_EQ(state_after(ErrorCode::kSoldOut), SagaState::kLost);
  EXPECT_EQ(state_after(ErrorCode::kInvalid), SagaState::kRefused);
  EXPECT_EQ(state_after(ErrorCode::kPmsUnavailable), SagaState::kRefused);
  EXPECT_EQ(state_after(ErrorCode::kOutcomeUnknown), SagaState::kLooking);
  EXPECT_EQ(state_after(ErrorCode::kInternal), SagaState::kLooking);  // not foreseen: it may have booked
}

TEST(BookingSaga, UnknownOutcomeLooksUntilTheLimitHasPassedThenGivesUpToStaff) {
  auto saga = posted(fault(ErrorCode::kOutcomeUnknown));
  Millis now = kStart + 300;
  int looks = 0;
  while (!saga.done()) {
    const auto action = next(saga, now);
    if (action.kind == Kind::kWait) {
      now = action.at;
      continue;
    }
    ASSERT_EQ(action.kind, Kind::kFindMarker);
    EXPECT_FALSE(saga.done());
    on_found(saga, Ids{}, now);
    ASSERT_LT(++looks, 100);
  }
  EXPECT_GE(now - kStart, kGiveUpAfter);
  EXPECT_LT(now - kStart, kGiveUpAfter + 15'000);
  EXPECT_GE(looks, 10);
  EXPECT_EQ(saga.state, SagaState::kUnknown);
  EXPECT_TRUE(saga.tell_staff);
}

TEST(BookingSaga, LateOrderIsFoundAndConfirmed) {
  auto saga = posted(fault(ErrorCode::kOutcomeUnknown));
  on_found(saga, Ids{}, kStart + 400);
  on_found(saga, Ids{"12"}, kStart + 60'000);
  EXPECT_EQ(saga.order_id, "12");
  on_verified(saga, stands(), kStart + 60'100);
  on_verified(saga, stands(), kStart + 62'200);
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
}

TEST(BookingSaga, TwoOrdersWithOneMarkerKeepTheLowest) {
  auto saga = posted(fault(ErrorCode::kOutcomeUnknown));
  on_found(saga, Ids{"10", "9"}, kStart + 400);
  EXPECT_EQ(saga.order_id, "9");  // by number, not by text
  auto action = next(saga, kStart + 400);
  EXPECT_EQ(action.kind, Kind::kCancel);
  EXPECT_EQ(action.order_id, "10");
  on_cancelled(saga, base::Result<void>{}, kStart + 500);
  action = next(saga, kStart + 500);
  EXPECT_EQ(action.kind, Kind::kVerify);
  EXPECT_EQ(action.order_id, "9");
}

TEST(BookingSaga, LostRoomIsCancelledBeforeTheGuestIsTold) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9"}, kStart + 400);
  on_verified(saga, lost(), kStart + 500);
  EXPECT_FALSE(saga.done());
  const auto action = next(saga, kStart + 500);
  EXPECT_EQ(action.kind, Kind::kCancel);
  EXPECT_EQ(action.order_id, "9");
  on_cancelled(saga, base::Result<void>{}, kStart + 600);
  EXPECT_EQ(saga.state, SagaState::kLost);
  EXPECT_EQ(saga.reason, SagaReason::kTakenByOther);
}

TEST(BookingSaga, ClashThatWeKeepIsConfirmedAndToldToStaff) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9"}, kStart + 400);
  on_verified(saga, clash(true), kStart + 500);
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
  EXPECT_TRUE(saga.tell_staff);
}

TEST(BookingSaga, ClashSeenOnlyInTheSecondLookIsLost) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9"}, kStart + 400);
  on_verified(saga, stands(), kStart + 500);
  on_verified(saga, clash(false), kStart + 2'600);
  EXPECT_EQ(saga.state, SagaState::kCancelling);
}

TEST(BookingSaga, AnotherTotalIsConfirmedButToldToStaff) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9"}, kStart + 400);
  on_verified(saga, stands(312000), kStart + 500);
  on_verified(saga, stands(312000), kStart + 2'600);
  EXPECT_EQ(saga.state, SagaState::kConfirmed);
  EXPECT_TRUE(saga.tell_staff);
  EXPECT_EQ(saga.found_total->cents, 312000);
}

TEST(BookingSaga, CancelThatNeverWorksEndsLostWithANoteToStaff) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9"}, kStart + 400);
  on_verified(saga, lost(), kStart + 500);
  for (int i = 0; i < kCancelTries; ++i) on_cancelled(saga, fault(ErrorCode::kOutcomeUnknown), kStart + 1000 * i);
  EXPECT_EQ(saga.state, SagaState::kLost);
  EXPECT_TRUE(saga.tell_staff);
  EXPECT_NE(saga.staff_note.find("order 9"), std::string::npos);
}

TEST(BookingSaga, JsonRoundTripKeepsEverythingButTheFreshLook) {
  auto saga = posted(std::string("9"));
  on_found(saga, Ids{"9", "11", "12"}, kStart + 400);
  saga.found_total = Money{1, "USD"};
  const auto again = saga_from_json(to_json(saga));
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), to_json(saga));
  auto fresh = new_saga(request());
  on_checked(fresh, available(), request(), kStart);
  EXPECT_EQ(next(*saga_from_json(to_json(fresh)), kStart).kind, Kind::kCheck);  // an old look is no look
  EXPECT_FALSE(saga_from_json({}));
}

TEST(BookingSaga, FoundInPostingAfterARestartLooksForTheMarker) {
  auto saga = new_saga(request());
  on_checked(saga, available(), request(), kStart);
  begin_post(saga, kStart);
  const auto again = saga_from_json(to_json(saga));
  ASSERT_TRUE(again);
  EXPECT_EQ(next(*again, kStart + 5'000).kind, Kind::kFindMarker);
}

// Every sequence of faults up to a budget, with a crash possible at every step, against a small PMS. At each action the
// branch picks one of the answers that this PMS could give; what is not chosen behaves well.
class World {
 public:
  Saga saga = new_saga(request());
  Millis now = kStart;
  int posts = 0, stands_seen = 0, steps = 0;
  bool kept_clash = false, last_good = false;
  std::set<std::string> live;           // orders of ours in the PMS
  std::optional<Millis> late_order_at;  // the PMS writes it then
  int room = 0;                         // 0: ours stands; 1: lost; 2: clash, ours; 3: clash, theirs

  void settle() {
    if (late_order_at && now >= *late_order_at) {
      live.insert("20");
      late_order_at.reset();
    }
  }
  Ids listed() const { return {live.begin(), live.end()}; }
};

class Explorer {
 public:
  std::size_t endings = 0, confirmed = 0, unknown = 0, lost_ones = 0;

  void explore(World world, int budget) {
    for (;;) {
      ASSERT_LT(++world.steps, 400) << "no end";
      world.settle();
      const auto action = next(world.saga, world.now);
      if (action.kind == Kind::kDone) return check_end(world);
      if (action.kind == Kind::kWait) {
        ASSERT_GT(action.at, world.now);
        world.now = action.at;
        continue;
      }
      if (budget > 0) {
        for (int fault_number = 1; fault_number <= faults_of(action.kind); ++fault_number) {
          World other = world;
          act(other, action, fault_number);
          explore(std::move(other), budget - 1);
          if (testing::Test::HasFatalFailure()) return;
        }
        World crashed = world;
        crashed.saga = *saga_from_json(to_json(world.saga));
        crashed.now += 1'000;
        if (action.kind != Kind::kCheck) explore(std::move(crashed), budget - 1);  // an extra look changes nothing
        if (testing::Test::HasFatalFailure()) return;
      }
      act(world, action, 0);
    }
  }

 private:
  static int faults_of(Kind kind) {
    switch (kind) {
      case Kind::kCheck:
        return 2;
      case Kind::kPost:
        return 10;
      case Kind::kFindMarker:
        return 2;
      case Kind::kVerify:
        return 4;
      case Kind::kCancel:
        return 2;
      default:
        return 0;
    }
  }

  static void restart(World& w) { w.saga = *saga_from_json(to_json(w.saga)); }

  static void act(World& w, const SagaAction& action, int fault_number) {
    w.now += 100;
    switch (action.kind) {
      case Kind::kCheck:
        return check(w, fault_number);
      case Kind::kPost:
        return post(w, fault_number);
      case Kind::kFindMarker:
        return find(w, fault_number);
      case Kind::kVerify:
        return verify(w, action, fault_number);
      case Kind::kCancel:
        return cancel(w, action, fault_number);
      default:
        return;
    }
  }

  static void check(World& w, int f) {
    if (f == 0) on_checked(w.saga, available(), request(), w.now);
    if (f == 1) on_checked(w.saga, fault(ErrorCode::kPmsUnavailable), request(), w.now);
    if (f == 2) on_checked(w.saga, available(0), request(), w.now);
  }

  static void post(World& w, int f) {
    begin_post(w.saga, w.now);
    if (f == 1) return restart(w);  // died before a byte was sent
    ++w.posts;
    switch (f) {
      case 0:
        w.live = {"10"};
        return on_posted(w.saga, std::string("10"), w.now);
      case 2:
        w.live = {"10"};
        return restart(w);  // died while waiting for the answer
      case 3:
        w.live = {"10"};
        return on_posted(w.saga, fault(ErrorCode::kOutcomeUnknown), w.now);
      case 4:
        return on_posted(w.saga, fault(ErrorCode::kOutcomeUnknown), w.now);  // nothing was booked
      case 5:
        w.late_order_at = w.now + 60'000;
        return on_posted(w.saga, fault(ErrorCode::kOutcomeUnknown), w.now);
      case 6:
        return on_posted(w.saga, fault(ErrorCode::kSoldOut), w.now);
      case 7:
        w.live = {"10"};
        w.room = 1;
        return on_posted(w.saga, std::string("10"), w.now);
      case 8:
        w.live = {"10"};
        w.room = 2;
        return on_posted(w.saga, std::string("10"), w.now);
      case 9:
        w.live = {"10"};
        w.room = 3;
        return on_posted(w.saga, std::string("10"), w.now);
      default:
        w.live = {"9", "10"};
        return on_posted(w.saga, fault(ErrorCode::kOutcomeUnknown), w.now);
    }
  }

  static void find(World& w, int f) {
    if (f == 1) return on_found(w.saga, fault(ErrorCode::kPmsUnavailable), w.now);
    if (f == 2) return on_found(w.saga, Ids{}, w.now);  // an empty list that is not true
    on_found(w.saga, w.listed(), w.now);
  }

  static void verify(World& w, const SagaAction& action, int f) {
    ASSERT_FALSE(action.order_id.empty());
    if (f == 1) return on_verified(w.saga, fault(ErrorCode::kPmsUnavailable), w.now);
    const int room = f == 0 ? w.room : f == 2 ? 1 : f == 3 ? 2 : 3;
    w.last_good = room == 0 || room == 2;
    if (room == 0) ++w.stands_seen;
    if (room == 2) w.kept_clash = true;
    on_verified(w.saga, room == 0 ? stands() : room == 1 ? lost() : clash(room == 2), w.now);
  }

  static void cancel(World& w, const SagaAction& action, int f) {
    if (f == 1) return on_cancelled(w.saga, fault(ErrorCode::kPmsUnavailable), w.now);
    w.live.erase(action.order_id);
    if (f == 2) return on_cancelled(w.saga, fault(ErrorCode::kOutcomeUnknown), w.now);
    on_cancelled(w.saga, base::Result<void>{}, w.now);
  }

  void check_end(const World& w) {
    ++endings;
    const auto& s = w.saga;
    ASSERT_TRUE(s.done());
    ASSERT_LE(w.posts, 1);
    switch (s.state) {
      case SagaState::kConfirmed:
        ++confirmed;
        ASSERT_TRUE(w.last_good) << "confirmed although the last look was bad";
        ASSERT_TRUE(w.stands_seen >= 2 || w.kept_clash) << "confirmed without looks that stand";
        ASSERT_TRUE(w.live.contains(s.order_id));
        ASSERT_TRUE(w.live.size() == 1 || s.tell_staff) << "a second order was left alive in silence";
        break;
      case SagaState::kLost:
        ++lost_ones;
        ASSERT_TRUE(w.live.empty() || s.tell_staff) << "lost, but an order of ours still holds a room";
        break;
      case SagaState::kRefused:
        ASSERT_TRUE(w.live.empty() && !w.late_order_at);
        break;
      case SagaState::kUnknown:
        ++unknown;
        ASSERT_TRUE(s.tell_staff);
        ASSERT_GE(w.now - s.posted_at, kGiveUpAfter);
        break;
      default:
        FAIL() << "not an end: " << name(s.state);
    }
  }
};

TEST(BookingSagaProperties, EverySequenceOfFaultsEndsRight) {
  Explorer explorer;
  explorer.explore(World{}, 4);
  EXPECT_GT(explorer.endings, 5'000u);
  EXPECT_GT(explorer.confirmed, 0u);
  EXPECT_GT(explorer.unknown, 0u);
  EXPECT_GT(explorer.lost_ones, 0u);
  RecordProperty("endings", static_cast<int>(explorer.endings));
}

}  // namespace
}  // namespace hotel::domain
