#include "widgets/sound_output.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

namespace hotel::guiwidgets {
namespace {

constexpr int kWatchMs = 4000;

}  // namespace

DeviceOutput::DeviceOutput(QObject* parent) : SoundOutput(parent) {
  watchdog_.setInterval(kWatchMs);
  connect(&watchdog_, &QTimer::timeout, this, &DeviceOutput::watch);
}

DeviceOutput::~DeviceOutput() {
  stop();
}

QString DeviceOutput::start(const guicore::Sound& sound) {
  stop();
  const QAudioDevice device = QMediaDevices::defaultAudioOutput();
  if (device.isNull()) return tr("There is no sound device on this computer.");
  QAudioFormat format;
  format.setSampleRate(guicore::Sound::kRate);
  format.setChannelCount(1);
  format.setSampleFormat(QAudioFormat::Int16);
  if (!device.isFormatSupported(format)) return tr("The sound device of this computer cannot play this.");
  samples_.setData(sound.pcm);
  samples_.open(QIODevice::ReadOnly);
  sink_ = std::make_unique<QAudioSink>(device, format);
  sink_->start(&samples_);
  if (sink_->error() != QAudio::NoError || sink_->state() == QAudio::StoppedState) {
    stop();
    return tr("The sound device of this computer does not answer.");
  }
  // After start(): what it says of itself while it starts is answered above.
  connect(sink_.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
    if (state == QAudio::IdleState && samples_.atEnd()) {
      watchdog_.stop();
      Q_EMIT ended();
    } else if (state == QAudio::StoppedState && sink_ && sink_->error() != QAudio::NoError) {
      watchdog_.stop();
      Q_EMIT failed(tr("The sound device stopped."));
    }
  });
  seen_ = 0;
  watchdog_.start();
  return {};
}

void DeviceOutput::watch() {
  if (!sink_) return;
  const auto played = sink_->processedUSecs();
  if (played != seen_) {
    seen_ = played;
    return;
  }
  watchdog_.stop();
  Q_EMIT failed(tr("The sound device takes no sound."));
}

void DeviceOutput::pause() {
  watchdog_.stop();
  if (sink_) sink_->suspend();
}

void DeviceOutput::resume() {
  if (!sink_) return;
  sink_->resume();
  watchdog_.start();
}

void DeviceOutput::stop() {
  watchdog_.stop();
  if (sink_) {
    sink_->disconnect(this);
    sink_->stop();
    // It may be its own signal that led here.
    sink_.release()->deleteLater();
  }
  samples_.close();
}

qint64 DeviceOutput::positionMs() const {
  return sink_ ? sink_->processedUSecs() / 1000 : 0;
}

}  // namespace hotel::guiwidgets
