// The media half of GraphClient (contract, chapter 14): where a file is (step 1), the file itself (step 2), uploads.
#include <algorithm>
#include <array>

#include "base/crypto.h"
#include "rt/offload.h"
#include "whatsapp/client.h"
#include "whatsapp/graph_answer.h"
#include "whatsapp/media_file.h"
#include "whatsapp/mend.h"
#include "wire/codec.h"
#include "wire/ids.h"

namespace hotel::whatsapp {
namespace {

using base::ErrorCode;
using Kind = http::ClientResponse::Kind;

constexpr std::string_view kMediaHost = "lookaside.fbsbx.com";
constexpr int kRedirects = 2;

// Ids go into a path: only what Meta's ids are made of.
bool is_media_id(std::string_view id) {
  return !id.empty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

bool is_loopback(std::string_view host) {
  return host == "127.0.0.1" || host == "::1" || host == "[::1]" || host == "localhost";
}

base::Error too_large() {
  return base::error(ErrorCode::kTooLarge, "the file is larger than 100 MB");
}

// Quotes and line breaks of a name must not end the header they stand in.
std::string header_safe(std::string_view name) {
  std::string out;
  for (const char c : name) out.push_back(c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? '_' : c);
  return out;
}

std::string part_head(const std::string& boundary, std::string_view disposition, std::string_view content_type) {
  std::string out = "--" + boundary + "\r\nContent-Disposition: form-data; " + std::string{disposition} + "\r\n";
  if (!content_type.empty()) out.append("Content-Type: ").append(content_type).append("\r\n");
  return out + "\r\n";
}

}  // namespace

// HTTPS to Graph's host and Meta's media host; plain HTTP only to a loopback address that the settings name.
bool GraphClient::may_have_token(const std::string& url) const {
  const auto target = http::parse_url(url);
  const auto graph = http::parse_url(settings_.graph_url);
  if (!target || !graph) return false;
  const bool ours = target->host == graph->host && target->port == graph->port && target->scheme == graph->scheme;
  if (target->scheme == "https") return ours || (target->host == kMediaHost && target->port == "443");
  return ours && is_loopback(target->host);
}

rt::Task<base::Result<GraphClient::Located>> GraphClient::locate(std::string number_id, std::string media_id) {
  std::string path = media_id;
  if (!number_id.empty()) path += "?phone_number_id=" + http::encode_query(number_id);
  const auto response = co_await exchange(request("GET", path));
  if (response.kind != Kind::kAnswer || response.status != 200) co_return classify_call(response);
  const auto body = parse_mended(response.body, 32);
  if (!body || error_in(body)) co_return classify_call(response);
  if (wire::integer_of(*body, "file_size").value_or(0) > kLargestMedia) co_return too_large();
  Located out{wire::text_of(*body, "url"), wire::text_of(*body, "sha256")};
  if (out.url.empty()) co_return base::error(ErrorCode::kNotFound, "WhatsApp names no address for the file");
  co_return out;
}

rt::Task<GraphClient::Fetched> GraphClient::fetch(std::string url, std::string sha256) {
  const std::string name = wire::new_id(clock_.now());
  const std::filesystem::path part = settings_.media_dir / (name + ".part");
  std::error_code error;
  std::filesystem::create_directories(settings_.media_dir, error);
  http::ClientResponse response;
  for (int hop = 0; hop <= kRedirects; ++hop) {
    if (!may_have_token(url))
      co_return Fetched{false, base::error(ErrorCode::kForbidden, "the file lies on a host that is not on the list")};
    http::ClientRequest get;
    get.url = url;
    get.headers = {{"Authorization", "Bearer " + token_}, {"User-Agent", settings_.user_agent}};
    get.connect_timeout = settings_.connect_timeout;
    get.total_timeout = settings_.media_timeout;
    get.max_body = static_cast<std::size_t>(kLargestMedia);
    get.save_to = part.string();
    response = co_await http_.send(std::move(get));
    const bool moved = response.kind == Kind::kAnswer && response.status >= 300 && response.status < 400;
    if (!moved) break;
    std::filesystem::remove(part, error);
    url = response.header("Location");
  }
  if (response.kind == Kind::kAnswer && response.status == 200) {
    auto job = rt::offload(pool_, [&part, &name, &sha256] { return admit_media(part, name, sha256); });
    auto file = co_await std::move(job);
    co_return Fetched{false, std::move(file)};
  }
  std::filesystem::remove(part, error);
  if (response.too_large) co_return Fetched{false, too_large()};
  if (response.kind != Kind::kAnswer)
    co_return Fetched{false, base::error(ErrorCode::kUnavailable, "the file could not be fetched: " + response.fault)};
  const bool gone = response.status == 404 || response.status == 401 || response.status == 410;
  const auto code = gone ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
  co_return Fetched{gone, base::error(code, "the file's host answered " + std::to_string(response.status))};
}

rt::Task<base::Result<ports::MediaFile>> GraphClient::download(std::string number_id, std::string media_id,
                                                               std::string expected_sha256) {
  if (!is_media_id(media_id)) co_return base::error(ErrorCode::kInvalid, "this is no id of a media file");
  for (int round = 0;; ++round) {
    const auto where = co_await locate(number_id, media_id);
    if (!where) co_return where.error();
    const std::string sha256 = expected_sha256.empty() ? where->sha256 : expected_sha256;
    const std::string url = where->url;
    auto fetched = co_await fetch(url, sha256);
    if (!fetched.expired || round > 0) co_return std::move(fetched.file);
  }
}

rt::Task<base::Result<std::string>> GraphClient::upload(std::string number_id, std::string bytes, std::string mime_type,
                                                        std::string filename) {
  if (bytes.empty()) co_return base::error(ErrorCode::kInvalid, "the file is empty");
  if (static_cast<std::int64_t>(bytes.size()) > kLargestMedia) co_return too_large();
  const std::string boundary = "hotel-agent-" + base::to_hex(base::random_token(12));
  auto post = request("POST", http::encode_query(number_id) + "/media");
  post.headers.emplace_back("Content-Type", "multipart/form-data; boundary=" + boundary);
  post.body = part_head(boundary, "name=\"messaging_product\"", "") + "whatsapp\r\n";
  post.body +=
      part_head(boundary, "name=\"file\"; filename=\"" + header_safe(filename.empty() ? "file" : filename) + "\"",
                header_safe(mime_type));
  post.body += bytes;
  post.body += "\r\n--" + boundary + "--\r\n";
  post.total_timeout = settings_.media_timeout;
  const auto response = co_await exchange(std::move(post));
  const auto body = parse_mended(response.body, 32);
  if (response.kind != Kind::kAnswer || response.status != 200 || !body) co_return classify_call(response);
  auto id = wire::text_of(*body, "id");
  if (id.empty()) co_return classify_call(response);
  co_return id;
}

}  // namespace hotel::whatsapp
