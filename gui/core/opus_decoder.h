// Decodes a voice note (Opus in Ogg, as WhatsApp sends them) to samples. Pure: bytes in, sound or fault out; no device,
// no file, no Qt signal. Meant for a thread of its own, since a long note takes a moment; any number side by side. The
// bytes are a stranger's: whatever they are, the answer is a value.
#pragma once

#include <QByteArray>
#include <atomic>
#include <variant>

namespace hotel::guicore {

struct Sound {
  static constexpr int kRate = 48'000;  // Opus's own
  QByteArray pcm;                       // one channel, 16 bits, in the byte order of this machine

  qint64 samples() const { return pcm.size() / 2; }
  qint64 durationMs() const { return samples() * 1000 / kRate; }
};

enum class SoundFault {
  kEmpty,      // no bytes
  kNotOpus,    // something else, or garbage
  kDamaged,    // begins like Opus, and not one sample can be had
  kTooLong,    // longer than kLongestSound
  kCancelled,  // by `stop`
};

inline constexpr int kLongestSoundMinutes = 30;

// A file that is cut off gives what is there of it.
std::variant<Sound, SoundFault> decodeOpus(const QByteArray& bytes, const std::atomic<bool>& stop);

}  // namespace hotel::guicore
