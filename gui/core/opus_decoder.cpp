#include "core/opus_decoder.h"

#include <array>
#include <memory>
#include <opusfile.h>

namespace hotel::guicore {
namespace {

constexpr qint64 kMostSamples = qint64{kLongestSoundMinutes} * 60 * Sound::kRate;
constexpr int kChannels = 2;         // every file is asked for as stereo, and mixed down
constexpr int kBlock = 120 * 48;     // samples of a channel: the longest packet
constexpr int kMostFaults = 10'000;  // holes in a row without a sample between them

struct Close {
  void operator()(OggOpusFile* file) const { op_free(file); }
};

}  // namespace

std::variant<Sound, SoundFault> decodeOpus(const QByteArray& bytes, const std::atomic<bool>& stop) {
  if (bytes.isEmpty()) return SoundFault::kEmpty;
  int error = 0;
  const std::unique_ptr<OggOpusFile, Close> file(op_open_memory(
      reinterpret_cast<const unsigned char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()), &error));
  if (!file) return error == OP_EBADHEADER || error == OP_EBADLINK ? SoundFault::kDamaged : SoundFault::kNotOpus;
  Sound sound;
  std::array<opus_int16, std::size_t{kBlock} * kChannels> block{};
  for (int faults = 0; faults < kMostFaults;) {
    if (stop) return SoundFault::kCancelled;
    const int got = op_read_stereo(file.get(), block.data(), static_cast<int>(block.size()));
    if (got == 0) break;
    if (got == OP_HOLE) {  // a page is missing: on with the next
      ++faults;
      continue;
    }
    if (got < 0) break;  // cut off, or nothing sensible behind this
    faults = 0;
    if (sound.samples() + got > kMostSamples) return SoundFault::kTooLong;
    const auto at = sound.pcm.size();
    sound.pcm.resize(at + qsizetype{got} * 2);
    auto* out = reinterpret_cast<opus_int16*>(sound.pcm.data() + at);
    for (int i = 0; i < got; ++i) {
      const auto frame = static_cast<std::size_t>(i) * kChannels;
      out[i] = static_cast<opus_int16>((block[frame] + block[frame + 1]) / 2);
    }
  }
  if (sound.pcm.isEmpty()) return SoundFault::kDamaged;
  return sound;
}

}  // namespace hotel::guicore
