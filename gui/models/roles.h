// The roles of the console's models. Delegates and accessibility read these and nothing else.
#pragma once

#include <QtCore/qnamespace.h>

namespace hotel::guimodels {

// ConversationListModel. DisplayRole is the guest's name (or number), AccessibleTextRole the whole sentence.
enum class ConversationRole : int {
  kId = Qt::UserRole + 1,  // QString
  kGuestName,              // QString, never empty
  kPhone,                  // QString
  kLanguage,               // QString
  kSnippet,                // QString: last message, one line
  kSnippetFromUs,          // bool: the last message went out
  kLastAt,                 // qint64 Millis, 0: no message
  kUnread,                 // int
  kOwnerAgent,             // bool: the agent answers; false: «bot paused»
  kAssignee,               // QString
  kMine,                   // bool
  kStatus,                 // int wire::ConversationStatus
  kWaitingSince,           // qint64 Millis, 0: nobody waits
  kWaitingMinutes,         // int, -1: nobody waits
  kWaitingText,            // QString «12m», empty: nobody waits
  kSlaDueAt,               // qint64 Millis, 0: none
  kSlaState,               // int SlaState
  kWindowExpiresAt,        // qint64 Millis, 0: none
  kWindowOpen,             // bool
  kTyping,                 // QString: who else is replying now; empty: nobody
  kHasDraft,               // bool: an unsent draft of ours
  kLabels,                 // QStringList
  kHandoverReason,         // QString
  kOptedOut,               // bool
  kSnoozedUntil,           // qint64 Millis, 0: not
  kUpdatedAt,              // qint64 Millis
  kVersion,                // qint64
};

enum class SlaState : int { kNone, kOk, kWarning, kBreached };  // kWarning: within the last fifth, or 2 minutes

// MessageModel. One row is a message, a day separator, or the line of a hand-over.
enum class RowKind : int { kMessage, kDay, kSystem };

enum class MessageRole : int {
  kRowId = Qt::UserRole + 101,  // QString, stable: message id, client id, or "day:2026-11-25"
  kKind,                        // int RowKind
  kMessageId,                   // QString; empty: pending or no message
  kClientId,                    // QString; of pending rows
  kDirection,                   // int wire::Direction
  kAuthorKind,                  // int wire::AuthorKind
  kAuthorName,                  // QString, for people: «María López», «Assistant», «You»
  kText,                        // QString
  kType,                        // QString
  kMedia,                       // QString JSON, empty: none
  kInteractive,                 // QString JSON, empty: none
  kReplyTo,                     // QString external id
  kStatus,                      // int wire::MessageStatus; pending rows: kQueued, failed ones kFailed
  kStatusText,                  // QString «delivered», «not delivered: …»
  kPending,                     // bool: not known to the server yet
  kFailed,                      // bool: failed, refused, or unknown: loud
  kRetryable,                   // bool
  kErrorCode,                   // QString stable code
  kErrorText,                   // QString for people
  kWhy,                         // QString JSON, empty: none
  kSentAt,                      // qint64 Millis
  kTimeText,                    // QString «21:04»
  kDayText,                     // QString «Yesterday»; of day rows
  kVersion,                     // qint64
  kContinues,                   // bool: same author as the row above, within 2 minutes
  kTranscript,                  // QString: pending, done (kText is what a machine heard), failed, off; empty: no audio
};

// AlertModel
enum class AlertRole : int {
  kId = Qt::UserRole + 201,
  kKind,
  kSeverity,
  kText,
  kAt,
  kConversationId,
  kAckedBy,
  kAcked,
};

// TicketModel
enum class TicketRole : int {
  kId = Qt::UserRole + 401,
  kKind,      // QString word
  kTopic,     // QString key of the knowledge base; empty: unknown
  kText,      // QString
  kLanguage,  // QString
  kOpen,      // bool
  kCreatedAt,
  kLastAt,
  kTimes,  // int
  kDoneAt,
  kDoneBy,
  kConversationId,
  kGuest,  // QString, never empty
};

// KnowledgeModel
enum class KnowledgeRole : int {
  kKey = Qt::UserRole + 501,
  kLanguage,  // QString; empty in the topic's column
  kText,      // QString; empty: none
  kState,     // int KnowledgeState
  kVersion,   // qint64; 0: none
  kUpdatedBy,
  kUpdatedAt,
};
enum class KnowledgeState : int { kMissing, kSample, kWritten };

// CannedReplyModel
enum class CannedRole : int { kId = Qt::UserRole + 301, kTitle, kLanguage, kText };

template <class Role>
constexpr int role(Role r) {
  return static_cast<int>(r);
}

}  // namespace hotel::guimodels
