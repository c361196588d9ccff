// Whether we talk to the server we think we talk to.
//
// https: the server's public key (SHA-256 of its SubjectPublicKeyInfo) is remembered per host:port at the first use,
// which a person must confirm (keyUnknown → accept()). Another key later is a hard stop (keyChanged): nothing is sent,
// and the only way on is forget() in the settings. Plain http only for loopback, or for a host that a person allowed
// explicitly. Kept in an INI file of its own. GUI thread.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QSslCertificate;

namespace hotel::guicore {

class Trust : public QObject {
  Q_OBJECT
 public:
  enum class Verdict { kTrusted, kUnknown, kChanged };
  enum class Refusal { kNone, kUnknownKey, kChangedKey, kPlainHttp };

  explicit Trust(const QString& file, QObject* parent = nullptr);

  Refusal judgeUrl(const QUrl& url) const;  // kNone or kPlainHttp
  Verdict judge(const QUrl& url, const QByteArray& spkiSha256) const;
  std::optional<QByteArray> pinned(const QUrl& url) const;
  void accept(const QUrl& url, const QByteArray& spkiSha256);  // a person compared the fingerprint
  void forget(const QUrl& url);
  void allowPlainHttp(const QUrl& url, bool allow);
  bool plainHttpAllowed(const QUrl& url) const;

  // Lets the manager's replies through only when the key is the pinned one; others are aborted before a byte of the
  // request is sent, and refusalOf() says why.
  void guard(QNetworkAccessManager& manager);
  static Refusal refusalOf(const QNetworkReply& reply);

  static QByteArray spkiOf(const QSslCertificate& certificate);
  static QString hexOf(const QByteArray& spkiSha256);  // "AB:CD:…"
  static QString wordsOf(
      const QByteArray& spkiSha256);  // pronounceable (proquints of the first 80 bits), to compare by telephone

 Q_SIGNALS:
  void keyUnknown(const QUrl& url, const QByteArray& spkiSha256);
  void keyChanged(const QUrl& url, const QByteArray& pinnedSpki, const QByteArray& spkiSha256);

 private:
  void check(QNetworkReply* reply);
  QString file_;
};

}  // namespace hotel::guicore
