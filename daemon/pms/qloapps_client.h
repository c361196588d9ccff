// The hotel's own QloApps as a Pms: what is free and at what price, bookings made, looked at, changed, cancelled, and
// what changed since. Implements ports/pms.h; every answer of the shop is judged in qloapps_answer.h.
//
// Runs on one executor; must outlive its calls. At most two requests are in flight at the shop, and one booking at a
// time, so that our own bookings never race. Writes are never repeated here. Logs hold no guest's data. Source of
// facts: the recordings of QloApps 1.6.1 under tests/data/qloapps.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pms/availability_cache.h"
#include "pms/qloapps_booking.h"
#include "pms/qloapps_catalogue.h"
#include "pms/qloapps_webservice.h"
#include "pms/shop_time.h"
#include "ports/pms.h"

namespace hotel::pms {

class QloApps final : public ports::Pms {
 public:
  template <class T>
  using Result = base::Result<T>;

  QloApps(QloAppsConfig config, Transport transport, const base::Clock& clock, base::Metrics& metrics);

  rt::Task<Result<domain::Availability>> availability(domain::Stay stay, ports::Freshness freshness) override;
  rt::Task<Result<std::string>> book(domain::BookingRequest request) override;
  rt::Task<Result<std::vector<std::string>>> find_by_marker(std::string marker) override;
  rt::Task<Result<ports::Verification>> verify(std::string booking_id) override;
  rt::Task<Result<wire::Booking>> booking(std::string booking_id) override;
  rt::Task<Result<std::optional<wire::Booking>>> by_reference(std::string reference) override;
  rt::Task<Result<void>> cancel(std::string booking_id) override;
  rt::Task<Result<wire::Booking>> change_stay(std::string booking_id, domain::StayChange change) override;
  rt::Task<Result<ports::SyncResult>> changes_since(std::string mark) override;
  rt::Task<Result<ports::SyncResult>> reconcile(wire::Date today) override;
  rt::Task<void> probe() override;
  ports::PmsHealth health() const override { return web_.health(); }

 private:
  struct Found {  // one order with everything that belongs to it
    OrderRow order;
    std::vector<LineRow> lines;
    std::optional<CustomerRow> customer;
  };
  struct Changed {
    std::vector<std::string> ids;
    std::int64_t access_time = 0;
  };
  enum class Other { kNone, kOursIsLower, kTheirsIsLower };

  rt::Task<Result<domain::Availability>> ask_availability(domain::Stay stay);
  rt::Task<Result<OrderRow>> order(std::string id);
  rt::Task<Result<std::vector<LineRow>>> lines_of(std::vector<std::string> order_ids);
  rt::Task<Result<std::vector<CustomerRow>>> customers(std::vector<std::string> ids);
  rt::Task<Result<Found>> whole(std::string id);
  rt::Task<Result<Other>> other_lines(std::vector<LineRow> lines);
  rt::Task<Result<std::vector<wire::Booking>>> load(SharedCatalogue shop, std::set<std::string> order_ids);
  rt::Task<Result<std::vector<wire::Booking>>> load_chunk(SharedCatalogue shop, std::vector<std::string> order_ids);
  rt::Task<Result<bool>> without_lines(std::string order_id);
  rt::Task<Result<Changed>> changed(std::string resource, std::string shown, std::string since);
  rt::Task<Result<std::vector<std::string>>> orders_of_customers(std::vector<std::string> customer_ids);
  rt::Task<Result<Found>> put_stay(Found before, SharedCatalogue shop, domain::StayChange change, std::string body);
  rt::Task<Result<GuestDetails>> guest_of(Found found);
  std::optional<base::Error> guest_details(const domain::BookingRequest& request, GuestDetails& out) const;
  std::int64_t shop_now(std::int64_t access_time) const { return access_time > 0 ? access_time : clock_.now() / 1'000; }

  const base::Clock& clock_;
  QloAppsWebservice web_;
  CatalogueSource catalogue_;
  AvailabilityCache cache_;
  Gate bookings_{1};
};

}  // namespace hotel::pms
