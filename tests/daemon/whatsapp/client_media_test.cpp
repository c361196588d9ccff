#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "base/crypto.h"
#include "graph_fixture.h"

namespace hotel::test {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kPng = std::string{"\x89PNG\r\n\x1a\n", 8} + std::string(5000, 'p');

std::string base64_of(std::string_view bytes) {
  const auto digest = base::sha256(bytes);
  return base::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

class GraphMedia : public GraphFixture {
 protected:
  std::vector<std::string> kept() const {
    std::vector<std::string> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_ / "media", none))
      out.push_back(entry.path().filename().string());
    return out;
  }
  base::Result<ports::MediaFile> download(std::string digest = {}, std::string id = "1000390107406812") {
    return run(client().download(kFakeNumber, std::move(id), std::move(digest)));
  }
};

TEST_F(GraphMedia, IsFetchedInTwoStepsAndKeptUnderOurName) {
  graph_.add_media("1000390107406812", kPng, "image/jpeg");
  const auto file = download(base64_of(kPng));
  ASSERT_TRUE(file) << file.error().detail;
  EXPECT_EQ(file->mime_type, "image/png") << "by content, whatever was claimed";
  EXPECT_EQ(file->size, static_cast<std::int64_t>(kPng.size()));
  EXPECT_EQ(file->sha256, base::to_hex(base::sha256(kPng)));
  EXPECT_EQ(read(file->path), kPng);
  EXPECT_THAT(kept(), ElementsAre(fs::path(file->path).filename().string()));
  EXPECT_TRUE(file->path.ends_with(".png"));
  EXPECT_THAT(graph_.others(), ElementsAre("GET /v25.0/1000390107406812?phone_number_id=200000000000001",
                                           "GET /media-files/1000390107406812"));
  const auto second = graph_.peer().requests().at(1);
  EXPECT_EQ(second.header("Authorization"), std::string{"Bearer "} + kToken);
  EXPECT_EQ(second.header("User-Agent"), "hotel-agent/test");
}

TEST_F(GraphMedia, WithoutADigestOfTheWebhookTheOneOfStepOneCounts) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  EXPECT_TRUE(download());
}

TEST_F(GraphMedia, AnotherFileThanAnnouncedIsThrownAway) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  const auto file = download(base64_of("something else"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kInvalid);
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(GraphMedia, AnExpiredAddressIsAskedForAgainOnce) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  graph_.expire_media_urls(1);
  EXPECT_TRUE(download(base64_of(kPng)));
  EXPECT_THAT(graph_.others(), SizeIs(4));
  graph_.expire_media_urls(5);
  const auto gone = download(base64_of(kPng));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(graph_.others(), SizeIs(8)) << "twice, not for ever";
  EXPECT_THAT(kept(), SizeIs(1));
}

TEST_F(GraphMedia, TheTokenGoesToNoOtherHost) {
  Peer stranger;
  stranger.allow_unexpected();
  graph_.add_media("1000390107406812", kPng, "image/png");
  for (const std::string& url :
       {stranger.url("/steal"), std::string{"https://lookaside.fbsbx.com.evil.example/x"},
        std::string{"http://lookaside.fbsbx.com/x"}, std::string{"https://lookaside.fbsbx.com:8443/x"},
        std::string{"file:///etc/passwd"}, std::string{"http://127.0.0.1@evil.example/"}, std::string{"nonsense"}}) {
    graph_.set_media_url("1000390107406812", url);
    const auto file = download();
    ASSERT_FALSE(file) << url;
    EXPECT_EQ(file.error().code, ErrorCode::kForbidden) << url;
  }
  EXPECT_THAT(stranger.requests(), IsEmpty());
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(GraphMedia, ARedirectToAStrangerIsNotFollowed) {
  Peer stranger;
  stranger.allow_unexpected();
  graph_.add_media("1000390107406812", kPng, "image/png");
  PeerReply moved = PeerReply::json(302, "");
  moved.headers = {{"Location", stranger.url("/steal")}};
  graph_.peer().expect("GET", "/media-files/1000390107406812", moved);
  EXPECT_EQ(download().error().code, ErrorCode::kForbidden);
  EXPECT_THAT(stranger.requests(), IsEmpty());
}

TEST_F(GraphMedia, ARedirectOnTheSameHostIsFollowed) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  graph_.add_media("other", kPng, "image/png");
  PeerReply moved = PeerReply::json(302, "");
  moved.headers = {{"Location", graph_.url() + "/media-files/other"}};
  graph_.peer().expect("GET", "/media-files/1000390107406812", moved);
  EXPECT_TRUE(download(base64_of(kPng)));
}

TEST_F(GraphMedia, TooLargeIsToldBeforeAByteIsFetched) {
  graph_.peer().expect("GET", "/v25.0/1000390107406812",
                       PeerReply::json(200, R"({"url":"http://127.0.0.1:1/x","file_size":"104857601"})"));
  EXPECT_EQ(download().error().code, ErrorCode::kTooLarge);
}

TEST_F(GraphMedia, ALyingLengthIsCutWhileStreaming) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  PeerReply endless;
  endless.fault = PeerReply::Fault::kRaw;
  endless.raw = "HTTP/1.1 200 OK\r\nContent-Length: 104857601\r\n\r\nx";
  graph_.peer().expect("GET", "/media-files/1000390107406812", endless);
  EXPECT_EQ(download().error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(GraphMedia, ABrokenTransferLeavesNothing) {
  graph_.add_media("1000390107406812", kPng, "image/png");
  PeerReply half;
  half.body = kPng;
  half.fault = PeerReply::Fault::kCutInBody;
  half.cut_after = 1000;
  graph_.peer().expect("GET", "/media-files/1000390107406812", half);
  EXPECT_EQ(download().error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(GraphMedia, IdsThatAreNoIdsAreNotAskedFor) {
  for (const std::string& id : std::vector<std::string>{"", "../200000000000001", "a b", "1?x=y", "1/2", "%2e%2e"})
    EXPECT_EQ(download({}, id).error().code, ErrorCode::kInvalid) << id;
  EXPECT_THAT(graph_.peer().requests(), IsEmpty());
}

TEST_F(GraphMedia, UnknownIdsAndDeadTokensAreTold) {
  EXPECT_EQ(download({}, "999").error().code, ErrorCode::kForbidden);
  graph_.set_tokens({});
  EXPECT_EQ(download().error().code, ErrorCode::kUnauthenticated);
}

TEST_F(GraphMedia, UploadIsMultipartWithItsTrueType) {
  const auto id = run(client().upload(kFakeNumber, kPng, "image/png", "room\"\r\nX: y.png"));
  ASSERT_TRUE(id) << id.error().detail;
  EXPECT_EQ(*id, "1100000000000001");
  const auto body = graph_.uploads().at(0);
  EXPECT_THAT(body, HasSubstr("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"));
  EXPECT_THAT(body, HasSubstr("Content-Type: image/png\r\n\r\n" + kPng + "\r\n--"));
  EXPECT_THAT(body, HasSubstr("filename=\"room___X: y.png\"")) << "a name cannot end its header";
  EXPECT_EQ(run(client().upload(kFakeNumber, "", "image/png", "a")).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace hotel::test
