#include "core/connection_state.h"

#include <QLocale>
#include <algorithm>

#include "core/text.h"

namespace hotel::guicore {

bool ConnectionState::become(Link link) {
  if (link_ == link) return false;
  link_ = link;
  return true;
}

int ConnectionState::retrySeconds(wire::Millis now) const {
  return static_cast<int>(std::max<wire::Millis>(0, (retryAt_ - now + 999) / 1000));
}

bool ConnectionState::signedIn(wire::Millis now) {
  up_ = resyncing_ = false;
  lostAt_.reset();
  retryAt_ = now;
  return become(Link::kConnecting);
}

bool ConnectionState::signedOut() {
  up_ = resyncing_ = false;
  lostAt_.reset();
  return become(Link::kSignedOut);
}

bool ConnectionState::versionMismatch() {
  up_ = false;
  return become(Link::kVersionMismatch);
}

bool ConnectionState::untrusted() {
  up_ = false;
  return become(Link::kUntrusted);
}

bool ConnectionState::resyncStarted() {
  resyncing_ = true;
  // While the stream is down the outage is what matters.
  return up_ ? become(Link::kResyncing) : false;
}

bool ConnectionState::resyncFinished() {
  resyncing_ = false;
  return up_ ? become(Link::kLive) : false;
}

bool ConnectionState::bytes(wire::Millis) {
  if (link_ == Link::kSignedOut) return false;  // the last bytes of a stream that is being closed
  up_ = true;
  lostAt_.reset();
  return become(resyncing_ ? Link::kResyncing : Link::kLive);
}

bool ConnectionState::lost(wire::Millis now, std::chrono::milliseconds retryIn) {
  if (link_ == Link::kSignedOut) return false;
  const auto before = link_;
  const auto shown = retrySeconds(now);
  if (!lostAt_ || *lostAt_ > now) lostAt_ = now;  // > now: the wall clock was set back
  up_ = false;
  retryAt_ = now + retryIn.count();
  become(now - *lostAt_ >= kPatience.count() ? Link::kOffline : Link::kReconnecting);
  return link_ != before || (link_ == Link::kReconnecting && retrySeconds(now) != shown);
}

bool ConnectionState::tick(wire::Millis now) {
  if (link_ != Link::kReconnecting) return false;
  if (lostAt_ && now - *lostAt_ >= kPatience.count()) return become(Link::kOffline);
  return true;  // the seconds count down
}

QString ConnectionState::text(wire::Millis now) const {
  const auto clock = [](wire::Millis at) { return QLocale().toString(toLocal(at).time(), QLocale::ShortFormat); };
  switch (link_) {
    case Link::kSignedOut:
      return tr("Signed out");
    case Link::kConnecting:
      return tr("Connecting…");
    case Link::kResyncing:
      return tr("Resyncing…");
    case Link::kLive:
      return tr("Live");
    case Link::kReconnecting: {
      const int seconds = retrySeconds(now);
      return seconds > 0 ? tr("Reconnecting (%1 s)").arg(QLocale().toString(seconds)) : tr("Reconnecting…");
    }
    case Link::kOffline:
      return tr("Offline since %1, showing cached").arg(clock(lostAt_.value_or(now)));
    case Link::kVersionMismatch:
      return tr("Version mismatch: this server does not speak this console's protocol");
    case Link::kUntrusted:
      return tr("Not connected: the server's key is not confirmed");
  }
  return {};
}

QString ConnectionState::whyNoSending(wire::Millis now) const {
  if (maySend()) return {};
  switch (link_) {
    case Link::kSignedOut:
      return tr("You are signed out. Sign in to send; your draft is kept.");
    case Link::kConnecting:
      return tr("The console is still connecting. Your draft is kept.");
    default:
      return tr("Nothing can be sent now (%1). Your draft is kept.").arg(text(now));
  }
}

bool JumpDetector::jumped(wire::Millis now, std::chrono::milliseconds steady) {
  const auto before = std::exchange(last_, std::pair{now, steady});
  if (!before) return false;
  const auto wall = now - before->first;
  const auto real = steady.count() - before->second.count();
  return std::abs(wall - real) > ConnectionState::kJump.count() || real > 3 * ConnectionState::kJump.count();
}

}  // namespace hotel::guicore
