#include "domain/reply_window.h"

#include <algorithm>
#include <array>

namespace hotel::domain {
namespace {

constexpr std::array<std::string_view, 5> kSilent{"reaction", "edit", "revoke", "system", "ephemeral"};

}  // namespace

std::optional<wire::Millis> window_expires_at(std::optional<wire::Millis> last_inbound_at) {
  if (!last_inbound_at) return std::nullopt;
  return *last_inbound_at + kWindow;
}

bool window_is_open(std::optional<wire::Millis> last_inbound_at, wire::Millis now) {
  return last_inbound_at && now < *last_inbound_at + kWindow;
}

bool opens_window(std::string_view type) {
  return std::find(kSilent.begin(), kSilent.end(), type) == kSilent.end();
}

bool wants_answer(std::string_view type) {
  return opens_window(type) && type != "request_welcome";
}

}  // namespace hotel::domain
