#include "wire/sse.h"

#include <gtest/gtest.h>

using namespace hotel::wire;

namespace {

const std::string kStream =
    ": hello\r\n\r\nid: 1\nevent: message.created\ndata: {\"a\":1}\n\n"
    "id: 2\r\nevent: x\r\ndata: one\r\ndata: two\r\n\r\nretry: 1500\n\ndata: three\r\rid: 3\nevent: none\n\n";

std::string played(const std::string& stream, std::size_t cut, std::size_t cut2) {
  std::string out;
  SseParser parser;
  parser.on_event = [&](const SseEvent& e) { out += "[" + e.id + "|" + e.event + "|" + e.data + "]"; };
  parser.on_comment = [&] { out += "#"; };
  parser.on_retry = [&](std::int64_t wait) { out += "r" + std::to_string(wait); };
  parser.feed(std::string_view{stream}.substr(0, cut));
  parser.feed(std::string_view{stream}.substr(cut, cut2 - cut));
  parser.feed(std::string_view{stream}.substr(cut2));
  return out;
}

}  // namespace

TEST(Sse, ReadsTheSameWhereverTheStreamIsCut) {
  const std::string whole = played(kStream, 0, 0);
  EXPECT_EQ(whole, "#[1|message.created|{\"a\":1}][2|x|one\ntwo]r1500[2|message|three]");
  for (std::size_t a = 0; a <= kStream.size(); ++a)
    for (std::size_t b = a; b <= kStream.size(); b += 7) ASSERT_EQ(played(kStream, a, b), whole) << a << " " << b;
}

TEST(Sse, FramesReadBack) {
  SseParser parser;
  SseEvent got;
  parser.on_event = [&](const SseEvent& e) { got = e; };
  parser.feed(sse_frame(42, "alert.updated", "{\"x\":\"y: z\"}"));
  EXPECT_EQ(got.id, "42");
  EXPECT_EQ(got.event, "alert.updated");
  EXPECT_EQ(got.data, "{\"x\":\"y: z\"}");
}

TEST(Sse, AnUnfinishedEventIsForgottenByReset) {
  SseParser parser;
  int events = 0;
  parser.on_event = [&](const SseEvent&) { ++events; };
  parser.feed("data: half");
  parser.reset();
  parser.feed("\n\ndata: whole\n\n");
  EXPECT_EQ(events, 1);
}
