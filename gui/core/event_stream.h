// The live event stream (GET /api/v1/events), kept open: resumed by number after every loss, with growing pauses.
//
// Own QNetworkAccessManager, so that it never waits behind other calls. Silence of kSilence (the server's heartbeat
// comes every 15 s) ends the connection. Events with a number that was seen already are dropped. A `reset` of the
// server, a 401 and a server that does not know the address stop the stream: the owner decides. GUI thread.
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>

#include "core/gui_clock.h"
#include "wire/sse.h"

class QNetworkReply;

namespace hotel::guicore {

class Trust;

// 1 → 30 s with full jitter; forgotten after the stream has been up for 60 s. `chance` gives [0, 1).
class ReconnectPolicy {
 public:
  static constexpr std::chrono::milliseconds kFirst{1'000};
  static constexpr std::chrono::milliseconds kMost{30'000};
  static constexpr std::chrono::milliseconds kProven{60'000};

  explicit ReconnectPolicy(std::function<double()> chance) : chance_(std::move(chance)) {}
  std::chrono::milliseconds next();  // after a loss
  void lasted(std::chrono::milliseconds up);
  void reset() { failures_ = 0; }

 private:
  std::function<double()> chance_;
  int failures_ = 0;
};

class EventStream : public QObject {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kSilence{45'000};
  static constexpr qsizetype kMaxEvent = 4 * 1024 * 1024;  // a longer one is no event: the connection is cut

  EventStream(Trust& trust, GuiClock& clock, std::function<double()> chance = {}, QObject* parent = nullptr);
  ~EventStream() override;

  void setSilence(std::chrono::milliseconds silence) { silence_ = silence; }
  void start(const QUrl& url, const QString& token, qint64 lastSeq);  // also restarts; -1: from now on
  void stop();
  void reconnectNow();  // after sleep, or when the user asks; nothing when stopped
  bool running() const { return running_; }
  qint64 lastSeq() const { return lastSeq_; }

 Q_SIGNALS:
  void opened();  // 200, before anything else of it
  void bytes();   // something came, a heartbeat at least
  void received(qint64 seq, const QString& kind, const QByteArray& data);
  void resetAsked();                                // our number is too old; stopped
  void lost(int retryInMs, const QString& reason);  // will try again
  void unauthorized();                              // stopped
  void incompatible();                              // 404, 406, 410, not an event stream; stopped
  void refusedByTrust();                            // see Trust; stopped

 private:
  void connectNow();
  void head();
  void read();
  void ended();
  void drop();
  void retryIn(std::chrono::milliseconds wait, const QString& reason);
  void take(const wire::SseEvent& event);

  Trust& trust_;
  GuiClock& clock_;
  QNetworkAccessManager network_;
  ReconnectPolicy policy_;
  std::unique_ptr<GuiTimer> retry_;
  wire::SseParser parser_;
  QPointer<QNetworkReply> reply_;
  QUrl url_;
  QString token_;
  qint64 lastSeq_ = 0;
  qsizetype sinceEvent_ = 0;
  std::chrono::milliseconds silence_ = kSilence;
  std::chrono::milliseconds openedAt_{0};
  std::chrono::milliseconds serverRetry_{0};
  bool running_ = false;
  bool open_ = false;
};

}  // namespace hotel::guicore
