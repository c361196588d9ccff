#include "http/detail/answers.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/error.h"
#include "base/log.h"
#include "http/uri.h"

namespace hotel::http::detail {
namespace {

using wire::ErrorCode;

struct Plain {
  int status;
  std::string_view code;
};

// Statuses of the protocol itself, which no route gives and wire/error.h does not name.
constexpr std::array kProtocol{Plain{408, "request_timeout"}, Plain{417, "expectation_failed"},
                               Plain{431, "headers_too_large"}, Plain{501, "not_implemented"},
                               Plain{505, "version_not_supported"}};

std::string_view reason(int status) {
  const auto text =
      boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(status)));
  return {text.data(), text.size()};
}

bool is_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

// The server's own business, whatever a handler says.
bool is_framing(std::string_view name) {
  return iequals(name, "Connection") || iequals(name, "Content-Length") || iequals(name, "Transfer-Encoding") ||
         iequals(name, "X-Request-Id");
}

void append(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

Response refusal(int status, std::string_view detail, std::string_view request_id) {
  switch (status) {
    case 400:
      return Response::problem(ErrorCode::kBadRequest, detail, request_id);
    case 413:
      return Response::problem(ErrorCode::kTooLarge, detail, request_id);
    default:
      break;
  }
  const auto found =
      std::find_if(kProtocol.begin(), kProtocol.end(), [&](const Plain& p) { return p.status == status; });
  const std::string_view code = found == kProtocol.end() ? "refused" : found->code;
  const boost::json::value body{{"type", "about:blank"}, {"title", reason(status)}, {"status", status},
                                {"code", code},          {"detail", detail},        {"request_id", request_id}};
  Response response = Response::json(status, body);
  response.headers.front().second = "application/problem+json";
  return response;
}

Response from_failure(const std::exception_ptr& failure, std::string_view route, std::string_view request_id) {
  try {
    std::rethrow_exception(failure);
  } catch (const base::StoreUnavailable& e) {
    base::log::warning("http.unavailable", {{"route", route}, {"request_id", request_id}, {"error", e.what()}});
    Response response =
        Response::problem(ErrorCode::kUnavailable, "the store cannot be reached at the moment", request_id);
    response.headers.emplace_back("Retry-After", "2");
    return response;
  } catch (const base::ErrorException& e) {
    Response response = Response::problem(e.error().code, e.error().detail, request_id);
    if (e.error().retry_after)
      response.headers.emplace_back("Retry-After", fmt::format("{}", e.error().retry_after->count()));
    return response;
  } catch (const std::exception& e) {
    base::log::error("http.handler_failed", {{"route", route}, {"request_id", request_id}, {"error", e.what()}});
  } catch (...) {
    base::log::error("http.handler_failed",
                     {{"route", route}, {"request_id", request_id}, {"error", "not a std::exception"}});
  }
  return Response::problem(ErrorCode::kInternal, "something went wrong here; the log holds it under this request id",
                           request_id);
}

bool is_request_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool may_have_body(int status) {
  return status != 204 && status != 304;
}

bool append_head(std::string& out, const Response& response, std::string_view request_id,
                 const std::vector<Header>& more, const HeadOptions& options) {
  if (response.status < 200 || response.status > 599) return false;
  for (const auto& [name, value] : response.headers)
    if (name.empty() || !is_line(name) || name.find(':') != std::string::npos || !is_line(value)) return false;
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
  append(out, "X-Request-Id", request_id);
  append(out, "X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : more) append(out, name, value);
  for (const auto& [name, value] : response.headers)
    if (!is_framing(name)) append(out, name, value);
  if (options.kind == BodyKind::kChunked) append(out, "Transfer-Encoding", "chunked");
  if (options.kind == BodyKind::kLength && may_have_body(response.status))
    fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n", response.body.size());
  if (!options.keep_alive)
    append(out, "Connection", "close");
  else if (options.http10)
    append(out, "Connection", "keep-alive");
  out.append("\r\n");
  return true;
}

}  // namespace hotel::http::detail
