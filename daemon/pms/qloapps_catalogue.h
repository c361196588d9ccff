// What changes seldom in a shop: room types, largest parties, auto-added services, currencies, state ids, time zone.
// Read together, kept some minutes, read once when many ask at the same time. Use on one executor.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "pms/gate.h"
#include "pms/qloapps_json.h"
#include "pms/qloapps_webservice.h"

namespace hotel::pms {

struct Catalogue {
  std::map<std::string, RoomTypeRow> types;       // active ones and others
  std::map<std::string, OccupancyRow> occupancy;  // of our hotel, by room type
  std::map<std::string, ServiceRow> services;
  std::map<std::string, std::string> currencies;  // id -> ISO code
  std::string currency;                           // the shop's own
  std::string cancelled_state;                    // id of PS_OS_CANCELED
  std::set<int> dead_states;                      // cancelled, refunded, payment error: these free the rooms
  std::string zone_name;                          // PS_TIMEZONE
  base::HotelZone zone{"UTC"};
  bool zone_known = false;

  domain::RoomType type(const std::string& id, const std::string& name) const;  // with its largest party; 0: unknown
  // Why this party cannot have a room of the type: QloApps itself checks no party.
  std::optional<base::Error> fault_of_room(const std::string& type_id, const domain::Party& party) const;
  std::vector<ServiceRow> auto_added(
      const std::string& type_id) const;  // inside the price of the type, dropped unless asked for
  std::string currency_of(const OrderRow& order) const;
};

using SharedCatalogue = std::shared_ptr<const Catalogue>;

class CatalogueSource {
 public:
  CatalogueSource(QloAppsWebservice& web, const base::Clock& clock) : web_(web), clock_(clock) {}

  rt::Task<base::Result<SharedCatalogue>> get();
  void forget() { kept_.reset(); }  // something in it was wrong: read it again
  std::chrono::steady_clock::time_point read_at() const { return at_; }

 private:
  rt::Task<base::Result<SharedCatalogue>> load();
  bool good() const { return kept_ && clock_.steady() - at_ < web_.config().keep_catalogue; }

  QloAppsWebservice& web_;
  const base::Clock& clock_;
  Gate one_{1};
  SharedCatalogue kept_;
  std::chrono::steady_clock::time_point at_{};
};

// All rows of a resource, page by page by key. `query` has no limit, sort or filter on id.
struct Listed {
  std::vector<boost::json::value> rows;
  std::int64_t access_time = 0;  // of the first page
};
rt::Task<base::Result<Listed>> list_all(QloAppsWebservice& web, std::string resource, Query query, int page);

}  // namespace hotel::pms
