#include "opus_decoder_test.h"

#include <QFile>
#include <QTest>
#include <cmath>
#include <random>

#include "core/opus_decoder.h"

using namespace hotel::guicore;
using Decoded = std::variant<Sound, SoundFault>;

Q_DECLARE_METATYPE(SoundFault)

namespace {

QByteArray file(const char* name) {
  QFile in(QStringLiteral(HOTEL_TEST_DATA "/data/audio/") + QString::fromLatin1(name));
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

Decoded decode(const QByteArray& bytes) {
  const std::atomic<bool> go_on{false};
  return decodeOpus(bytes, go_on);
}

// How often the wave goes upwards through zero within a second: the pitch of a pure tone.
double pitch(const Sound& sound, double fromSecond, double toSecond) {
  const auto* samples = reinterpret_cast<const qint16*>(sound.pcm.constData());
  int crossings = 0;
  const auto from = static_cast<qint64>(fromSecond * Sound::kRate), to = static_cast<qint64>(toSecond * Sound::kRate);
  for (qint64 i = from + 1; i < to; ++i) crossings += samples[i - 1] < 0 && samples[i] >= 0;
  return crossings / (toSecond - fromSecond);
}

}  // namespace

// The file holds 0.75 s of 440 Hz, then 0.75 s of 880 Hz.
void OpusDecoderTest::decodesAVoiceNote() {
  const auto decoded = decode(file("voice.ogg"));
  QVERIFY(std::holds_alternative<Sound>(decoded));
  const auto& sound = std::get<Sound>(decoded);
  QCOMPARE(sound.samples(), qint64{72'000});
  QCOMPARE(sound.durationMs(), qint64{1'500});
  const double low = pitch(sound, 0.1, 0.6), high = pitch(sound, 0.9, 1.4);
  QVERIFY2(std::abs(low - 440) < 5, qPrintable(QString::number(low)));
  QVERIFY2(std::abs(high - 880) < 5, qPrintable(QString::number(high)));
}

void OpusDecoderTest::otherFilesAreFaults_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<SoundFault>("fault");
  const auto whole = file("voice.ogg");
  QVERIFY(whole.size() > 1000);
  QTest::newRow("nothing") << QByteArray() << SoundFault::kEmpty;
  QTest::newRow("one byte") << QByteArray("O") << SoundFault::kNotOpus;
  QTest::newRow("text") << QByteArray("<html>not found</html>") << SoundFault::kNotOpus;
  QTest::newRow("the mark of Ogg and zeros") << QByteArray("OggS") + QByteArray(500, '\0') << SoundFault::kNotOpus;
  QTest::newRow("Vorbis") << file("vorbis.ogg") << SoundFault::kNotOpus;
  QTest::newRow("its head alone") << whole.left(60) << SoundFault::kDamaged;
  QTest::newRow("a megabyte of ones") << QByteArray(1 << 20, '\xff') << SoundFault::kNotOpus;
}

void OpusDecoderTest::otherFilesAreFaults() {
  QFETCH(QByteArray, bytes);
  QFETCH(SoundFault, fault);
  const auto decoded = decode(bytes);
  QVERIFY(std::holds_alternative<SoundFault>(decoded));
  QCOMPARE(static_cast<int>(std::get<SoundFault>(decoded)), static_cast<int>(fault));
}

void OpusDecoderTest::aCutFileGivesWhatIsThere() {
  const auto whole = file("voice.ogg");
  for (qsizetype length = 0; length < whole.size(); length += 37) {
    const auto decoded = decode(whole.left(length));
    if (const auto* sound = std::get_if<Sound>(&decoded)) QVERIFY(sound->samples() <= 72'000 + Sound::kRate);
  }
}

// Bytes are changed, taken out and doubled; whatever comes, it is a value.
void OpusDecoderTest::noByteMakesItCrash() {
  const auto whole = file("voice.ogg");
  std::mt19937 chance(20261125);
  const auto below = [&](qsizetype n) {
    return static_cast<qsizetype>(chance() % static_cast<std::mt19937::result_type>(n));
  };
  int played = 0;
  for (int round = 0; round < 400; ++round) {
    auto bytes = whole;
    const int changes = 1 + static_cast<int>(below(20));
    for (int i = 0; i < changes; ++i) bytes[below(bytes.size())] = static_cast<char>(chance());
    if (round % 4 == 1) bytes.remove(below(bytes.size()), 1 + below(200));
    if (round % 4 == 2) bytes += whole;
    if (round % 4 == 3) bytes.insert(below(bytes.size()), whole.mid(below(whole.size()), 300));
    played += std::holds_alternative<Sound>(decode(bytes));
  }
  QVERIFY2(played > 0, "every change made it unplayable: the change is not what it should be");
}

void OpusDecoderTest::stopsWhenItIsTold() {
  const std::atomic<bool> stop{true};
  const auto decoded = decodeOpus(file("voice.ogg"), stop);
  QVERIFY(std::holds_alternative<SoundFault>(decoded));
  QCOMPARE(static_cast<int>(std::get<SoundFault>(decoded)), static_cast<int>(SoundFault::kCancelled));
}
