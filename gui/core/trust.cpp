#include "core/trust.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QStringList>
#include <array>

namespace hotel::guicore {
namespace {

constexpr const char* kRefusal = "hotelTrustRefusal";

QString keyOf(const QUrl& url) {
  return url.host().toLower() + u'_' + QString::number(url.port(url.scheme() == u"http" ? 80 : 443));
}

bool isLoopback(const QString& host) {
  if (host.compare(u"localhost", Qt::CaseInsensitive) == 0) return true;
  QString bare = host;
  if (bare.startsWith(u'[') && bare.endsWith(u']')) bare = bare.mid(1, bare.size() - 2);
  return QHostAddress(bare).isLoopback();
}

// Proquint (arXiv:0901.4016): 16 bits as consonant-vowel-consonant-vowel-consonant.
QString proquint(unsigned bits) {
  static constexpr std::array<char, 16> kConsonants{'b', 'd', 'f', 'g', 'h', 'j', 'k', 'l',
                                                    'm', 'n', 'p', 'r', 's', 't', 'v', 'z'};
  static constexpr std::array<char, 4> kVowels{'a', 'i', 'o', 'u'};
  QString out;
  out += QLatin1Char(kConsonants[(bits >> 12) & 15]);
  out += QLatin1Char(kVowels[(bits >> 10) & 3]);
  out += QLatin1Char(kConsonants[(bits >> 6) & 15]);
  out += QLatin1Char(kVowels[(bits >> 4) & 3]);
  out += QLatin1Char(kConsonants[bits & 15]);
  return out;
}

}  // namespace

Trust::Trust(const QString& file, QObject* parent) : QObject(parent), file_(file) {}

Trust::Refusal Trust::judgeUrl(const QUrl& url) const {
  if (url.scheme() == u"https") return Refusal::kNone;
  if (url.scheme() == u"http" && (isLoopback(url.host()) || plainHttpAllowed(url))) return Refusal::kNone;
  return Refusal::kPlainHttp;
}

std::optional<QByteArray> Trust::pinned(const QUrl& url) const {
  const QSettings store(file_, QSettings::IniFormat);
  const auto value = store.value(QString(QStringLiteral("keys/") + keyOf(url))).toString();
  if (value.isEmpty()) return std::nullopt;
  return QByteArray::fromHex(value.toLatin1());
}

Trust::Verdict Trust::judge(const QUrl& url, const QByteArray& spkiSha256) const {
  const auto pin = pinned(url);
  if (!pin) return Verdict::kUnknown;
  return *pin == spkiSha256 && !spkiSha256.isEmpty() ? Verdict::kTrusted : Verdict::kChanged;
}

void Trust::accept(const QUrl& url, const QByteArray& spkiSha256) {
  if (spkiSha256.isEmpty() || judge(url, spkiSha256) == Verdict::kChanged)
    return;  // forget() comes first, and elsewhere
  QSettings store(file_, QSettings::IniFormat);
  store.setValue(QString(QStringLiteral("keys/") + keyOf(url)), QString::fromLatin1(spkiSha256.toHex()));
}

void Trust::forget(const QUrl& url) {
  QSettings store(file_, QSettings::IniFormat);
  store.remove(QString(QStringLiteral("keys/") + keyOf(url)));
}

void Trust::allowPlainHttp(const QUrl& url, bool allow) {
  QSettings store(file_, QSettings::IniFormat);
  const QString key = QStringLiteral("plain/") + keyOf(url);
  allow ? store.setValue(key, true) : store.remove(key);
}

bool Trust::plainHttpAllowed(const QUrl& url) const {
  const QSettings store(file_, QSettings::IniFormat);
  return store.value(QString(QStringLiteral("plain/") + keyOf(url))).toBool();
}

void Trust::guard(QNetworkAccessManager& manager) {
  // Own or expired certificates are no matter when the key is the pinned one; without a pin a person is asked in any
  // case.
  connect(&manager, &QNetworkAccessManager::sslErrors, this, [this](QNetworkReply* reply, const QList<QSslError>&) {
    const auto spki = spkiOf(reply->sslConfiguration().peerCertificate());
    if (judge(reply->url(), spki) == Verdict::kTrusted) return reply->ignoreSslErrors();
    check(reply);
  });
  connect(&manager, &QNetworkAccessManager::encrypted, this, [this, &manager](QNetworkReply* reply) {
    check(reply);
    // The refused connection must not be used by a later call, for which no encrypted() would come.
    if (refusalOf(*reply) != Refusal::kNone)
      QMetaObject::invokeMethod(&manager, [&manager] { manager.clearConnectionCache(); }, Qt::QueuedConnection);
  });
}

void Trust::check(QNetworkReply* reply) {
  if (refusalOf(*reply) != Refusal::kNone) return;
  const QUrl url = reply->url();
  const auto spki = spkiOf(reply->sslConfiguration().peerCertificate());
  const auto verdict = judge(url, spki);
  if (verdict == Verdict::kTrusted) return;
  const bool changed = verdict == Verdict::kChanged;
  reply->setProperty(kRefusal, static_cast<int>(changed ? Refusal::kChangedKey : Refusal::kUnknownKey));
  const auto pin = pinned(url).value_or(QByteArray());
  reply->abort();
  QMetaObject::invokeMethod(
      this,
      [this, url, pin, spki, changed] {
        if (changed)
          Q_EMIT keyChanged(url, pin, spki);
        else if (!spki.isEmpty())
          Q_EMIT keyUnknown(url, spki);
      },
      Qt::QueuedConnection);
}

Trust::Refusal Trust::refusalOf(const QNetworkReply& reply) {
  return static_cast<Refusal>(reply.property(kRefusal).toInt());
}

QByteArray Trust::spkiOf(const QSslCertificate& certificate) {
  const auto der = certificate.publicKey().toDer();
  return der.isEmpty() ? QByteArray() : QCryptographicHash::hash(der, QCryptographicHash::Sha256);
}

QString Trust::hexOf(const QByteArray& spkiSha256) {
  return QString::fromLatin1(spkiSha256.toHex(':')).toUpper();
}

QString Trust::wordsOf(const QByteArray& spkiSha256) {
  QStringList words;
  for (qsizetype i = 0; i + 1 < spkiSha256.size() && words.size() < 5; i += 2)
    words << proquint(static_cast<unsigned>(static_cast<unsigned char>(spkiSha256[i])) << 8 |
                      static_cast<unsigned char>(spkiSha256[i + 1]));
  return words.join(u'-');
}

}  // namespace hotel::guicore
