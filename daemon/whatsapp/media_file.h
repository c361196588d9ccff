// Files of guests below DATA_DIR/media: names of our own, kind by content, digest checked. Blocking: run on a pool.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"
#include "ports/messenger.h"

namespace hotel::whatsapp {

inline constexpr std::int64_t kLargestMedia = 100LL * 1024 * 1024;

// Looks at a file that was downloaded to `part` and gives it its final name beside it: `name` and the extension of its
// kind. `expected_sha256`: hexadecimal or base64; empty: nothing to compare with. On an error the file is removed.
base::Result<ports::MediaFile> admit_media(const std::filesystem::path& part, const std::string& name,
                                           const std::string& expected_sha256);

base::Result<ports::MediaFile> store_media(const std::filesystem::path& folder, const std::string& name,
                                           std::string_view bytes, const std::string& expected_sha256);

}  // namespace hotel::whatsapp
