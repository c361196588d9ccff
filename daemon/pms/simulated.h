// The simulated hotel (PMS_TYPE=mock) for demonstrations and development: a small house whose rooms really run out,
// prices by type and season, bookings that stay. Says «mock» wherever it answers; refused in production by the
// settings.
//
// Deterministic: the same calls give the same answers. One executor. State lives in one small file that is written
// before a change is told, so a restart keeps every booking; a file that was changed from outside (erasure of a guest)
// is read again. Without a file everything is kept in memory only. The constructor throws base::ConfigError when the
// file cannot be read, or when the bookings of its world do not fit into the house.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.h"
#include "pms/simulated_state.h"
#include "ports/pms.h"

namespace hotel::pms {

struct SimulatedConfig {
  std::filesystem::path file;  // DATA_DIR/simulated-hotel.json; empty: nothing is written
  std::string currency = "USD";
  std::string timezone = "UTC";
  std::string guest_mail_domain;
  std::optional<SimulatedWorld> world = std::nullopt;  // another house; its bookings count while there is no file yet
};

class SimulatedHotel final : public ports::Pms {
 public:
  template <class T>
  using Result = base::Result<T>;

  SimulatedHotel(SimulatedConfig config, const base::Clock& clock);

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
  ports::PmsHealth health() const override;

  // Other rates and closed nights from now on; the books stay. The rooms must be those of the world before.
  void set_world(SimulatedWorld world) { config_.world = std::move(world); }

  // Removes a guest's bookings by the digits of the phone; works beside a running daemon, which reads the file again.
  // Returns how many were removed.
  static std::size_t erase_guest(const std::filesystem::path& file, const std::string& phone_digits);

 private:
  struct Placed {
    std::vector<wire::BookedRoom> rooms;
    wire::Money total;
  };
  std::optional<base::Error> refresh();                  // the file changed: read it; nothing: all is well
  std::optional<base::Error> keep(SimulatedState next);  // writes, then takes over
  const std::vector<SimulatedRoomType>& house() const;
  const SimulatedRoomType* type_by_id(const std::string& id) const;
  SimulatedState opened() const;  // the books before the first day; throws std::runtime_error
  bool kept_from_others(const SimulatedRoomType& type, const std::string& room, const domain::Stay& stay,
                        const std::string& without) const;
  std::vector<std::string> free_rooms(const SimulatedRoomType& type, const domain::Stay& stay,
                                      const std::string& without) const;
  std::int64_t price(const SimulatedRoomType& type, const domain::Stay& stay) const;  // of one room
  // One room of its type for each party, and what they cost; `without` is the booking that moves.
  Result<Placed> place(SimulatedState& next, const domain::Stay& stay, const std::vector<std::string>& type_ids,
                       const std::string& without) const;
  SimulatedBooking* find(SimulatedState& state, const std::string& id) const;
  wire::Booking now_read(const SimulatedBooking& booking) const;
  wire::Date today() const { return zone_.today(clock_.now()); }

  SimulatedConfig config_;
  const base::Clock& clock_;
  base::HotelZone zone_;
  SimulatedState state_;
  std::filesystem::file_time_type stamp_{};
  bool seen_ = false;
  std::string fault_;
  std::optional<wire::Millis> last_ok_at_, last_sync_at_;
};

}  // namespace hotel::pms
