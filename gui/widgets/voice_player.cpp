#include "widgets/voice_player.h"

#include <QFuture>
#include <QtConcurrentRun>

namespace hotel::guiwidgets {
namespace {

constexpr int kTickMs = 100;

QString sentenceOf(guicore::SoundFault fault) {
  switch (fault) {
    case guicore::SoundFault::kTooLong:
      return VoicePlayer::tr("This voice message is longer than %n minute(s) and is not played here.", nullptr,
                             guicore::kLongestSoundMinutes);
    case guicore::SoundFault::kEmpty:
    case guicore::SoundFault::kNotOpus:
    case guicore::SoundFault::kDamaged:
    case guicore::SoundFault::kCancelled:
      break;
  }
  return VoicePlayer::tr("This file cannot be played.");
}

}  // namespace

VoicePlayer::VoicePlayer(Fetch fetch, QObject* parent) : QObject(parent), fetch_(std::move(fetch)) {
  ticks_.setInterval(kTickMs);
  connect(&ticks_, &QTimer::timeout, this, [this] {
    view_.positionMs = output_ ? qMin(output_->positionMs(), view_.durationMs) : 0;
    Q_EMIT moved(id_);
  });
}

VoicePlayer::~VoicePlayer() {
  if (stop_decoding_) *stop_decoding_ = true;
}

void VoicePlayer::setOutput(std::unique_ptr<SoundOutput> output) {
  output_ = std::move(output);
  connect(output_.get(), &SoundOutput::ended, this, [this] {
    if (view_.state != State::kPlaying) return;
    view_.positionMs = 0;
    become(State::kIdle);
  });
  connect(output_.get(), &SoundOutput::failed, this, &VoicePlayer::fail);
}

VoicePlayer::View VoicePlayer::view(const QString& messageId) const {
  return !messageId.isEmpty() && messageId == id_ ? view_ : View{};
}

void VoicePlayer::toggle(const QString& messageId) {
  if (messageId.isEmpty()) return;
  if (messageId != id_) return load(messageId);
  switch (view_.state) {
    case State::kLoading:
      return;
    case State::kPlaying:
      output_->pause();
      return become(State::kPaused);
    case State::kPaused:
      output_->resume();
      return become(State::kPlaying);
    case State::kIdle:
    case State::kFailed:
      break;
  }
  if (sound_) return play();
  load(messageId);
}

void VoicePlayer::stop() {
  ++job_;
  if (stop_decoding_) *stop_decoding_ = true;
  ticks_.stop();
  if (output_) output_->stop();
  sound_.reset();
  view_ = {};
  const QString before = std::exchange(id_, QString());
  if (!before.isEmpty()) Q_EMIT changed(before);
}

void VoicePlayer::load(const QString& messageId) {
  stop();
  id_ = messageId;
  become(State::kLoading);
  fetch_(messageId).then(this, [this, job = job_](const guicore::ApiResult<QByteArray>& file) {
    if (job != job_) return;
    if (!file) return fail(tr("The file could not be loaded: %1").arg(file.error().detail));
    decode(*file);
  });
}

void VoicePlayer::decode(const QByteArray& bytes) {
  stop_decoding_ = std::make_shared<std::atomic<bool>>(false);
  QtConcurrent::run([bytes, stop = stop_decoding_] {
    return guicore::decodeOpus(bytes, *stop);
  }).then(this, [this, job = job_](const std::variant<guicore::Sound, guicore::SoundFault>& decoded) {
    if (job != job_) return;
    if (const auto* fault = std::get_if<guicore::SoundFault>(&decoded)) return fail(sentenceOf(*fault));
    sound_ = std::get<guicore::Sound>(decoded);
    view_.durationMs = sound_->durationMs();
    play();
  });
}

void VoicePlayer::play() {
  // Made at the first note: looking for devices is not for those who never listen.
  if (!output_) setOutput(std::make_unique<DeviceOutput>());
  view_.positionMs = 0;
  const QString why = output_->start(*sound_);
  if (!why.isEmpty()) return fail(why);
  become(State::kPlaying);
}

void VoicePlayer::fail(const QString& why) {
  if (output_) output_->stop();
  view_.error = why;
  become(State::kFailed);
}

void VoicePlayer::become(State state) {
  view_.state = state;
  if (state != State::kFailed) view_.error.clear();
  if (state == State::kPlaying)
    ticks_.start();
  else
    ticks_.stop();
  Q_EMIT changed(id_);
}

QString VoicePlayer::time(qint64 ms) {
  const auto seconds = ms / 1000;
  return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString VoicePlayer::label(const View& view) {
  switch (view.state) {
    case State::kLoading:
      return tr("Loading…");
    case State::kFailed:
      return view.error;
    case State::kIdle:
      return view.durationMs < 0 ? QString() : time(view.durationMs);
    case State::kPlaying:
    case State::kPaused:
      break;
  }
  return tr("%1 / %2", "position and length of a sound").arg(time(view.positionMs), time(view.durationMs));
}

}  // namespace hotel::guiwidgets
