#include "whatsapp/media_file.h"

#include <fcntl.h>
#include <fstream>
#include <optional>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypto.h"
#include "whatsapp/media_kind.h"

namespace hotel::whatsapp {
namespace {

using base::ErrorCode;

// A whole file as memory, read only.
class Mapped {
 public:
  explicit Mapped(const std::filesystem::path& file) : handle_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat about{};
    if (handle_ < 0 || ::fstat(handle_, &about) != 0) return;
    size_ = static_cast<std::size_t>(about.st_size);
    if (size_ == 0) return;
    void* at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, handle_, 0);
    if (at != MAP_FAILED) at_ = at;
  }
  ~Mapped() {
    if (at_) ::munmap(at_, size_);
    if (handle_ >= 0) ::close(handle_);
  }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;

  std::optional<std::string_view> bytes() const {
    if (!at_) return std::nullopt;
    return std::string_view{static_cast<const char*>(at_), size_};
  }

 private:
  int handle_;
  std::size_t size_ = 0;
  void* at_ = nullptr;
};

bool same_digest(const base::Digest& digest, const std::string& expected) {
  const std::string_view own{reinterpret_cast<const char*>(digest.data()), digest.size()};
  if (const auto hex = base::digest_from_hex(expected)) return *hex == digest;
  const auto raw = base::from_base64(expected);
  return raw && *raw == own;
}

}  // namespace

base::Result<ports::MediaFile> admit_media(const std::filesystem::path& part, const std::string& name,
                                           const std::string& expected_sha256) {
  std::error_code ignored;
  ports::MediaFile out;
  std::filesystem::path final_name;
  {
    const Mapped file{part};
    const auto bytes = file.bytes();
    if (!bytes) {
      std::filesystem::remove(part, ignored);
      return base::error(ErrorCode::kUnavailable, "the file is empty or cannot be read");
    }
    const auto digest = base::sha256(*bytes);
    if (!expected_sha256.empty() && !same_digest(digest, expected_sha256)) {
      std::filesystem::remove(part, ignored);
      return base::error(ErrorCode::kInvalid, "the file is not the one that was announced: its SHA-256 differs");
    }
    const auto kind = kind_of(*bytes);
    final_name = part.parent_path() / (name + std::string{kind.extension});
    out = {final_name.string(), std::string{kind.mime_type}, base::to_hex(digest),
           static_cast<std::int64_t>(bytes->size())};
  }
  std::error_code error;
  std::filesystem::rename(part, final_name, error);
  if (error) {
    std::filesystem::remove(part, ignored);
    return base::error(ErrorCode::kUnavailable, "the file cannot be kept: " + error.message());
  }
  return out;
}

base::Result<ports::MediaFile> store_media(const std::filesystem::path& folder, const std::string& name,
                                           std::string_view bytes, const std::string& expected_sha256) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto part = folder / (name + ".part");
  {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
      file.close();
      std::filesystem::remove(part, error);
      return base::error(ErrorCode::kUnavailable, "the file cannot be written");
    }
  }
  return admit_media(part, name, expected_sha256);
}

}  // namespace hotel::whatsapp
