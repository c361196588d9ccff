// The books of the simulated hotel and the small file that keeps them over a restart. Values; the file is replaced
// whole (write beside, fsync, rename). A file that cannot be read is a fault that is told, never an empty hotel.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/stay.h"
#include "wire/booking.h"

namespace hotel::pms {

struct SimulatedRoomType {
  domain::RoomType type;
  std::vector<std::string> rooms;  // numbers
  int base_rate = 0;               // whole dollars a night, with tax, low season, weekday
};
const std::vector<SimulatedRoomType>& simulated_house();

// A night of `type` on `night`: dearer in July, August, from 15 December to 6 January, and on Fridays and Saturdays; in
// another currency by a fixed round rate, so that prices look like prices there.
std::int64_t simulated_night_cents(const SimulatedRoomType& type, wire::Date night, const std::string& currency);

struct SimulatedBooking {
  wire::Booking shown;
  std::vector<std::string> room_type_ids;  // one per room
  std::vector<domain::Party> parties;
  std::int64_t changed = 0;  // number of the change that made it so
};

// Another house than simulated_house(), and what stands in its books already. The hotel gives these bookings their ids
// and rooms when it opens.
struct SimulatedWorld {
  struct SoldOut {  // no room of the type for anybody else; the night of `to` is free again
    std::string room_type_id;
    wire::Date from{}, to{};
  };
  std::vector<SimulatedRoomType> types;
  bool flat_rates = false;  // base_rate every night, in the hotel's currency
  std::vector<SoldOut> sold_out;
  std::vector<SimulatedBooking> bookings;
  std::string currency;  // empty: the configuration's
};

struct SimulatedState {
  std::int64_t next_id = 1001;
  std::int64_t next_line = 5001;
  std::int64_t changes = 0;
  std::vector<SimulatedBooking> bookings;
};

// Nothing: there is no file yet. Throws std::runtime_error when there is one that cannot be read.
std::optional<SimulatedState> load_state(const std::filesystem::path& file);
void save_state(const std::filesystem::path& file, const SimulatedState& state);  // throws std::runtime_error

}  // namespace hotel::pms
