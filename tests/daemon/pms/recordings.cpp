#include "recordings.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "wire/codec.h"

namespace hotel::pms::test {
namespace {

Recording read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto value = wire::parse_json(text.str());
  if (!value) throw std::runtime_error("not JSON: " + file.string());
  const auto* request = wire::member(*value, "request");
  const auto* response = wire::member(*value, "response");
  Recording out;
  out.number = std::stoi(file.filename().string());
  out.name = wire::text_of(*value, "name");
  out.method = wire::text_of(*request, "method");
  out.path = wire::text_of(*request, "path");
  out.request_body = wire::text_of(*request, "body");
  out.asks_json = out.path.find("output_format=JSON") != std::string::npos;
  const bool only_reads = out.method == "GET" || out.path.starts_with("/api/hotel_ari");
  out.effect = only_reads ? Effect::kRead : Effect::kWrite;
  out.response.kind = http::ClientResponse::Kind::kAnswer;
  out.response.status = static_cast<int>(wire::integer_of(*response, "status").value_or(0));
  out.response.body = wire::text_of(*response, "body");
  if (const auto* headers = wire::object_of(*response, "headers"))
    for (const auto& header : *headers)
      out.response.headers.emplace_back(header.key(), wire::text_of(*headers, header.key()));
  return out;
}

}  // namespace

std::vector<Recording> recordings() {
  std::vector<Recording> out;
  for (const auto& entry : std::filesystem::directory_iterator(HOTEL_TEST_DATA "/data/qloapps"))
    out.push_back(read(entry.path()));
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return out;
}

Recording recording(int number) {
  for (auto& one : recordings())
    if (one.number == number) return one;
  throw std::runtime_error("no such recording");
}

}  // namespace hotel::pms::test
