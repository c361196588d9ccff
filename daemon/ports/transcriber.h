// Turns a voice note into text. What comes back is a stranger's words, and possibly not even what the guest said: it is
// shown as a transcript, checked like any guest's text, and nothing is booked on it without a confirmation.
//
// Faults are values: whoever asks must be able to go on without a transcript.
#pragma once

#include <boost/system/result.hpp>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include "rt/task.h"

namespace hotel::ports {

struct VoiceNote {
  std::string bytes;
  std::string mime_type;                    // by content
  std::string language;                     // es, en, pt: a hint; empty: let the peer find out
  std::chrono::milliseconds limit{60'000};  // of the whole exchange; the adapter's own limit holds as well
};

struct Transcript {
  std::string text;   // never blank, at most kTranscriptUnits UTF-16 units, without control characters
  std::string model;  // that made it
};
inline constexpr std::size_t kTranscriptUnits = 4096;  // as long as WhatsApp lets a guest write

enum class TranscriberFault {
  kUnavailable,  // away, overloaded, answers with an error of its own, or left alone for a moment after faults
  kTimeout,
  kRefused,    // the file, the key, the address or the model: asking again changes nothing
  kTooLarge,   // not asked at all
  kMalformed,  // answered, but not with a text
  kEmpty,      // heard nothing
};

struct TranscriberError {
  TranscriberFault fault = TranscriberFault::kUnavailable;
  std::string detail;  // for logs: no word of a guest, no secret, no words of the peer
};

// Not base::Error, for the reason of ports/model.h: none of these ever gets to the console's API.
template <class T>
using TranscriberResult = boost::system::result<T, TranscriberError>;

[[noreturn]] inline void throw_exception_from_error(const TranscriberError& error, const boost::source_location&) {
  throw std::runtime_error(error.detail);
}

// May the same note be understood a moment later?
inline bool passes(TranscriberFault fault) {
  return fault == TranscriberFault::kUnavailable || fault == TranscriberFault::kTimeout;
}

inline std::string_view name(TranscriberFault fault) {
  switch (fault) {
    case TranscriberFault::kUnavailable:
      return "unavailable";
    case TranscriberFault::kTimeout:
      return "timeout";
    case TranscriberFault::kRefused:
      return "refused";
    case TranscriberFault::kTooLarge:
      return "too_large";
    case TranscriberFault::kMalformed:
      return "malformed";
    case TranscriberFault::kEmpty:
      return "empty";
  }
  return "unavailable";
}

class Transcriber {
 public:
  virtual ~Transcriber() = default;
  virtual rt::Task<TranscriberResult<Transcript>> transcribe(VoiceNote note) = 0;  // one exchange, no retry
};

}  // namespace hotel::ports
