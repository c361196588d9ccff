#include "whatsapp/sandbox.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/crypto.h"
#include "whatsapp/payloads.h"
#include "whatsapp/signature.h"
#include "whatsapp/webhook_parse.h"

namespace hotel::whatsapp {
namespace {

constexpr wire::Millis kNow = 1'796'000'000'000;
const std::string kNumber = "200000000000001", kSecret = "a-secret-of-this-test";

template <class T>
T run(rt::Task<T> task) {
  boost::asio::io_context io;
  auto future = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  io.run();
  return future.get();
}

class Sandbox : public testing::Test {
 protected:
  Sandbox() : folder_(std::filesystem::temp_directory_path() / ("hotel-sandbox-" + std::to_string(::getpid()))) {}
  ~Sandbox() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
  base::SystemClock clock_;
  SandboxMessenger messenger_{folder_, clock_};
};

Inbound parsed(const SignedBody& body) {
  EXPECT_TRUE(signature_is_right(body.body, {body.signature}, {kSecret}));
  auto result = parse_webhook(body.body, {kNumber}, kNow);
  EXPECT_EQ(result.elements.size(), 1U);
  return std::get<Inbound>(result.elements.at(0));
}

TEST_F(Sandbox, AcceptsWhatWhatsAppWouldAcceptAndTellsIt) {
  std::vector<std::string> told;
  messenger_.on_sent = [&](const ports::Outgoing& message, const std::string& id) {
    told.push_back(render_text(message.payload) + " " + id);
  };
  const auto outcome = run(messenger_.send({kNumber, "34600000111", "", *text_payload("Hola"), "id"}));
  EXPECT_EQ(outcome.what, domain::SendClass::kAccepted);
  EXPECT_TRUE(outcome.external_id.starts_with("sandbox."));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0], "Hola " + outcome.external_id);
  EXPECT_EQ(run(messenger_.send({kNumber, "", "", *read_payload("wamid.a"), ""})).what, domain::SendClass::kAccepted);
  EXPECT_EQ(told.size(), 1U) << "read marks are no messages";
}

TEST_F(Sandbox, RefusesWhatWhatsAppWouldRefuse) {
  boost::json::object wrong{{"type", "text"}, {"text", {{"body", ""}}}};
  EXPECT_EQ(run(messenger_.send({kNumber, "34600000111", "", wrong, "id"})).what, domain::SendClass::kRefused);
}

TEST_F(Sandbox, SaysThatItIsTheSandbox) {
  EXPECT_NE(messenger_.health().detail.find("sandbox"), std::string::npos);
  EXPECT_EQ(run(messenger_.number(kNumber))->quality_rating, "SANDBOX");
}

TEST_F(Sandbox, FilesGoTheWayOfRealOnes) {
  const std::string bytes = "\x89PNG\r\n\x1a\n and so on";
  SandboxMessage message{"+34 600 000 111", "Ana", "", SandboxMedia{}, "", "", false, ""};
  message.media->id = messenger_.add_media(bytes);
  message.media->mime_type = "image/png";
  const auto digest = base::sha256(bytes);
  message.media->sha256_base64 = base::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
  const auto in = parsed(*sandbox_body(message, kNumber, kSecret, kNow));
  const auto file = run(messenger_.download(kNumber, std::string{in.message.shown.media.at("id").as_string()},
                                            std::string{in.message.shown.media.at("sha256").as_string()}));
  ASSERT_TRUE(file) << file.error().detail;
  EXPECT_EQ(file->mime_type, "image/png");
  EXPECT_EQ(file->size, static_cast<std::int64_t>(bytes.size()));
  EXPECT_EQ(std::filesystem::file_size(file->path), bytes.size());
  EXPECT_FALSE(run(messenger_.download(kNumber, "unknown", "")));
}

TEST(SandboxBody, TextIsEscapedAsMetaDoesAndReadBackWhole) {
  const std::string text = "¿Tenéis habitación 2/3? 😀 a@b <50%";
  const auto body =
      sandbox_body({"+34600000111", "Íñigo", text, std::nullopt, "", "", false, ""}, kNumber, kSecret, kNow);
  ASSERT_TRUE(body);
  for (const char c : body->body) ASSERT_LT(static_cast<unsigned char>(c), 0x80);
  EXPECT_EQ(body->body.find("a@b"), std::string::npos);
  const auto in = parsed(*body);
  EXPECT_EQ(in.message.shown.text, text);
  EXPECT_EQ(in.who.name, "Íñigo");
  EXPECT_EQ(in.who.wa_id, "34600000111");
  EXPECT_EQ(in.message.shown.external_id, body->external_id);
  EXPECT_EQ(in.message.shown.sent_at, kNow);
}

TEST(SandboxBody, TapsNameTheirChoice) {
  const auto in = parsed(*sandbox_body(
      {"34600000111", "", "", std::nullopt, "confirm:42", "Confirmar", false, "sandbox.1"}, kNumber, kSecret, kNow));
  EXPECT_EQ(in.message.shown.interactive.at("id").as_string(), "confirm:42");
  EXPECT_EQ(in.message.shown.text, "Confirmar");
  EXPECT_EQ(in.message.shown.reply_to, "sandbox.1");
  EXPECT_EQ(parsed(*sandbox_body({"34600000111", "", "", std::nullopt, "room:1", "", true, ""}, kNumber, kSecret, kNow))
                .message.shown.interactive.at("type")
                .as_string(),
            "list_reply");
}

TEST(SandboxBody, NeedsAPhoneAndSomethingToSay) {
  EXPECT_FALSE(sandbox_body({"call me", "", "hola", std::nullopt, "", "", false, ""}, kNumber, kSecret, kNow));
  EXPECT_FALSE(sandbox_body({"34600000111", "", " ", std::nullopt, "", "", false, ""}, kNumber, kSecret, kNow));
}

}  // namespace
}  // namespace hotel::whatsapp
