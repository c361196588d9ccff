#include "app/media_files.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "rt/offload.h"

namespace hotel::app {
namespace {

bool is_file_name(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

bool write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out.good()) return true;
  std::filesystem::remove(file, ignored);
  return false;
}

}  // namespace

rt::Task<std::optional<std::string>> MediaFiles::read(std::string name) {
  name = std::filesystem::path{name}.filename().string();  // older rows hold a whole path
  if (!is_file_name(name)) co_return std::nullopt;
  auto job = rt::offload(pool_, [file = folder_ / name]() -> std::optional<std::string> {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(in), {}};
  });
  auto bytes = co_await std::move(job);
  co_return bytes;
}

rt::Task<bool> MediaFiles::write(std::string name, std::string bytes) {
  if (!is_file_name(name)) co_return false;
  auto job = rt::offload(pool_, [file = folder_ / name, bytes = std::move(bytes)] { return write_file(file, bytes); });
  const bool written = co_await std::move(job);
  co_return written;
}

}  // namespace hotel::app
