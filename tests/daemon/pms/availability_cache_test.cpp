#include "pms/availability_cache.h"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <gtest/gtest.h>

#include "hand_clock.h"
#include "run_task.h"

namespace hotel::pms {
namespace {

using namespace std::chrono_literals;
using test::day;
using test::run;

domain::Stay stay(const char* to = "2027-03-15", std::vector<int> ages = {}) {
  return {day("2027-03-12"), day(to), {domain::Party{2, std::move(ages)}}};
}

class AvailabilityCacheTest : public testing::Test {
 protected:
  AvailabilityCacheTest()
      : cache(clock, 60s), ask([this](domain::Stay wanted) -> rt::Task<AvailabilityCache::Answer> {
          ++asked;
          while (hold)
            co_await boost::asio::post(co_await boost::asio::this_coro::executor, boost::asio::use_awaitable);
          if (fail) co_return base::error(base::ErrorCode::kPmsUnavailable, "scripted");
          domain::Availability out;
          out.stay = std::move(wanted);
          out.read_at = clock.now();
          co_return out;
        }) {}

  AvailabilityCache::Answer get(domain::Stay wanted, bool fresh = false) {
    return run(io, cache.get(std::move(wanted), fresh, ask));
  }

  boost::asio::io_context io;
  test::HandClock clock;
  AvailabilityCache cache;
  AvailabilityCache::Ask ask;
  int asked = 0;
  bool hold = false, fail = false;
};

TEST_F(AvailabilityCacheTest, KeepsAnAnswerForAMinuteAndNotLonger) {
  ASSERT_TRUE(get(stay()));
  clock.advance(59s);
  const auto again = get(stay());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->read_at, clock.now() - 59'000);  // the time at which the PMS said it
  EXPECT_EQ(asked, 1);
  clock.advance(1s);
  ASSERT_TRUE(get(stay()));
  EXPECT_EQ(asked, 2);
}

TEST_F(AvailabilityCacheTest, FreshAsksAndRefreshes) {
  ASSERT_TRUE(get(stay()));
  clock.advance(10s);
  ASSERT_TRUE(get(stay(), true));
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(get(stay())->read_at, clock.now());
}

TEST_F(AvailabilityCacheTest, EveryStayHasItsOwnAnswer) {
  get(stay());
  get(stay("2027-03-16"));
  get(stay("2027-03-15", {4}));
  get(stay("2027-03-15", {9}));
  EXPECT_EQ(asked, 4);
}

TEST_F(AvailabilityCacheTest, ErrorsAreNotKept) {
  fail = true;
  EXPECT_FALSE(get(stay()));
  fail = false;
  EXPECT_TRUE(get(stay()));
  EXPECT_EQ(asked, 2);
}

TEST_F(AvailabilityCacheTest, EqualQuestionsAtTheSameTimeAreAskedOnce) {
  hold = true;
  int answers = 0;
  for (int i = 0; i < 5; ++i)
    boost::asio::co_spawn(io, cache.get(stay(), i % 2 == 1, ask),
                          [&](std::exception_ptr thrown, AvailabilityCache::Answer answer) {
                            EXPECT_FALSE(thrown);
                            EXPECT_TRUE(answer);
                            ++answers;
                          });
  for (int i = 0; i < 100; ++i) io.poll_one();
  hold = false;
  io.restart();
  io.run();
  EXPECT_EQ(answers, 5);
  EXPECT_EQ(asked, 1);
}

TEST_F(AvailabilityCacheTest, DroppedAnswersAreAskedAgainAlsoThoseUnderWay) {
  hold = true;
  boost::asio::co_spawn(io, cache.get(stay(), false, ask), [](std::exception_ptr, AvailabilityCache::Answer) {});
  for (int i = 0; i < 20; ++i) io.poll_one();
  cache.drop();
  hold = false;
  io.restart();
  io.run();
  EXPECT_EQ(cache.size(), 0u);  // it began before the booking: not kept
  get(stay());
  EXPECT_EQ(asked, 2);
}

TEST_F(AvailabilityCacheTest, HoldsOnlySoMany) {
  AvailabilityCache small(clock, 60s, 2);
  for (const auto* to : {"2027-03-13", "2027-03-14", "2027-03-15", "2027-03-16"}) {
    run(io, small.get(stay(to), false, ask));
    clock.advance(1s);
  }
  EXPECT_EQ(small.size(), 2u);
}

}  // namespace
}  // namespace hotel::pms
