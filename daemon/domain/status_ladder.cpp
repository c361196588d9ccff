#include "domain/status_ladder.h"

namespace hotel::domain {
using wire::MessageStatus;
namespace {

// Below zero: WhatsApp has not (as far as we know) taken the message, so any step of the ladder is progress.
int rank(MessageStatus status) {
  switch (status) {
    case MessageStatus::kAccepted:
      return 0;
    case MessageStatus::kSent:
      return 1;
    case MessageStatus::kDelivered:
      return 2;
    case MessageStatus::kRead:
      return 3;
    case MessageStatus::kPlayed:
      return 4;
    case MessageStatus::kFailed:
      return 1;  // delivered and above repair it, sent does not
    default:
      return -1;
  }
}

}  // namespace

std::optional<MessageStatus> after_status(MessageStatus now, std::string_view status) {
  const auto told = wire::status_from(status);
  if (!told || now == MessageStatus::kReceived) return std::nullopt;
  if (*told == MessageStatus::kFailed) {
    if (now == MessageStatus::kFailed || rank(now) > 1) return std::nullopt;
    return MessageStatus::kFailed;
  }
  if (*told != MessageStatus::kSent && *told != MessageStatus::kDelivered && *told != MessageStatus::kRead &&
      *told != MessageStatus::kPlayed)
    return std::nullopt;
  return rank(*told) > rank(now) ? told : std::nullopt;
}

}  // namespace hotel::domain
