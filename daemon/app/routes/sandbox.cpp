// POST /sandbox/messages: a simulated guest writes. The body is made and signed as Meta would and goes through the real
// webhook's intake. Outside the sandbox the route does not exist.
#include "whatsapp/sandbox.h"

#include <utility>

#include "app/routes/routes.h"
#include "app/routes/support.h"
#include "base/crypto.h"
#include "wire/codec.h"

namespace hotel::app {
using base::ErrorCode;
namespace json = boost::json;
namespace {

constexpr std::size_t kSandboxBytes = 24 * 1024 * 1024;

rt::Task<base::Result<whatsapp::SandboxMedia>> media_of(Context& context, std::string number_id, json::object given) {
  whatsapp::SandboxMedia media;
  media.kind = wire::text_of(given, "type");
  media.mime_type = wire::text_of(given, "mime_type");
  media.filename = wire::text_of(given, "filename");
  media.caption = wire::text_of(given, "caption");
  media.voice = wire::flag_of(given, "voice");
  auto bytes = base::from_base64(wire::text_of(given, "data"));
  if (!bytes || bytes->empty() || media.kind.empty() || media.mime_type.empty())
    co_return base::error(ErrorCode::kInvalid,
                          "media: {type, mime_type, data: base64 of the file, caption?, filename?, voice?}");
  media.sha256_base64 = [&] {
    const auto digest = base::sha256(*bytes);
    return base::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
  }();
  auto id = co_await context.messenger.upload(std::move(number_id), std::move(*bytes), media.mime_type, media.filename);
  if (!id) co_return id.error();
  media.id = std::move(*id);
  co_return media;
}

rt::Task<http::Response> guest_writes(Context& context, const SignedIntake& intake, http::Request& request) {
  const auto body = body_of(request);
  if (!body) co_return failure(body.error(), request);
  if (context.settings.number_ids.empty() || context.settings.app_secrets.empty())
    co_return failure(ErrorCode::kUnavailable,
                      "WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_APP_SECRET are needed to sign what a guest writes; any "
                      "values do in the sandbox",
                      request);
  const std::string number_id = context.settings.number_ids.front();
  whatsapp::SandboxMessage message;
  message.phone = wire::text_of(*body, "phone");
  message.name = wire::text_of(*body, "name");
  message.text = wire::text_of(*body, "text");
  message.replies_to = wire::text_of(*body, "reply_to");
  if (const auto* button = wire::object_of(*body, "button")) {
    message.button_id = wire::text_of(*button, "id");
    message.button_title = wire::text_of(*button, "title");
    message.list_row = wire::flag_of(*button, "row");
  }
  if (const auto* given = wire::object_of(*body, "media")) {
    auto media = co_await media_of(context, number_id, *given);
    if (!media) co_return failure(media.error(), request);
    message.media = std::move(*media);
  }
  if (message.text.empty() && message.button_id.empty() && !message.media)
    co_return failure(ErrorCode::kInvalid, "one of text, button {id, title} and media", request);
  auto made = whatsapp::sandbox_body(message, number_id, context.settings.app_secrets.front(), context.clock.now());
  if (!made) co_return failure(made.error(), request);
  const auto taken = co_await intake(std::move(made->body), std::move(made->signature));
  if (taken.status != 200)
    co_return failure(ErrorCode::kUnavailable, "the webhook did not take it; try again", request);
  co_return http::Response::json(201, json::object{{"external_id", made->external_id}});
}

rt::Task<http::Response> guest_writes_once(Context& context, const SignedIntake& intake, http::Request& request) {
  OutsideAct act = [&context, &intake, &request] { return guest_writes(context, intake, request); };
  co_return co_await act_once(context, request, std::move(act));
}

}  // namespace

void add_sandbox_routes(http::Router& router, Context& context, SignedIntake intake) {
  if (context.settings.whatsapp_mode != WhatsAppMode::kSandbox) return;
  const auto shared = std::make_shared<const SignedIntake>(std::move(intake));
  http::Route route;
  route.method = "POST";
  route.pattern = std::string{kApi} + "/sandbox/messages";
  route.access = http::Access::kAny;
  route.max_body = kSandboxBytes;
  route.handler = [&context, shared](http::Request& request) { return guest_writes_once(context, *shared, request); };
  router.add(std::move(route));
}

}  // namespace hotel::app
