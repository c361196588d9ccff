#include "widgets/server_info.h"

#include "core/text.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

guicore::ApiReply<ServerInfo> fetchServerInfo(guicore::ApiClient& api) {
  guicore::ApiClient::Request request;
  request.path = u"/me"_s;
  return api.call<ServerInfo>(request, [](const boost::json::value& value) -> std::optional<ServerInfo> {
    const auto user = wire::operator_from_json(value);
    if (!user) return std::nullopt;
    ServerInfo info{*user,
                    guicore::toQt(wire::text_of(value, "environment")),
                    guicore::toQt(wire::text_of(value, "release")),
                    {},
                    wire::flag_of(value, "sandbox")};
    for (const auto& name : wire::texts_of(value, "features")) info.features << guicore::toQt(name);
    return info;
  });
}

}  // namespace hotel::guiwidgets
