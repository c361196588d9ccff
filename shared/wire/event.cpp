#include "wire/event.h"

#include <utility>

namespace hotel::wire {

std::string_view entity_of(std::string_view kind) {
  return kind.substr(0, kind.find('.'));
}

Right audience(std::string_view kind) {
  const auto entity = entity_of(kind);
  if (entity == "alert" || entity == "health" || entity == "operator") return Right::kAny;
  if (entity == "deployment" || entity == "checklist") return Right::kRelease;
  return Right::kFrontdesk;
}

boost::json::object event_data(std::string_view kind, boost::json::object entity, std::int64_t version,
                               std::int64_t seq) {
  boost::json::object out;
  out[entity_of(kind)] = std::move(entity);
  out["version"] = version;
  out["seq"] = seq;
  return out;
}

}  // namespace hotel::wire
