// Plays the voice notes of the open conversation, one at a time: fetches the file, decodes it on a pool thread, and
// gives the samples to the output. What stands in the way is a state with a sentence, never a dialog. Keeps the last
// decoded note. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/api_reply.h"
#include "core/opus_decoder.h"
#include "widgets/sound_output.h"

namespace hotel::guiwidgets {

class VoicePlayer : public QObject {
  Q_OBJECT
 public:
  enum class State { kIdle, kLoading, kPlaying, kPaused, kFailed };
  struct View {
    State state = State::kIdle;
    qint64 positionMs = 0;
    qint64 durationMs = -1;  // not known before it is decoded
    QString error;           // kFailed
  };
  using Fetch = std::function<guicore::ApiReply<QByteArray>(const QString& messageId)>;

  explicit VoicePlayer(Fetch fetch, QObject* parent = nullptr);
  ~VoicePlayer() override;

  void toggle(const QString& messageId);  // plays, pauses, goes on, or tries again
  void stop();                            // another conversation
  View view(const QString& messageId) const;
  static QString time(qint64 ms);          // «0:07»
  static QString label(const View& view);  // «0:03 / 0:12», «Loading…», what is wrong
  void setOutput(std::unique_ptr<SoundOutput> output);

 Q_SIGNALS:
  void changed(const QString& messageId);  // its state; what it takes to show it may have another size
  void moved(const QString& messageId);    // its position alone

 private:
  void load(const QString& messageId);
  void decode(const QByteArray& bytes);
  void play();
  void fail(const QString& why);
  void become(State state);

  Fetch fetch_;
  std::unique_ptr<SoundOutput> output_;
  QTimer ticks_;
  QString id_;
  View view_;
  std::optional<guicore::Sound> sound_;  // of id_
  int job_ = 0;                          // what comes back for another one is dropped
  std::shared_ptr<std::atomic<bool>> stop_decoding_;
};

}  // namespace hotel::guiwidgets
