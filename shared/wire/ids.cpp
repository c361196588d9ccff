#include "wire/ids.h"

#include <fmt/compile.h>
#include <random>

namespace hotel::wire {

std::string new_id(Millis now) {
  thread_local std::mt19937_64 chance{std::random_device{}() ^ (std::uint64_t{std::random_device{}()} << 32U)};
  const std::uint64_t a = chance(), b = chance();
  const auto time = static_cast<std::uint64_t>(now);
  return fmt::format(FMT_COMPILE("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}"), (time >> 16U) & 0xffffffffU, time & 0xffffU, a & 0xfffU,
                     ((a >> 12U) & 0x3fffU) | 0x8000U, b & 0xffffffffffffU);
}

bool is_id(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !hex) return false;
  }
  return true;
}

}  // namespace hotel::wire
