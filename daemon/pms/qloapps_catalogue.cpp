#include "pms/qloapps_catalogue.h"

#include <fmt/format.h>

#include "base/log.h"
#include "wire/codec.h"

namespace hotel::pms {
using base::ErrorCode;
using base::Result;
namespace {

constexpr int kPage = 200;
constexpr std::string_view kSettings =
    "[PS_TIMEZONE|PS_CURRENCY_DEFAULT|PS_OS_CANCELED|PS_OS_REFUND|PS_OS_ERROR|PS_OVERBOOKING_ORDER_ACTION]";

template <class Row>
std::vector<Row> read_rows(const std::vector<boost::json::value>& rows,
                           std::optional<Row> (*from)(const boost::json::value&)) {
  std::vector<Row> out;
  for (const auto& row : rows)
    if (auto value = from(row)) out.push_back(std::move(*value));
  return out;
}

base::Error unusable(std::string what) {
  return base::error(ErrorCode::kPmsUnavailable, std::move(what));
}

std::optional<base::Error> read_settings(Catalogue& out, const std::vector<boost::json::value>& rows) {
  std::map<std::string, std::string> settings;
  for (const auto& row : rows) settings[wire::text_of(row, "name")] = wire::text_of(row, "value");
  out.cancelled_state = settings["PS_OS_CANCELED"];
  if (!is_id(out.cancelled_state))
    return unusable("the PMS does not tell its state for cancelled (configurations, PS_OS_CANCELED)");
  for (const auto* name : {"PS_OS_CANCELED", "PS_OS_REFUND", "PS_OS_ERROR"})
    if (is_id(settings[name])) out.dead_states.insert(std::stoi(settings[name]));
  out.zone_name = settings["PS_TIMEZONE"];
  out.zone_known = base::HotelZone::exists(out.zone_name);
  if (out.zone_known)
    out.zone = base::HotelZone(out.zone_name);
  else
    base::log::warning("pms.unknown_time_zone", {{"zone", out.zone_name}});
  out.currency = out.currencies[settings["PS_CURRENCY_DEFAULT"]];
  if (out.currency.empty()) return unusable("the PMS does not tell its currency (currencies, PS_CURRENCY_DEFAULT)");
  return std::nullopt;
}

}  // namespace

rt::Task<Result<Listed>> list_all(QloAppsWebservice& web, std::string resource, Query query, int page) {
  Listed out;
  std::string last = "0";
  for (;;) {
    Query paged = query;
    paged.filter("id", ">[" + last + "]").add("sort", "[id_ASC]").add("limit", fmt::format("0,{}", page));
    const auto reply = co_await web.read(resource, resource, paged.text());
    if (reply.answer.kind != Answer::Kind::kOk) co_return error_of(reply.answer);
    if (out.access_time == 0) out.access_time = reply.access_time;
    auto rows = rows_of(reply.answer.body);
    if (!rows) co_return unusable("the PMS answers a list of " + resource + " in a form that is not known");
    for (auto& row : *rows) out.rows.push_back(std::move(row));
    if (static_cast<int>(rows->size()) < page) co_return out;
    const auto next = wire::text_of(out.rows.back(), "id");
    if (!is_id(next) || !id_less(last, next)) co_return unusable("the PMS does not sort its list of " + resource);
    last = next;
  }
}

domain::RoomType Catalogue::type(const std::string& id, const std::string& name) const {
  domain::RoomType out;
  out.id = id;
  const auto row = types.find(id);
  out.name = row != types.end() && !row->second.name.empty() ? row->second.name : name;
  if (const auto party = occupancy.find(id); party != occupancy.end()) {
    out.max_adults = party->second.max_adults;
    out.max_children = party->second.max_children;
    out.max_guests = party->second.max_guests;
  }
  return out;
}

std::optional<base::Error> Catalogue::fault_of_room(const std::string& type_id, const domain::Party& party) const {
  const auto row = types.find(type_id);
  if (row == types.end() || !row->second.active)
    return base::error(ErrorCode::kInvalid, "the PMS has no such room type");
  if (!type(type_id, "").fits(party))
    return base::error(ErrorCode::kInvalid, "the party does not fit into this room type");
  return std::nullopt;
}

std::vector<ServiceRow> Catalogue::auto_added(const std::string& type_id) const {
  std::vector<ServiceRow> out;
  const auto row = types.find(type_id);
  if (row == types.end()) return out;
  for (const auto& id : row->second.services) {
    const auto service = services.find(id);
    if (service != services.end() && service->second.auto_added && service->second.inside_price &&
        service->second.active)
      out.push_back(service->second);
  }
  return out;
}

std::string Catalogue::currency_of(const OrderRow& order) const {
  const auto row = currencies.find(order.currency_id);
  return row == currencies.end() ? currency : row->second;
}

rt::Task<Result<SharedCatalogue>> CatalogueSource::get() {
  if (good()) co_return kept_;
  const auto slot = co_await one_.enter(web_.config().read_timeout * 2);
  if (!slot) co_return unusable("the PMS is slow");
  if (good()) co_return kept_;  // another one read it while we waited
  co_return co_await load();
}

rt::Task<Result<SharedCatalogue>> CatalogueSource::load() {
  auto out = std::make_shared<Catalogue>();
  Query full;
  full.add("display", "full");
  Query settings_query;
  settings_query.filter("name", kSettings).add("display", "[id,name,value]");

  const auto types = co_await list_all(web_, "room_types", full, kPage);
  if (!types) co_return types.error();
  const auto occupancies = co_await list_all(web_, "hotel_room_types", full, kPage);
  if (!occupancies) co_return occupancies.error();
  const auto services = co_await list_all(web_, "services", full, kPage);
  if (!services) co_return services.error();
  const auto currencies = co_await list_all(web_, "currencies", full, kPage);
  if (!currencies) co_return currencies.error();
  const auto settings = co_await list_all(web_, "configurations", settings_query, kPage);
  if (!settings) co_return settings.error();

  for (auto& row : read_rows(types->rows, &room_type_from)) out->types.emplace(row.id, row);
  for (auto& row : read_rows(occupancies->rows, &occupancy_from))
    if (row.hotel_id == web_.config().hotel_id) out->occupancy.emplace(row.room_type_id, row);
  for (auto& row : read_rows(services->rows, &service_from)) out->services.emplace(row.id, row);
  for (const auto& row : currencies->rows) out->currencies[wire::text_of(row, "id")] = wire::text_of(row, "iso_code");
  // An empty list may also be an SQL error of PHP 7.4: a hotel without room types is no base for an answer.
  if (out->types.empty()) co_return unusable("the PMS lists no room types");
  if (out->occupancy.empty()) co_return unusable("the PMS lists no room types for this hotel (PMS_HOTEL_ID)");
  if (auto fault = read_settings(*out, settings->rows)) co_return *fault;
  kept_ = out;
  at_ = clock_.steady();
  co_return kept_;
}

}  // namespace hotel::pms
