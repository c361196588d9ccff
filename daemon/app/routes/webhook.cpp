#include "app/routes/system_routes.h"
#include "whatsapp/signature.h"

namespace hotel::app {
namespace {

constexpr const char* kPath = "/webhooks/whatsapp";
constexpr std::size_t kLargestBody = 4 * 1024 * 1024;  // Meta sends up to 3 MB (contract, chapter 3)

bool same_header(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

}  // namespace

void add_webhook_routes(http::Router& router, Context&, Intake& intake) {
  http::Route get;
  get.method = "GET";
  get.pattern = kPath;
  get.access = http::Access::kPublic;
  get.handler = [&intake](http::Request& request) -> rt::Task<http::Response> { co_return intake.verify(request); };
  router.add(std::move(get));

  http::Route post;
  post.method = "POST";
  post.pattern = kPath;
  post.access = http::Access::kPublic;
  post.max_body = kLargestBody;
  post.handler = [&intake](http::Request& request) -> rt::Task<http::Response> {
    std::vector<std::string> signatures;
    for (const auto& [name, value] : request.headers)
      if (same_header(name, whatsapp::kSignatureHeader)) signatures.push_back(value);
    return intake.take(std::move(request.body), std::move(signatures));
  };
  router.add(std::move(post));
}

}  // namespace hotel::app
