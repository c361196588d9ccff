// The one truth behind the connection banner: a state machine fed by what the event stream really does (bytes), never
// by the success of single calls. Pure: no I/O, no clock; the owner passes the times in.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <chrono>
#include <optional>

#include "wire/time.h"

namespace hotel::guicore {

enum class Link { kSignedOut, kConnecting, kResyncing, kLive, kReconnecting, kOffline, kVersionMismatch, kUntrusted };

class ConnectionState {
  Q_DECLARE_TR_FUNCTIONS(hotel::guicore::ConnectionState)
 public:
  static constexpr std::chrono::milliseconds kPatience{30'000};  // an outage this long is «offline»
  static constexpr std::chrono::milliseconds kJump{10'000};  // wall and steady clock apart by more: the machine slept

  Link link() const { return link_; }
  bool live() const { return link_ == Link::kLive; }
  bool maySend() const { return link_ == Link::kLive || link_ == Link::kResyncing; }
  std::optional<wire::Millis> offlineSince() const { return lostAt_; }
  int retrySeconds(wire::Millis now) const;  // kReconnecting: until the next try, at least 0
  QString text(wire::Millis now) const;      // «Live», «Reconnecting (3 s)», «Offline since 10:42, showing cached» …
  QString whyNoSending(wire::Millis now) const;  // empty when sending is possible

  // Inputs. Each returns true when link() or its text changed.
  bool signedIn(wire::Millis now);
  bool signedOut();
  bool versionMismatch();
  bool untrusted();
  bool resyncStarted();
  bool resyncFinished();
  bool bytes(wire::Millis now);  // anything on the stream, also a heartbeat
  bool lost(wire::Millis now, std::chrono::milliseconds retryIn);
  bool tick(wire::Millis now);  // about once a second

 private:
  bool become(Link link);
  Link link_ = Link::kSignedOut;
  bool resyncing_ = false;
  bool up_ = false;
  std::optional<wire::Millis> lostAt_;
  wire::Millis retryAt_ = 0;
};

// Tells sleep, suspend and clock changes from the two clocks.
class JumpDetector {
 public:
  // True: since the last call the wall clock went on by much more or less than the steady one, or nobody called for
  // long.
  bool jumped(wire::Millis now, std::chrono::milliseconds steady);

 private:
  std::optional<std::pair<wire::Millis, std::chrono::milliseconds>> last_;
};

}  // namespace hotel::guicore
