#include "http/detail/request_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "http/detail/chunked.h"

namespace hotel::http::detail {
namespace {

// What the whole reader makes of a head, fed in pieces of the given size: 0 for read, else the status of the refusal.
int read_in_pieces(const std::string& bytes, std::size_t piece, Request& request, Framing& framing) {
  HeadScan scan;
  for (std::size_t size = std::min(piece, bytes.size());; size = std::min(size + piece, bytes.size())) {
    scan.feed(std::string_view{bytes}.substr(0, size));
    if (scan.found == HeadScan::Found::kBad) return 400;
    if (scan.found == HeadScan::Found::kEnd) break;
    if (size == bytes.size()) return -1;
  }
  const auto refusal = read_head(std::string_view{bytes}.substr(0, scan.scanned), request, framing);
  return refusal ? refusal->status : 0;
}

int outcome(const std::string& bytes) {
  int first = -2;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
    Request request;
    Framing framing;
    const int now = read_in_pieces(bytes, piece, request, framing);
    if (first == -2) first = now;
    EXPECT_EQ(now, first) << "in pieces of " << piece << ": " << bytes;
  }
  return first;
}

std::string with(std::string_view field) {
  return "GET /a HTTP/1.1\r\nHost: h\r\n" + std::string{field} + "\r\n\r\n";
}

TEST(RequestHead, IsReadWhole) {
  Request request;
  Framing framing;
  ASSERT_EQ(
      read_in_pieces(
          "POST /a%20b?x=1 HTTP/1.1\r\nHost: h:80\r\nA:  b \t\r\nContent-Length: 12\r\nexpect: 100-Continue\r\n\r\n", 3,
          request, framing),
      0);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.target, "/a%20b?x=1");
  EXPECT_EQ(request.path, "/a b");
  EXPECT_EQ(request.query_value("x"), "1");
  EXPECT_EQ(request.header("a"), "b");
  EXPECT_EQ(framing.length, 12U);
  EXPECT_TRUE(framing.expect_continue && framing.keep_alive && !framing.chunked);
}

TEST(RequestHead, RequestLines) {
  const auto line = [](const std::string& first) { return outcome(first + "\r\nHost: h\r\n\r\n"); };
  EXPECT_EQ(line("GET / HTTP/1.1"), 0);
  EXPECT_EQ(line("GET / HTTP/1.0"), 0);
  EXPECT_EQ(line("GET http://h/x HTTP/1.1"), 0);
  EXPECT_EQ(line("GET / HTTP/2.0"), 505);
  EXPECT_EQ(line("GET / HTTP/1.2"), 505);
  for (const auto* bad : {"",
                          "GET",
                          "GET /",
                          "GET  / HTTP/1.1",
                          "GET / HTTP/1.1 ",
                          " GET / HTTP/1.1",
                          "GET /\tHTTP/1.1",
                          "GET / http/1.1",
                          "GET / HTTP/1.11",
                          "GET / HTTP/1,1",
                          "G@T / HTTP/1.1",
                          "GET x HTTP/1.1",
                          "GET * HTTP/1.1",
                          "CONNECT h:80 HTTP/1.1",
                          "GET ftp://h/ HTTP/1.1",
                          "GET /a#b HTTP/1.1",
                          "GET /\xC3\xB1 HTTP/1.1",
                          "GET /%zz HTTP/1.1",
                          "GET /?%00 HTTP/1.1",
                          "GET /\x7f HTTP/1.1",
                          "GET /\x01 HTTP/1.1"})
    EXPECT_EQ(line(bad), 400) << bad;
}

TEST(RequestHead, Fields) {
  EXPECT_EQ(outcome(with("X: \xC3\xB1")), 0);
  EXPECT_EQ(outcome(with("X:")), 0);
  EXPECT_EQ(outcome(with("X:1")), 0);
  for (const auto* bad : {"X : 1",
                          " X: 1",
                          "X: a\r\n b",
                          "X: a\r\n\tb",
                          ": 1",
                          "X",
                          "X\x01: 1",
                          "X: \x01",
                          "X: a\x7f",
                          "X: a\rb",
                          "X: a\nb",
                          "(x): 1",
                          "X\xC3: 1",
                          "Host: other",
                          "Content-Length: 1\r\nContent-Length: 1",
                          "Content-Length: +1",
                          "Content-Length: -1",
                          "Content-Length: 1,1",
                          "Content-Length: 0x1",
                          "Content-Length:",
                          "Content-Length: 1 1",
                          "Content-Length: 99999999999999999999",
                          "Content-Length: 1\r\nTransfer-Encoding: chunked",
                          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"})
    EXPECT_EQ(outcome(with(bad)), 400) << bad;
  EXPECT_EQ(outcome(with(std::string{"X: a\0b", 6})), 400);
  for (const auto* coding : {"gzip", "gzip, chunked", "chunked, chunked", "xchunked", "identity", ""})
    EXPECT_EQ(outcome(with(std::string{"Transfer-Encoding: "} + coding)), 501) << coding;
  EXPECT_EQ(outcome(with("Transfer-Encoding: Chunked")), 0);
  EXPECT_EQ(outcome(with("Expect: something")), 417);
}

TEST(RequestHead, HostIsNeededInHttp11) {
  EXPECT_EQ(outcome("GET / HTTP/1.1\r\nA: b\r\n\r\n"), 400);
  EXPECT_EQ(outcome("GET / HTTP/1.0\r\nA: b\r\n\r\n"), 0);
  EXPECT_EQ(outcome("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  for (const auto* host : {"", "a b", "a/b", "a@b", "a,b", "a%41"})
    EXPECT_EQ(outcome(std::string{"GET / HTTP/1.1\r\nHost: "} + host + "\r\n\r\n"), 400) << host;
  EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"), 0);
}

TEST(RequestHead, BareLineFeedsAreSeenAtOnce) {
  HeadScan scan;
  scan.feed("GET / HTTP/1.1\n");
  EXPECT_EQ(scan.found, HeadScan::Found::kBad);
}

TEST(RequestHead, KeepAlive) {
  const auto keeps = [](const std::string& version, const std::string& field) {
    Request request;
    Framing framing;
    EXPECT_EQ(read_in_pieces("GET / HTTP/" + version + "\r\nHost: h\r\n" + field + "\r\n", 100, request, framing), 0);
    return framing.keep_alive;
  };
  EXPECT_TRUE(keeps("1.1", ""));
  EXPECT_FALSE(keeps("1.1", "Connection: close\r\n"));
  EXPECT_FALSE(keeps("1.1", "Connection: keep-alive, Close\r\n"));
  EXPECT_FALSE(keeps("1.1", "Connection: keep-alive\r\nConnection: close\r\n"));
  EXPECT_FALSE(keeps("1.0", ""));
  EXPECT_TRUE(keeps("1.0", "Connection: Keep-Alive\r\n"));
}

TEST(RequestHead, ManyFieldsAreRefused) {
  std::string fields;
  for (std::size_t i = 0; i < kMaxFields - 1; ++i) fields.append("X: 1\r\n");
  EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n"), 0);
  EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: h\r\nY: 1\r\n" + fields + "\r\n"), 431);
}

struct Decoded {
  ChunkDecoder::State state;
  std::string body, rest;
};

Decoded decode(std::string_view bytes, std::size_t piece, std::size_t max = 1000) {
  ChunkDecoder decoder{max};
  Decoded out{ChunkDecoder::State::kMore, "", ""};
  while (!bytes.empty() && out.state == ChunkDecoder::State::kMore) {
    std::string_view part = bytes.substr(0, piece);
    bytes.remove_prefix(part.size());
    out.state = decoder.feed(part, out.body);
    out.rest = std::string{part} + std::string{bytes};
  }
  return out;
}

TEST(Chunked, DecodesAnyCutAlike) {
  for (std::size_t piece = 1; piece < 60; ++piece) {
    const auto out = decode("5\r\nhello\r\n6;name=\"v\"\r\n world\r\n00\r\nTrailer: x\r\n\r\nGET /", piece);
    EXPECT_EQ(out.state, ChunkDecoder::State::kDone) << piece;
    EXPECT_EQ(out.body, "hello world");
    EXPECT_EQ(out.rest, "GET /");
  }
}

TEST(Chunked, RefusesEverythingElse) {
  for (const auto* bad : {"+5\r\nhello\r\n", "-5\r\n", "0x5\r\n", "5 \r\nhello", "g\r\n", "\r\n", "5\nhello\r\n",
                          "5\r\nhello0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5\r\nhello\r0\r\n", "fffffffffffffffff\r\n",
                          ";x\r\n", "5\rhello", "5\r\nhel\r\n0\r\n\r\n", "0\r\nA\x01: b\r\n\r\n"})
    for (const std::size_t piece : {std::size_t{1}, std::size_t{100}})
      EXPECT_EQ(decode(bad, piece).state, ChunkDecoder::State::kBad) << bad;
  EXPECT_EQ(decode(std::string(300, '0') + "\r\n", 1000).state, ChunkDecoder::State::kBad);
  EXPECT_EQ(decode("0\r\n" + std::string(9000, 'a'), 1000).state, ChunkDecoder::State::kBad);
}

TEST(Chunked, TooLargeIsSeenBeforeTheData) {
  EXPECT_EQ(decode("a\r\n", 100, 9).state, ChunkDecoder::State::kTooLarge);
  EXPECT_EQ(decode("5\r\nhello\r\n5\r\n", 100, 9).state, ChunkDecoder::State::kTooLarge);
  EXPECT_EQ(decode("fffffffffffffff\r\n", 100, 9).state, ChunkDecoder::State::kTooLarge);
  EXPECT_EQ(decode("9\r\nhellohell\r\n0\r\n\r\n", 100, 9).state, ChunkDecoder::State::kDone);
}

// Random damage to a good request: the reader neither crashes nor depends on how the bytes were cut (run under ASan).
TEST(RequestHead, DamagedRequestsAreReadAlikeInAnyPieces) {
  std::mt19937 chance{20260101};
  const std::string good =
      "POST /webhooks/whatsapp?a=%20b HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nConnection: "
      "keep-alive\r\nX-Hub-Signature-256: sha256=00\r\n\r\n";
  int read = 0, refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = good;
    for (int i = 0, n = 1 + static_cast<int>(chance() % 3); i < n; ++i) {
      const auto at = chance() % bytes.size();
      switch (chance() % 3) {
        case 0:
          bytes[at] = static_cast<char>(chance() % 256);
          break;
        case 1:
          bytes.erase(at, 1 + chance() % 4);
          break;
        default:
          bytes.insert(at, bytes.substr(chance() % bytes.size(), chance() % 20));
      }
    }
    const int result = outcome(bytes);
    read += result == 0;
    refused += result > 0;
  }
  EXPECT_GT(read, 1000);
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace hotel::http::detail
