#include "http/message.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "http/uri.h"

namespace hotel::http {
namespace {

std::string exact(const std::vector<Header>& fields, std::string_view name) {
  for (const auto& [key, value] : fields)
    if (key == name) return value;
  return "";
}

}  // namespace

std::string Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (iequals(key, name)) return value;
  return "";
}

std::string Request::param(std::string_view name) const {
  return exact(params, name);
}

std::optional<std::string> Request::query_value(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

std::size_t Request::query_count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(query.begin(), query.end(), [&](const Header& h) { return h.first == name; }));
}

Response Response::json(int status, const boost::json::value& value) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Type", "application/json");
  response.body = boost::json::serialize(value);
  return response;
}

Response Response::text(int status, std::string body) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
  response.body = std::move(body);
  return response;
}

Response Response::empty(int status) {
  Response response;
  response.status = status;
  return response;
}

Response Response::problem(wire::ErrorCode code, std::string_view detail, std::string_view request_id) {
  Response response = json(wire::http_status(code), wire::problem(code, detail, request_id));
  response.headers.front().second = "application/problem+json";
  return response;
}

}  // namespace hotel::http
