#include "api_client_test.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/api_client.h"
#include "core/text.h"
#include "core/trust.h"
#include "support_qt/fake_daemon.h"
#include "support_qt/samples.h"
#include "wire/codec.h"

using namespace hotel;
using namespace hotel::guicore;
using support_qt::FakeDaemon;

namespace {

struct Desk {
  QTemporaryDir folder;
  FakeDaemon daemon;
  Trust trust{folder.filePath(QStringLiteral("trust.ini"))};
  ApiClient api{trust};
  Desk() {
    api.setServer(daemon.url());
    api.setToken(daemon.token);
  }
};

template <class T>
std::optional<ApiResult<T>> wait(const ApiReply<T>& reply) {
  QObject context;
  std::optional<ApiResult<T>> out;
  reply.then(&context, [&](const ApiResult<T>& result) { out = result; });
  [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return out.has_value(); }, 10'000);
  return out;
}

}  // namespace

void ApiClientTest::signsInAndSendsTheToken() {
  Desk desk;
  desk.api.setToken({});
  const auto wrong = wait(desk.api.signIn(QStringLiteral("ana"), QStringLiteral("wrong")));
  QVERIFY(wrong && !wrong->ok());
  QCOMPARE(wrong->error().status, 401);
  QCOMPARE(wrong->error().code, QStringLiteral("unauthenticated"));
  QVERIFY(desk.api.token().isEmpty());
  const auto right = wait(desk.api.signIn(QStringLiteral("ana"), QStringLiteral("right")));
  QVERIFY(right && right->ok());
  QCOMPARE(desk.api.token(), desk.daemon.token);
  QVERIFY((*right)->expiresAt.has_value());
  const auto me = wait(desk.api.me());
  QVERIFY(me && me->ok());
  QCOMPARE((*me)->name, std::string("ana"));
  const auto request = desk.daemon.requests("GET", QStringLiteral("/me")).front();
  QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token-1"));
  QVERIFY(request.headers.value("user-agent").startsWith("hotel-console/"));
  QVERIFY(!desk.daemon.requests("POST", QStringLiteral("/session")).front().headers.contains("authorization"));
  QVERIFY(wait(desk.api.signOut())->ok());
  QVERIFY(desk.api.token().isEmpty());
}

void ApiClientTest::readsListsAndEncodesQueries() {
  Desk desk;
  desk.daemon.pageSize = 2;
  for (const auto* id : {"a", "b", "c"}) desk.daemon.put(support_qt::conversation(id, "María", 1000), false);
  const auto words = QStringLiteral("50% + ñ&x=1");
  const auto first = wait(desk.api.conversations(wire::View::kAll, {}, 200, words));
  QVERIFY(first && first->ok());
  QCOMPARE((*first)->items.size(), std::size_t{2});
  QCOMPARE((*first)->items[0].guest.name, std::string("María"));
  const auto second = wait(desk.api.conversations(wire::View::kAll, toQt((*first)->next)));
  QCOMPARE((*second)->items.size(), std::size_t{1});
  QVERIFY((*second)->next.empty());
  QCOMPARE(desk.daemon.requests().front().query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded), words);
  // An id from outside cannot leave its path segment.
  QVERIFY(!wait(desk.api.conversation(QStringLiteral("../me?x")))->ok());
  QCOMPARE(desk.daemon.requests().back().path.count(u"/conversations/"), 1);
}

void ApiClientTest::turnsProblemsIntoErrors() {
  Desk desk;
  desk.daemon.answerNext(
      QStringLiteral("/overview"),
      {503, FakeDaemon::problem(503, "pms_unavailable", "The PMS is away."), {{"Retry-After", "7"}}});
  const auto reply = wait(desk.api.overview());
  QVERIFY(reply && !reply->ok());
  const auto& error = reply->error();
  QCOMPARE(error.code, QStringLiteral("pms_unavailable"));
  QCOMPARE(error.detail, QStringLiteral("The PMS is away."));
  QCOMPARE(error.requestId, QStringLiteral("req-7"));
  QCOMPARE(error.retryAfterSeconds, std::optional<int>(7));
  QVERIFY(!error.outcomeUnknown());
  desk.daemon.answerNext(QStringLiteral("/overview"), {502, "<html>proxy</html>", {{"Content-Type", "text/html"}}});
  const auto html = wait(desk.api.overview());
  QCOMPARE(html->error().status, 502);
  QVERIFY(!html->error().detail.contains(u'<'));
  desk.daemon.answerNext(QStringLiteral("/overview"), {200, "not json", {}});
  QCOMPARE(wait(desk.api.overview())->error().code, QStringLiteral("unreadable"));
  desk.daemon.answerNext(QStringLiteral("/overview"), {200, "[1]", {}});
  QCOMPARE(wait(desk.api.overview())->error().code, QStringLiteral("unreadable"));
}

void ApiClientTest::keepsTheDeadline() {
  Desk desk;
  support_qt::Answer never;
  never.never = true;
  desk.daemon.answerNext(QStringLiteral("/me"), never);
  ApiClient::Request request{"GET", QStringLiteral("/me"), {}, {}, {}, std::chrono::milliseconds(50)};
  const auto reply =
      wait(desk.api.call<Nothing>(request, [](const boost::json::value&) { return std::optional(Nothing{}); }));
  QVERIFY(reply && !reply->ok());
  QCOMPARE(reply->error().code, QStringLiteral("timeout"));
  QVERIFY(reply->error().outcomeUnknown());
}

void ApiClientTest::tellsACutAnswerFromAWholeOne() {
  Desk desk;
  support_qt::Answer cut{200, QByteArray("{\"name\":\"ana\",\"roles\":[]}"), {}};
  cut.cutAfter = 90;
  desk.daemon.answerNext(QStringLiteral("/me"), cut);
  const auto reply = wait(desk.api.me());
  QVERIFY(reply && !reply->ok());
  QCOMPARE(reply->error().code, QStringLiteral("network"));
  desk.daemon.close();
  const auto refused = wait(desk.api.me());
  QCOMPARE(refused->error().code, QStringLiteral("network"));
  QVERIFY(refused->error().detail.contains(u"127.0.0.1"));
}

void ApiClientTest::followsNoRedirect() {
  Desk desk;
  desk.daemon.answerNext(QStringLiteral("/me"), {302, {}, {{"Location", "/api/v1/overview"}}});
  const auto reply = wait(desk.api.me());
  QVERIFY(!reply->ok());
  QCOMPARE(reply->error().status, 302);
  QCOMPARE(desk.daemon.requests().size(), std::size_t{1});
}

void ApiClientTest::refusesPlainHttpToOthers() {
  Desk desk;
  const QUrl other(QStringLiteral("http://192.0.2.7:8080"));
  QCOMPARE(desk.trust.judgeUrl(other), Trust::Refusal::kPlainHttp);
  desk.api.setServer(other);
  const auto reply = wait(desk.api.signIn(QStringLiteral("ana"), QStringLiteral("right")));
  QCOMPARE(reply->error().code, QStringLiteral("plain_http"));
  desk.trust.allowPlainHttp(other, true);
  QCOMPARE(desk.trust.judgeUrl(other), Trust::Refusal::kNone);
  QCOMPARE(desk.trust.judgeUrl(QUrl(QStringLiteral("http://192.0.2.8:8080"))), Trust::Refusal::kPlainHttp);
  QCOMPARE(desk.trust.judgeUrl(QUrl(QStringLiteral("ftp://127.0.0.1"))), Trust::Refusal::kPlainHttp);
  QCOMPARE(desk.trust.judgeUrl(QUrl(QStringLiteral("http://[::1]:1"))), Trust::Refusal::kNone);
  QCOMPARE(desk.trust.judgeUrl(QUrl(QStringLiteral("http://localhost.evil.example"))), Trust::Refusal::kPlainHttp);
}

void ApiClientTest::announcesALostSession() {
  Desk desk;
  QSignalSpy lost(&desk.api, &ApiClient::signedOut);
  desk.daemon.token = QStringLiteral("another");
  QCOMPARE(wait(desk.api.overview())->error().status, 401);
  QCOMPARE(lost.size(), 1);
  QCOMPARE(wait(desk.api.signIn(QStringLiteral("ana"), QStringLiteral("wrong")))->error().status, 401);
  QCOMPARE(lost.size(), 1);  // a wrong password ends no session
}

void ApiClientTest::abortsAndForgetsDeadContexts() {
  Desk desk;
  support_qt::Answer never;
  never.never = true;
  desk.daemon.answerNext(QStringLiteral("/me"), never);
  const auto reply = desk.api.me();
  int dead = 0;
  auto context = std::make_unique<QObject>();
  reply.then(context.get(), [&](const auto&) { ++dead; });
  context.reset();
  QString code;
  reply.then(this, [&](const ApiResult<wire::Operator>& result) { code = result.error().code; });
  QTRY_COMPARE(desk.daemon.requests().size(), std::size_t{1});
  reply.abort();
  QTRY_COMPARE(code, QStringLiteral("cancelled"));
  QCOMPARE(dead, 0);
  QVERIFY(reply.finished());
}

void ApiClientTest::sendsRepliesWithKeyAndNumber() {
  Desk desk;
  desk.daemon.put(support_qt::conversation("k", "Kenji", 1000), false);
  OutgoingReply out;
  out.text = QStringLiteral("Sí, de 9 a 21 h.");
  out.clientId = QStringLiteral("client-1");
  out.lastSeenSeq = 41;
  out.idempotencyKey = QStringLiteral("client-1-1");
  const auto reply = wait(desk.api.reply(QStringLiteral("k"), out));
  QVERIFY(reply && reply->ok());
  QCOMPARE(toQt((*reply)->message.text), out.text);
  QVERIFY((*reply)->asOfSeq > 0);
  const auto request = desk.daemon.requests("POST", QStringLiteral("/conversations/k/messages")).front();
  QCOMPARE(request.headers.value("idempotency-key"), QByteArray("client-1-1"));
  const auto body = wire::parse_json(request.body.toStdString());
  QCOMPARE(wire::integer_of(*body, "last_seen_seq"), std::optional<std::int64_t>(41));
  QVERIFY(!wire::member(*body, "template"));
  const auto draft = wait(desk.api.draft(QStringLiteral("k")));
  QVERIFY(draft->ok() && !draft->value().has_value());
}

void ApiClientTest::mistrustsChangedKeys() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("trust.ini"));
  const QUrl server(QStringLiteral("https://hotel.example:8443"));
  const QByteArray key(32, 'k'), other(32, 'o');
  Trust trust(file);
  QCOMPARE(trust.judge(server, key), Trust::Verdict::kUnknown);
  trust.accept(server, key);
  QCOMPARE(Trust(file).judge(server, key), Trust::Verdict::kTrusted);
  QCOMPARE(trust.judge(server, other), Trust::Verdict::kChanged);
  trust.accept(server, other);  // must not replace a pin: only forget() does
  QCOMPARE(trust.judge(server, other), Trust::Verdict::kChanged);
  QCOMPARE(trust.judge(server, {}), Trust::Verdict::kChanged);
  QCOMPARE(trust.judge(QUrl(QStringLiteral("https://hotel.example:9443")), key), Trust::Verdict::kUnknown);
  trust.forget(server);
  trust.accept(server, other);
  QCOMPARE(trust.judge(server, other), Trust::Verdict::kTrusted);
  // Proquints of 127.0.0.1 and 63.84.220.193, the examples of the paper.
  QCOMPARE(Trust::wordsOf(QByteArray::fromHex("7f0000013f54dcc1")), QStringLiteral("lusab-babad-gutih-tugad"));
  QCOMPARE(Trust::hexOf(QByteArray::fromHex("0aff")), QStringLiteral("0A:FF"));
}
