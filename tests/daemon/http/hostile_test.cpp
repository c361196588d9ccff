// Hostile requests against a signed webhook, raw over a socket: what a careful receiver does with each, and that it
// lives on.
#include "base/crypto.h"
#include "running_server.h"
#include "wire_client.h"

namespace hotel::http::test {
namespace {

constexpr std::string_view kSecret = "an app secret";
constexpr std::string_view kClosed = "closed";

std::string sign(std::string_view body) {
  return "sha256=" + base::to_hex(base::hmac_sha256(kSecret, body));
}

struct Parts {
  std::vector<std::string> fields = {};
  std::optional<std::string> signature = std::nullopt;  // "" for none
  bool length = true;
  std::string first = "POST /webhooks/whatsapp HTTP/1.1";
};

std::string raw(const std::string& body, const Parts& parts = {}) {
  std::string out = parts.first + "\r\nHost: receiver.example\r\nContent-Type: application/json\r\n";
  if (parts.signature != "") out += "X-Hub-Signature-256: " + parts.signature.value_or(sign(body)) + "\r\n";
  if (parts.length) out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  for (const auto& field : parts.fields) out += field + "\r\n";
  return out + "\r\n" + body;
}

std::string replaced(std::string text, const std::string& what, const std::string& by, int times = 1) {
  for (std::size_t at = 0; times > 0 && (at = text.find(what, at)) != std::string::npos; --times, at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string good_body(int messages, const std::string& more = "") {
  std::string list;
  for (int i = 0; i < messages; ++i)
    list += (i ? "," : "") + std::string{R"({"from":"549112000","id":"wamid.)"} + std::to_string(i) +
            R"(","timestamp":"1790000000","text":{"body":"hola"},"type":"text"})";
  return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{"messages":[)" + list + "]" +
         more + R"(},"field":"messages"}]}]})";
}

struct Vector {
  std::string label, bytes;
  std::vector<std::string> wanted;  // statuses or "closed"
};

std::vector<Vector> signature_vectors() {
  const std::string good = good_body(1);
  const std::vector<std::string> ok{"200"}, refused{"401", "403"};
  return {
      {"good request", raw(good), ok},
      {"batch of 200 messages", raw(good_body(200)), ok},
      {"status update only", raw(good_body(0, R"(,"statuses":[{"id":"x","status":"read"}])")), ok},
      {"unknown message type", raw(replaced(good, "\"text\"}", "\"order_v9\"}")), ok},
      {"NUL in the text", raw(replaced(good, "hola", "a\\u0000b")), ok},
      {"no signature", raw(good, {{}, ""}), refused},
      {"empty signature", raw(good, {{}, "sha256="}), refused},
      {"signature of another body", raw(good, {{}, sign("{}")}), refused},
      {"signature cut by one digit", raw(good, {{}, sign(good).substr(0, 70)}), refused},
      {"sha1 downgrade", raw(good, {{"X-Hub-Signature: sha1=0000000000000000000000000000000000000000"}, ""}), refused},
      {"signature of the original", raw(good + " ", {{}, sign(good)}), refused},
      {"two signatures, the first wrong",
       raw(good, {{"X-Hub-Signature-256: " + sign(good)}, sign("{}")}),
       {"401", "403", "400", "closed"}}};
}

std::vector<Vector> framing_vectors() {
  const std::string good = good_body(1);
  const std::vector<std::string> bad{"400", "closed"};
  const std::string request = raw(good), head = request.substr(0, request.size() - good.size());
  const std::string chunks = "106\r\nanything\r\n0\r\n\r\n";
  const std::string chunked_head =
      replaced(head, "Content-Length: " + std::to_string(good.size()), "Transfer-Encoding: chunked");
  const std::string with_both = replaced(head, "\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n") + chunks;
  Parts no_length;
  no_length.length = false;
  const auto length = [&](const std::string& value) {
    Parts parts = no_length;
    parts.fields = {"Content-Length: " + value};
    return parts;
  };
  Parts cr;
  cr.first = std::string{"POST /webhooks/whatsapp"} + "\rX HTTP/1.1";
  return {{"Content-Length and chunked", with_both, bad},
          {"unknown transfer coding", raw(good, {{"Transfer-Encoding: xchunked"}}), {"400", "501", "closed"}},
          {"two Content-Lengths", raw(good, {{"Content-Length: 3"}}), bad},
          {"negative Content-Length", raw(good, length("-1")), bad},
          {"Content-Length with a plus", raw(good, length("+" + std::to_string(good.size()))), bad},
          {"space before the colon", raw(good, {{"X-Pad : 1"}}), bad},
          {"bare LF", replaced(request, "\r\n", "\n", 6), {"400"}},
          {"folded header", raw(good, {{"X-Pad: a\r\n b"}}), {"400"}},
          {"NUL in a header", raw(good, {{std::string{"X-Pad: a\0b", 10}}}), bad},
          {"chunk size with a sign", chunked_head + "+5\r\nhello\r\n0\r\n\r\n", bad},
          {"no Host", replaced(request, "Host: receiver.example\r\n", ""), bad},
          {"two Hosts", raw(good, {{"Host: other"}}), bad},
          {"CR in the target", raw(good, cr), {"400", "404", "closed"}}};
}

std::vector<Vector> size_and_text_vectors() {
  const std::string good = good_body(1);
  Parts huge;
  huge.length = false;
  huge.fields = {"Content-Length: 4294967296"};
  Parts many;
  for (int i = 0; i < 5000; ++i) many.fields.push_back("X-" + std::to_string(i) + ": 1");
  Parts long_target;
  long_target.first = "POST /webhooks/whatsapp?" + std::string(8192, 'a') + " HTTP/1.1";
  const std::string deep = R"({"entry":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const std::vector<std::string> judged{"200", "400", "422"}, ok{"200"};
  return {{"announces 4 GiB", raw("", huge), {"413", "closed"}},
          {"64 KiB header", raw(good, {{"X-Pad: " + std::string(65536, 'a')}}), {"431", "closed"}},
          {"5000 headers", raw(good, many), {"431", "closed"}},
          {"8 KiB target", raw(good, long_target), {"200", "400", "404", "414", "431", "closed"}},
          {"JSON nested 100000 deep", raw(deep), judged},
          {"lone surrogate", raw(replaced(good, "hola", "ho\\ud83d")), ok},
          {"JSON cut in the middle", raw(good.substr(0, good.size() - 9)), judged},
          {"not JSON", raw("hola"), judged},
          {"JSON: a list", raw("[]"), judged},
          {"wrong types", raw(R"({"entry":7})"), judged},
          {"invalid UTF-8",
           raw(replaced(good, "hola",
                        "ho\xff\xfe"
                        "a")),
           judged},
          {"timestamp that is no number", raw(replaced(good, "1790000000", "zzz")), judged},
          {"GET without a challenge",
           "GET /webhooks/whatsapp HTTP/1.1\r\nHost: receiver.example\r\n\r\n",
           {"400", "403", "404", "405"}},
          {"TRACE",
           "TRACE /webhooks/whatsapp HTTP/1.1\r\nHost: receiver.example\r\n\r\n",
           {"400", "403", "404", "405", "501", "closed"}}};
}

std::vector<Vector> all_vectors() {
  std::vector<Vector> all = signature_vectors();
  for (auto&& part : {framing_vectors(), size_and_text_vectors()}) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// Stores nothing; answers as the webhook does before anything is parsed: rightly signed bytes are taken.
void add_webhook(RunningServer& running, int& taken) {
  const Handler webhook = [&taken](Request& request) -> rt::Task<Response> {
    if (!base::equal_in_constant_time(request.header("X-Hub-Signature-256"), sign(request.body)))
      co_return Response::problem(wire::ErrorCode::kUnauthenticated, "not signed", request.request_id);
    ++taken;
    co_return Response::empty(200);
  };
  running.add("POST", "/webhooks/whatsapp", webhook, 3 * 1024 * 1024);
}

TEST(Hostile, All39AreAnsweredAsWantedAndTheServerLives) {
  RunningServer running;
  int taken = 0, expected = 0;
  add_webhook(running, taken);
  running.start();
  const auto vectors = all_vectors();
  ASSERT_EQ(vectors.size(), 39U);
  for (const auto& vector : vectors) {
    const auto answer = ask(running.port(), vector.bytes);
    ASSERT_NE(answer.kind, WireAnswer::Kind::kHangs) << vector.label;
    ASSERT_NE(answer.kind, WireAnswer::Kind::kGarbage) << vector.label;
    const std::string got =
        answer.kind == WireAnswer::Kind::kClosed ? std::string{kClosed} : std::to_string(answer.status);
    EXPECT_THAT(vector.wanted, testing::Contains(got)) << vector.label << ": " << answer.body;
    expected += got == "200";
    const auto alive = ask(running.port(), raw(good_body(1)));
    EXPECT_EQ(alive.status, 200) << "after " << vector.label;
    ++expected;
  }
  running.stop();
  EXPECT_EQ(taken, expected);
}

TEST(Hostile, ARefusalClosesTheConnectionAndIsAProblem) {
  RunningServer running;
  int taken = 0;
  add_webhook(running, taken);
  running.start();
  for (const auto& vector : framing_vectors()) {
    WireClient client{running.port()};
    client.send(vector.bytes + raw(good_body(1)));  // what follows must never count
    const auto answer = client.read();
    ASSERT_EQ(answer.kind, WireAnswer::Kind::kAnswer) << vector.label;
    EXPECT_EQ(answer.header("Connection"), "close") << vector.label;
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json") << vector.label;
    EXPECT_FALSE(answer.header("X-Request-Id").empty());
    EXPECT_TRUE(client.closed_by_server()) << vector.label;
  }
  running.stop();
  EXPECT_EQ(taken, 0);
}

// The same bytes one at a time must lead to the same answers.
TEST(Hostile, FramingVectorsByteByByte) {
  RunningServer running;
  int taken = 0;
  add_webhook(running, taken);
  running.start();
  for (const auto& vector : framing_vectors()) {
    WireClient client{running.port()};
    for (std::size_t i = 0; i < vector.bytes.size(); ++i)
      if (!client.send(std::string_view{vector.bytes}.substr(i, 1))) break;
    const auto answer = client.read();
    const std::string got =
        answer.kind == WireAnswer::Kind::kClosed ? std::string{kClosed} : std::to_string(answer.status);
    EXPECT_THAT(vector.wanted, testing::Contains(got)) << vector.label;
  }
  running.stop();
  EXPECT_EQ(taken, 0);
}

}  // namespace
}  // namespace hotel::http::test
