#include "domain/status_ladder.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <string>

using hotel::domain::after_status;
using hotel::wire::MessageStatus;

namespace {

MessageStatus played(MessageStatus from, const std::vector<std::string>& statuses) {
  for (const auto& status : statuses)
    if (const auto next = after_status(from, status)) from = *next;
  return from;
}

}  // namespace

// Every order of the four, each told twice and late: the highest step wins, and failed counts only before delivered.
TEST(StatusLadder, EveryOrderEndsAtTheHighestStep) {
  std::vector<std::string> told{"delivered", "read", "sent"};
  do {
    EXPECT_EQ(played(MessageStatus::kAccepted, told), MessageStatus::kRead);
    auto twice = told;
    twice.insert(twice.end(), told.begin(), told.end());
    EXPECT_EQ(played(MessageStatus::kUnknown, twice), MessageStatus::kRead);
  } while (std::next_permutation(told.begin(), told.end()));
}

TEST(StatusLadder, FailedCountsBeforeDeliveredAndIsRepairedByIt) {
  std::vector<std::string> told{"delivered", "failed", "sent"};
  do {
    EXPECT_EQ(played(MessageStatus::kAccepted, told), MessageStatus::kDelivered);
  } while (std::next_permutation(told.begin(), told.end()));
  EXPECT_EQ(played(MessageStatus::kAccepted, {"failed"}), MessageStatus::kFailed);
  EXPECT_EQ(played(MessageStatus::kSent, {"failed", "sent", "failed"}), MessageStatus::kFailed);
  EXPECT_EQ(played(MessageStatus::kRead, {"failed"}), MessageStatus::kRead);
}

TEST(StatusLadder, AStatusBeforeTheAnswerOfTheSendCounts) {
  EXPECT_EQ(played(MessageStatus::kSending, {"sent"}), MessageStatus::kSent);
  EXPECT_EQ(played(MessageStatus::kUnknown, {"delivered"}), MessageStatus::kDelivered);
  EXPECT_EQ(played(MessageStatus::kQueued, {"failed"}), MessageStatus::kFailed);
}

TEST(StatusLadder, UnknownNamesAndInboundMessagesNeverMove) {
  for (const char* status : {"deleted", "warning", "", "accepted", "queued", "refused", "unknown", "received"})
    EXPECT_FALSE(after_status(MessageStatus::kSent, status)) << status;
  EXPECT_FALSE(after_status(MessageStatus::kReceived, "read"));
  EXPECT_EQ(after_status(MessageStatus::kRead, "played"), MessageStatus::kPlayed);
}
