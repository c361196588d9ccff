#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "http/client.h"
#include "http/uri.h"

namespace hotel::http {

std::optional<Url> parse_url(std::string_view text) {
  const auto parsed = boost::urls::parse_uri(boost::core::string_view{text.data(), text.size()});
  if (!parsed || !parsed->has_authority() || parsed->has_userinfo()) return std::nullopt;
  Url url;
  for (const char c : parsed->scheme()) url.scheme.push_back(lower(c));
  if (url.scheme != "http" && url.scheme != "https") return std::nullopt;
  const auto host = parsed->host_address();  // without the brackets of an IPv6 address
  for (const char c : host) url.host.push_back(lower(c));
  const auto port = parsed->port();
  url.port.assign(port.begin(), port.end());
  if (url.port.empty()) url.port = url.scheme == "https" ? "443" : "80";
  if (url.host.empty() || url.host.size() > 255 || url.port.size() > 5 || std::stoi(url.port) > 65535 ||
      std::stoi(url.port) == 0)
    return std::nullopt;
  const auto path = parsed->encoded_path();
  url.target.assign(path.data(), path.size());
  if (url.target.empty()) url.target = "/";
  if (parsed->has_query()) {
    const auto query = parsed->encoded_query();
    url.target.append("?").append(query.data(), query.size());
  }
  return url;
}

std::string encode_query(std::string_view value) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(value.size());
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const char l = lower(c);
    if ((l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~')
      out.push_back(c);
    else
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

}  // namespace hotel::http
