#include "core/api_client.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUuid>
#include <boost/json/serialize.hpp>

#include "core/api_parse.h"
#include "core/text.h"
#include "core/trust.h"
#include "wire/codec.h"

namespace hotel::guicore {
namespace {

constexpr const char* kCancelled = "hotelCancelled";
constexpr const char* kTimedOut = "hotelTimedOut";
constexpr const char* kTooLarge = "hotelTooLarge";

bool flagged(const QNetworkReply& reply, const char* flag) {
  return reply.property(flag).toBool();
}

}  // namespace

ApiClient::ApiClient(Trust& trust, QObject* parent) : QObject(parent), trust_(trust) {
  network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
  network_.setAutoDeleteReplies(false);
  trust_.guard(network_);
}

ApiClient::~ApiClient() {
  abortAll();
}

void ApiClient::setServer(const QUrl& server) {
  if (server_ == server) return;
  server_ = server;
  network_.clearConnectionCache();
}

QByteArray ApiClient::userAgent() {
  return QByteArrayLiteral("hotel-console/" HOTEL_VERSION);
}

QUrl ApiClient::urlOf(const QString& path) const {
  QUrl url = server_;
  QString base = url.path();
  while (base.endsWith(u'/')) base.chop(1);
  url.setPath(QString(base + QStringLiteral("/api/v1") + path), QUrl::StrictMode);
  url.setQuery(QString());
  url.setFragment(QString());
  return url;
}

QString ApiClient::segment(const QString& id) {
  return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QNetworkReply* ApiClient::start(const Request& request, Done done) {
  QUrl url = urlOf(request.path);
  if (!request.query.isEmpty()) url.setQuery(request.query);
  if (trust_.judgeUrl(url) == Trust::Refusal::kPlainHttp) {
    ApiError error{QStringLiteral("plain_http"),
                   0,
                   tr("%1 is not encrypted. Use https, or allow it explicitly.").arg(server_.toString()),
                   {},
                   {}};
    QTimer::singleShot(0, this, [done = std::move(done), error] { done(error); });
    return nullptr;
  }
  QNetworkRequest out(url);
  out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  out.setRawHeader("User-Agent", userAgent());
  out.setRawHeader("Accept", request.bytes ? "*/*" : "application/json, application/problem+json");
  out.setRawHeader("Accept-Encoding", "identity");
  if (!token_.isEmpty()) out.setRawHeader("Authorization", "Bearer " + token_.toUtf8());
  QByteArray body;
  if (request.method != "GET") {
    const auto key =
        request.idempotencyKey.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : request.idempotencyKey;
    out.setRawHeader("Idempotency-Key", key.toUtf8());
    body = QByteArray::fromStdString(
        boost::json::serialize(request.body ? *request.body : boost::json::value(boost::json::object{})));
    out.setRawHeader("Content-Type", "application/json");
  }
  QNetworkReply* reply =
      request.method == "GET" ? network_.get(out) : network_.sendCustomRequest(out, request.method, body);

  auto* deadline = new QTimer(reply);
  deadline->setSingleShot(true);
  connect(deadline, &QTimer::timeout, reply, [reply] {
    reply->setProperty(kTimedOut, true);
    reply->abort();
  });
  deadline->start(request.deadline);
  connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
    if (received <= kMaxBody) return;
    reply->setProperty(kTooLarge, true);
    reply->abort();
  });
  connect(reply, &QNetworkReply::finished, this,
          [this, reply, sent = token_, bytes = request.bytes, done = std::move(done)] {
            finished(reply, sent, bytes, done);
            reply->deleteLater();
          });
  return reply;
}

void ApiClient::abortReply(QNetworkReply* reply) {
  reply->setProperty(kCancelled, true);
  reply->abort();
}

void ApiClient::abortAll() {
  const auto replies = network_.findChildren<QNetworkReply*>();
  for (auto* reply : replies)
    if (reply->isRunning()) abortReply(reply);
}

void ApiClient::finished(QNetworkReply* reply, const QString& sentToken, bool bytes, const Done& done) {
  const auto fail = [&](const char* code, const QString& detail) {
    done(ApiError{QString::fromLatin1(code), 0, detail, {}, {}});
  };
  switch (Trust::refusalOf(*reply)) {
    case Trust::Refusal::kUnknownKey:
      return fail("untrusted_key", tr("The key of %1 has not been confirmed yet.").arg(server_.host()));
    case Trust::Refusal::kChangedKey:
      return fail("changed_key",
                  tr("The key of %1 is not the one that was confirmed. Nothing was sent.").arg(server_.host()));
    case Trust::Refusal::kPlainHttp:
    case Trust::Refusal::kNone:
      break;
  }
  if (flagged(*reply, kCancelled)) return fail("cancelled", tr("Cancelled."));
  if (flagged(*reply, kTimedOut)) return fail("timeout", tr("%1 did not answer in time.").arg(server_.host()));
  if (flagged(*reply, kTooLarge)) return fail("unreadable", tr("The answer is too large."));
  const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  // An error of the transport after the status line: the body is not whole.
  const bool cut = reply->error() != QNetworkReply::NoError && reply->error() < QNetworkReply::ContentAccessDenied;
  if (status == 0 || cut)
    return fail("network", tr("%1 cannot be reached: %2").arg(server_.host(), reply->errorString()));
  const QByteArray body = reply->readAll();
  if (status >= 300) {
    auto error = parse::problem(status, body, reply->rawHeader("Retry-After"));
    if (error.requestId.isEmpty()) error.requestId = QString::fromUtf8(reply->rawHeader("X-Request-Id"));
    const bool ours = status == 401 && !sentToken.isEmpty() && sentToken == token_;
    done(std::move(error));
    if (ours) Q_EMIT signedOut();
    return;
  }
  if (bytes) return done(body);
  if (body.trimmed().isEmpty()) return done(boost::json::value(nullptr));
  if (auto value = wire::parse_json(std::string_view(body.constData(), static_cast<std::size_t>(body.size()))))
    return done(std::move(*value));
  done(ApiError{
      QStringLiteral("unreadable"), status, tr("The server answered in a form this version does not know."), {}, {}});
}

}  // namespace hotel::guicore
