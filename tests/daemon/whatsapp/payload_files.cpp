#include "payload_files.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace hotel::test {
namespace json = boost::json;
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

json::value read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return json::parse(text.str());
}

std::string text(const json::value& value, std::string_view key) {
  return std::string{value.at(key).as_string()};
}

std::optional<int> count(const json::value& counts, std::string_view key) {
  const auto& value = counts.at(key);
  if (value.is_null()) return std::nullopt;
  return value.to_number<int>();
}

template <class File>
const File& named(const std::vector<File>& files, std::string_view name) {
  for (const auto& file : files)
    if (file.name == name) return file;
  throw std::runtime_error("no payload file named " + std::string{name});
}

}  // namespace

const std::vector<WebhookFile>& webhook_files() {
  static const auto files = [] {
    std::vector<WebhookFile> out;
    for (const auto& path : files_in(HOTEL_TEST_DATA "/data/whatsapp")) {
      const auto whole = read(path);
      const auto& counts = whole.at("counts");
      out.push_back({path.filename().string(), text(whole, "name"), text(whole, "raw_body"), text(whole, "signature"),
                     text(whole, "app_secret"), counts.at("http").to_number<int>(), count(counts, "messages"),
                     count(counts, "statuses")});
    }
    return out;
  }();
  return files;
}

const std::vector<OutboundFile>& outbound_files() {
  static const auto files = [] {
    std::vector<OutboundFile> out;
    for (const auto& path : files_in(HOTEL_TEST_DATA "/data/whatsapp/outbound")) {
      const auto whole = read(path);
      out.push_back({path.filename().string(), text(whole, "name"), whole.at("request"), whole.at("response")});
    }
    return out;
  }();
  return files;
}

const WebhookFile& webhook_file(std::string_view name) {
  return named(webhook_files(), name);
}
const OutboundFile& outbound_file(std::string_view name) {
  return named(outbound_files(), name);
}

}  // namespace hotel::test
