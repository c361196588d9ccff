// Where sound comes out: one sound at a time, on the machine's default device. A seam: tests play into a recorder.
// GUI thread.
#pragma once

#include <QBuffer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "core/opus_decoder.h"

class QAudioSink;

namespace hotel::guiwidgets {

class SoundOutput : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  virtual QString start(
      const guicore::Sound& sound) = 0;  // from the beginning; why it cannot, for people; empty: plays
  virtual void pause() = 0;
  virtual void resume() = 0;
  virtual void stop() = 0;
  virtual qint64 positionMs() const = 0;

 Q_SIGNALS:
  void ended();                     // played to its end
  void failed(const QString& why);  // in the middle; for people
};

class DeviceOutput : public SoundOutput {
  Q_OBJECT
 public:
  explicit DeviceOutput(QObject* parent = nullptr);
  ~DeviceOutput() override;
  QString start(const guicore::Sound& sound) override;
  void pause() override;
  void resume() override;
  void stop() override;
  qint64 positionMs() const override;

 private:
  void watch();

  std::unique_ptr<QAudioSink> sink_;
  QBuffer samples_;
  QTimer watchdog_;  // a device that takes nothing must not look like one that plays
  qint64 seen_ = 0;
};

}  // namespace hotel::guiwidgets
