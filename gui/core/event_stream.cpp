#include "core/event_stream.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <algorithm>

#include "core/api_client.h"
#include "core/text.h"
#include "core/trust.h"

namespace hotel::guicore {
namespace {

using std::chrono::milliseconds;

std::optional<milliseconds> retryAfter(const QNetworkReply& reply) {
  bool ok = false;
  const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&ok);
  // A server that asks for an hour is asked again after five minutes: a person waits in front of this.
  return ok && seconds >= 0 ? std::optional(milliseconds(std::min(seconds, 300) * 1000)) : std::nullopt;
}

}  // namespace

milliseconds ReconnectPolicy::next() {
  const auto most = std::min<std::int64_t>(kMost.count(), kFirst.count() << std::min(failures_, 10));
  ++failures_;
  return milliseconds(static_cast<std::int64_t>(static_cast<double>(most) * chance_()));
}

void ReconnectPolicy::lasted(milliseconds up) {
  if (up >= kProven) failures_ = 0;
}

EventStream::EventStream(Trust& trust, GuiClock& clock, std::function<double()> chance, QObject* parent)
    : QObject(parent),
      trust_(trust),
      clock_(clock),
      policy_(chance ? std::move(chance) : [] { return QRandomGenerator::global()->generateDouble(); }),
      retry_(clock.makeTimer()) {
  network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
  network_.setAutoDeleteReplies(false);
  trust_.guard(network_);
  parser_.on_event = [this](const wire::SseEvent& event) { take(event); };
  parser_.on_comment = [this] { sinceEvent_ = 0; };
  parser_.on_retry = [this](std::int64_t wait) {
    serverRetry_ = milliseconds(std::clamp<std::int64_t>(wait, 0, 300'000));
  };
}

EventStream::~EventStream() {
  drop();
}

void EventStream::start(const QUrl& url, const QString& token, qint64 lastSeq) {
  drop();
  url_ = url;
  token_ = token;
  lastSeq_ = lastSeq;
  policy_.reset();
  serverRetry_ = milliseconds{0};
  running_ = true;
  connectNow();
}

void EventStream::stop() {
  running_ = false;
  retry_->stop();
  drop();
}

void EventStream::reconnectNow() {
  if (!running_) return;
  retry_->stop();
  drop();
  connectNow();
}

// Forgets the present connection without a word.
void EventStream::drop() {
  open_ = false;
  if (!reply_) return;
  auto* reply = reply_.data();
  reply_ = nullptr;
  reply->disconnect(this);
  reply->abort();
  reply->deleteLater();
}

void EventStream::connectNow() {
  if (trust_.judgeUrl(url_) != Trust::Refusal::kNone) {
    running_ = false;
    QMetaObject::invokeMethod(this, [this] { Q_EMIT refusedByTrust(); }, Qt::QueuedConnection);
    return;
  }
  parser_.reset();
  sinceEvent_ = 0;
  QNetworkRequest request(url_);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setRawHeader("Accept", "text/event-stream");
  request.setRawHeader("Accept-Encoding", "identity");
  request.setRawHeader("Cache-Control", "no-store");
  request.setRawHeader("User-Agent", ApiClient::userAgent());
  request.setRawHeader("Authorization", "Bearer " + token_.toUtf8());
  if (lastSeq_ >= 0) request.setRawHeader("Last-Event-ID", QByteArray::number(lastSeq_));
  request.setTransferTimeout(static_cast<int>(silence_.count()));  // of inactivity: heartbeats keep it alive
  reply_ = network_.get(request);
  connect(reply_, &QNetworkReply::metaDataChanged, this, &EventStream::head);
  connect(reply_, &QNetworkReply::readyRead, this, &EventStream::read);
  connect(reply_, &QNetworkReply::finished, this, &EventStream::ended);
}

// The head of the answer is a sign of life already: the first heartbeat may be 15 s away.
void EventStream::head() {
  if (!reply_ || open_) return;
  const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (status != 200) return;  // ended() looks at it
  const auto type = reply_->header(QNetworkRequest::ContentTypeHeader).toString();
  if (!type.startsWith(u"text/event-stream", Qt::CaseInsensitive)) {
    stop();
    Q_EMIT incompatible();
    return;
  }
  open_ = true;
  openedAt_ = clock_.steady();
  const QPointer<QNetworkReply> current = reply_;
  Q_EMIT opened();
  if (reply_ == current) Q_EMIT bytes();
}

void EventStream::read() {
  head();
  if (!reply_ || !open_) return;
  const QPointer<QNetworkReply> current = reply_;
  const QByteArray piece = reply_->readAll();
  if (piece.isEmpty()) return;
  Q_EMIT bytes();
  // Fed line by line: an event may make the owner stop or restart the stream, and what follows is then no longer ours.
  qsizetype from = 0;
  while (from < piece.size() && reply_ == current) {
    qsizetype to = piece.indexOf('\n', from);
    to = to < 0 ? piece.size() : to + 1;
    sinceEvent_ += to - from;
    parser_.feed(std::string_view(piece.constData() + from, static_cast<std::size_t>(to - from)));
    from = to;
  }
  if (reply_ == current && sinceEvent_ > kMaxEvent) {
    drop();
    retryIn(policy_.next(), tr("an event was too large"));
  }
}

void EventStream::take(const wire::SseEvent& event) {
  sinceEvent_ = 0;
  if (event.event == "reset") {
    stop();
    Q_EMIT resetAsked();
    return;
  }
  bool numbered = false;
  const qint64 seq = QByteArray::fromStdString(event.id).toLongLong(&numbered);
  if (!numbered || seq <= lastSeq_) return;  // seen already, or nothing that could be resumed from
  lastSeq_ = seq;
  Q_EMIT received(seq, toQt(event.event), QByteArray::fromStdString(event.data));
}

void EventStream::ended() {
  if (!reply_) return;
  const QPointer<QNetworkReply> current = reply_;
  if (reply_->bytesAvailable() > 0) read();
  if (reply_ != current || !running_) return;
  const int status = current->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const auto wait = retryAfter(*current);
  const bool distrusted = Trust::refusalOf(*current) != Trust::Refusal::kNone;
  const QString reason =
      current->error() == QNetworkReply::NoError ? tr("the server ended the stream") : current->errorString();
  if (open_) policy_.lasted(clock_.steady() - openedAt_);
  drop();
  if (distrusted) {
    running_ = false;
    Q_EMIT refusedByTrust();
  } else if (status == 401 || status == 403) {
    running_ = false;
    Q_EMIT unauthorized();
  } else if (status == 404 || status == 405 || status == 406 || status == 410 || (status >= 300 && status < 400)) {
    running_ = false;
    Q_EMIT incompatible();
  } else if (status == 409) {
    running_ = false;
    Q_EMIT resetAsked();  // our number does not fit the server's log
  } else if (wait) {
    retryIn(*wait, tr("the server asked to wait"));
  } else {
    retryIn(std::max(policy_.next(), serverRetry_), reason);
  }
}

void EventStream::retryIn(milliseconds wait, const QString& reason) {
  retry_->start(wait, [this] { connectNow(); });
  Q_EMIT lost(static_cast<int>(wait.count()), reason);
}

}  // namespace hotel::guicore
