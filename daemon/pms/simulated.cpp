#include "pms/simulated.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

#include "base/log.h"
#include "pms/guest_fields.h"

namespace hotel::pms {
using base::ErrorCode;
namespace {

base::Error not_found() {
  return base::error(ErrorCode::kNotFound, "the simulated hotel has no such booking");
}
base::Error sold_out() {
  return base::error(ErrorCode::kSoldOut, "no free room of this type on these nights");
}

std::string digits_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

// A living line of another booking in this room on one of these nights.
bool taken(const SimulatedState& state, const std::string& room, wire::Date check_in, wire::Date check_out,
           const std::string& without) {
  for (const auto& booking : state.bookings) {
    if (booking.shown.id == without) continue;
    for (const auto& line : booking.shown.rooms)
      if (line.room == room && line.state != wire::BookingState::kCancelled && line.check_in < check_out &&
          check_in < line.check_out)
        return true;
  }
  return false;
}

// Nine letters that look like a code and never repeat: the id, spread by a multiplier that is prime to 26^9.
std::string reference_of(std::int64_t id) {
  std::uint64_t value = static_cast<std::uint64_t>(id) * 2'654'435'761ULL % 5'429'503'678'976ULL;
  std::string out(9, 'A');
  for (auto& c : out) {
    c = static_cast<char>('A' + value % 26);
    value /= 26;
  }
  return out;
}

std::optional<std::int64_t> mark_from(std::string_view text) {
  if (!text.starts_with("mock|")) return std::nullopt;
  text.remove_prefix(5);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::filesystem::file_time_type> stamp_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto stamp = std::filesystem::last_write_time(file, error);
  if (error) return std::nullopt;
  return stamp;
}

wire::BookedRoom line_for(SimulatedState& state, const SimulatedRoomType& type, std::string room,
                          const domain::Stay& stay, const domain::Party& party) {
  return {std::to_string(state.next_line++),
          type.type.name,
          std::move(room),
          stay.check_in,
          stay.check_out,
          party.adults,
          static_cast<int>(party.child_ages.size()),
          wire::BookingState::kConfirmed};
}

}  // namespace

SimulatedHotel::SimulatedHotel(SimulatedConfig config, const base::Clock& clock)
    : config_(std::move(config)), clock_(clock), zone_(config_.timezone) {
  if (config_.world && !config_.world->currency.empty()) config_.currency = config_.world->currency;
  try {
    auto kept = config_.file.empty() ? std::nullopt : load_state(config_.file);
    state_ = kept ? std::move(*kept) : opened();
    if (const auto stamp = stamp_of(config_.file)) stamp_ = *stamp;
  } catch (const std::runtime_error& e) {
    throw base::ConfigError({e.what()});
  }
}

const std::vector<SimulatedRoomType>& SimulatedHotel::house() const {
  return config_.world ? config_.world->types : simulated_house();
}

const SimulatedRoomType* SimulatedHotel::type_by_id(const std::string& id) const {
  for (const auto& type : house())
    if (type.type.id == id) return &type;
  return nullptr;
}

SimulatedState SimulatedHotel::opened() const {
  SimulatedState out;
  if (!config_.world) return out;
  for (const auto& stands : config_.world->bookings) {
    if (stands.room_type_ids.size() != stands.shown.rooms.size())
      throw std::runtime_error(fmt::format("booking {} needs a type for each room", stands.shown.reference));
    out.bookings.push_back(stands);
    auto& booking = out.bookings.back();
    booking.shown.id = std::to_string(out.next_id++);
    booking.changed = ++out.changes;
    for (auto& line : booking.shown.rooms) line.room.clear();
    for (std::size_t i = 0; i < booking.shown.rooms.size(); ++i) {
      auto& line = booking.shown.rooms[i];
      if (const auto* type = type_by_id(booking.room_type_ids[i])) {
        line.room_type = type->type.name;
        const auto room = std::find_if(type->rooms.begin(), type->rooms.end(), [&](const auto& number) {
          return !taken(out, number, line.check_in, line.check_out, "");
        });
        if (room != type->rooms.end()) line.room = *room;
      }
      if (line.room.empty())
        throw std::runtime_error(fmt::format("the house has no room for booking {}", booking.shown.reference));
      line.line_id = std::to_string(out.next_line++);
    }
  }
  return out;
}

std::optional<base::Error> SimulatedHotel::refresh() {
  seen_ = true;
  const auto stamp = stamp_of(config_.file);
  if (stamp && *stamp != stamp_) {
    try {
      auto kept = load_state(config_.file);
      state_ = kept ? std::move(*kept) : opened();
      stamp_ = *stamp;
    } catch (const std::exception& e) {
      fault_ = e.what();
      return base::error(ErrorCode::kPmsUnavailable, "the simulated hotel cannot read its state");
    }
  }
  fault_.clear();
  last_ok_at_ = clock_.now();
  return std::nullopt;
}

std::optional<base::Error> SimulatedHotel::keep(SimulatedState next) {
  try {
    if (!config_.file.empty()) save_state(config_.file, next);
  } catch (const std::exception& e) {
    fault_ = e.what();
    base::log::error("pms.simulated_not_written", {{"why", fault_}});
    return base::error(ErrorCode::kPmsUnavailable, "the simulated hotel cannot write its state");
  }
  state_ = std::move(next);
  if (const auto stamp = stamp_of(config_.file)) stamp_ = *stamp;
  return std::nullopt;
}

// A sold-out night belongs to who has the room already: our own booking, when it moves.
bool SimulatedHotel::kept_from_others(const SimulatedRoomType& type, const std::string& room, const domain::Stay& stay,
                                      const std::string& without) const {
  if (!config_.world) return false;
  for (const auto& span : config_.world->sold_out) {
    const auto from = std::max(span.from, stay.check_in), to = std::min(span.to, stay.check_out);
    if (span.room_type_id != type.type.id || from >= to) continue;
    const auto own = std::find_if(state_.bookings.begin(), state_.bookings.end(),
                                  [&](const auto& booking) { return booking.shown.id == without; });
    if (own == state_.bookings.end() ||
        std::none_of(own->shown.rooms.begin(), own->shown.rooms.end(), [&](const auto& line) {
          return line.room == room && line.check_in <= from && to <= line.check_out;
        }))
      return true;
  }
  return false;
}

std::vector<std::string> SimulatedHotel::free_rooms(const SimulatedRoomType& type, const domain::Stay& stay,
                                                    const std::string& without) const {
  std::vector<std::string> out;
  for (const auto& room : type.rooms)
    if (!taken(state_, room, stay.check_in, stay.check_out, without) && !kept_from_others(type, room, stay, without))
      out.push_back(room);
  return out;
}

std::int64_t SimulatedHotel::price(const SimulatedRoomType& type, const domain::Stay& stay) const {
  if (config_.world && config_.world->flat_rates) return std::int64_t{type.base_rate} * 100 * stay.nights();
  std::int64_t cents = 0;
  for (int night = 0; night < stay.nights(); ++night)
    cents += simulated_night_cents(type, wire::add_days(stay.check_in, night), config_.currency);
  return cents;
}

base::Result<SimulatedHotel::Placed> SimulatedHotel::place(SimulatedState& next, const domain::Stay& stay,
                                                           const std::vector<std::string>& type_ids,
                                                           const std::string& without) const {
  if (type_ids.size() != stay.rooms.size()) return base::error(ErrorCode::kInvalid, "every room needs a room type");
  Placed out;
  out.total.currency = config_.currency;
  std::map<std::string, std::vector<std::string>> free;  // by type, the lowest number last
  for (std::size_t i = 0; i < type_ids.size(); ++i) {
    const auto* type = type_by_id(type_ids[i]);
    if (type == nullptr) return base::error(ErrorCode::kInvalid, "the simulated hotel has no such room type");
    if (!type->type.fits(stay.rooms[i]))
      return base::error(ErrorCode::kInvalid, "the party does not fit into this room type");
    if (!free.contains(type_ids[i])) {
      auto rooms = free_rooms(*type, stay, without);
      free.emplace(type_ids[i], std::vector(rooms.rbegin(), rooms.rend()));
    }
    out.total.cents += price(*type, stay);
  }
  for (std::size_t i = 0; i < type_ids.size(); ++i) {
    auto& rooms = free.at(type_ids[i]);
    if (rooms.empty()) return sold_out();
    out.rooms.push_back(line_for(next, *type_by_id(type_ids[i]), std::move(rooms.back()), stay, stay.rooms[i]));
    rooms.pop_back();
  }
  return out;
}

SimulatedBooking* SimulatedHotel::find(SimulatedState& state, const std::string& id) const {
  const auto it =
      std::find_if(state.bookings.begin(), state.bookings.end(), [&](const auto& b) { return b.shown.id == id; });
  return it == state.bookings.end() ? nullptr : &*it;
}

wire::Booking SimulatedHotel::now_read(const SimulatedBooking& booking) const {
  auto out = booking.shown;
  out.read_at = clock_.now();
  return out;
}

rt::Task<base::Result<domain::Availability>> SimulatedHotel::availability(domain::Stay stay, ports::Freshness) {
  if (auto fault = refresh()) co_return *fault;
  if (auto fault = domain::fault_of(stay, today())) co_return *fault;
  domain::Availability out;
  out.read_at = clock_.now();
  out.source = "mock";
  const int wanted = static_cast<int>(stay.rooms.size());
  for (const auto& type : house()) {
    domain::Offer offer;
    offer.type = type.type;
    offer.free = static_cast<int>(free_rooms(type, stay, "").size());
    const auto one_room = price(type, stay);
    offer.one_room = {one_room, config_.currency};
    offer.total = {one_room * wanted, config_.currency};
    offer.nightly = {one_room / stay.nights(), config_.currency};
    offer.fits = offer.free >= wanted && std::all_of(stay.rooms.begin(), stay.rooms.end(),
                                                     [&](const auto& party) { return type.type.fits(party); });
    out.offers.push_back(std::move(offer));
  }
  out.stay = std::move(stay);
  co_return out;
}

rt::Task<base::Result<std::string>> SimulatedHotel::book(domain::BookingRequest request) {
  if (auto fault = refresh()) co_return *fault;
  if (auto fault = domain::fault_of(request.stay, today())) co_return *fault;
  const auto phone = clean_phone(request.phone);
  if (!phone) co_return base::error(ErrorCode::kInvalid, "a booking needs the guest's phone number");
  auto next = state_;
  auto placed = place(next, request.stay, request.room_type_ids, "");
  if (!placed) co_return placed.error();

  SimulatedBooking made;
  const auto id = next.next_id++;
  const auto [first, last] = clean_names(request.first_name, request.last_name);
  made.shown.id = std::to_string(id);
  made.shown.reference = reference_of(id);
  made.shown.guest_name = first == last ? first : first + " " + last;
  made.shown.phone = *phone;
  made.shown.email = request.email.empty() ? email_for_phone(*phone, config_.guest_mail_domain) : request.email;
  made.shown.source = request.marker;
  made.shown.total = placed->total;
  made.shown.paid = {0, config_.currency};
  made.shown.read_at = clock_.now();
  made.shown.rooms = std::move(placed->rooms);
  made.room_type_ids = request.room_type_ids;
  made.parties = request.stay.rooms;
  made.changed = ++next.changes;
  auto told = made.shown.id;
  next.bookings.push_back(std::move(made));
  if (auto fault = keep(std::move(next))) co_return *fault;
  co_return told;
}

rt::Task<base::Result<std::vector<std::string>>> SimulatedHotel::find_by_marker(std::string marker) {
  if (auto fault = refresh()) co_return *fault;
  std::vector<std::string> out;
  for (const auto& booking : state_.bookings)  // in order of their ids
    if (booking.shown.source == marker) out.push_back(booking.shown.id);
  co_return out;
}

rt::Task<base::Result<ports::Verification>> SimulatedHotel::verify(std::string booking_id) {
  if (auto fault = refresh()) co_return *fault;
  const auto* found = find(state_, booking_id);
  if (found == nullptr) co_return not_found();
  ports::Verification out;
  const bool stands = found->shown.state != wire::BookingState::kCancelled;
  out.state = stands ? ports::Verification::State::kStands : ports::Verification::State::kLost;
  out.we_keep_the_room = stands;
  out.booking = now_read(*found);
  co_return out;
}

rt::Task<base::Result<wire::Booking>> SimulatedHotel::booking(std::string booking_id) {
  if (auto fault = refresh()) co_return *fault;
  const auto* found = find(state_, booking_id);
  if (found == nullptr) co_return not_found();
  co_return now_read(*found);
}

rt::Task<base::Result<std::optional<wire::Booking>>> SimulatedHotel::by_reference(std::string reference) {
  if (auto fault = refresh()) co_return *fault;
  reference = upper(std::move(reference));
  for (const auto& booking : state_.bookings)
    if (upper(booking.shown.reference) == reference) co_return std::optional<wire::Booking>{now_read(booking)};
  co_return std::optional<wire::Booking>{};
}

rt::Task<base::Result<void>> SimulatedHotel::cancel(std::string booking_id) {
  if (auto fault = refresh()) co_return *fault;
  auto next = state_;
  auto* found = find(next, booking_id);
  if (found == nullptr) co_return not_found();
  if (found->shown.state == wire::BookingState::kCancelled) co_return base::Result<void>{};
  found->shown.state = wire::BookingState::kCancelled;
  for (auto& line : found->shown.rooms) line.state = wire::BookingState::kCancelled;
  found->changed = ++next.changes;
  if (auto fault = keep(std::move(next))) co_return *fault;
  co_return base::Result<void>{};
}

rt::Task<base::Result<wire::Booking>> SimulatedHotel::change_stay(std::string booking_id, domain::StayChange change) {
  if (auto fault = refresh()) co_return *fault;
  const auto& stay = change.stay;
  if (auto fault = domain::fault_of(stay, today())) co_return *fault;
  auto next = state_;
  auto* found = find(next, booking_id);
  if (found == nullptr) co_return not_found();
  if (found->shown.state != wire::BookingState::kConfirmed)
    co_return base::error(ErrorCode::kNotNow, "the booking is cancelled or the guest has arrived");
  if (stay.rooms.size() != found->shown.rooms.size())
    co_return base::error(ErrorCode::kNotNow, "the number of rooms can only be changed by staff");
  auto& types = found->room_type_ids;
  if (std::any_of(types.begin(), types.end(), [&](const auto& id) { return id != types.front(); }))
    co_return base::error(ErrorCode::kNotNow, "the booking has different rooms or days");
  if (!change.room_type_id.empty()) types.assign(stay.rooms.size(), change.room_type_id);
  auto placed = place(next, stay, types, booking_id);
  if (!placed) co_return placed.error();
  found->shown.rooms = std::move(placed->rooms);
  found->shown.total = placed->total;
  found->parties = stay.rooms;
  found->changed = ++next.changes;
  auto shown = now_read(*found);
  if (auto fault = keep(std::move(next))) co_return *fault;
  co_return shown;
}

rt::Task<base::Result<ports::SyncResult>> SimulatedHotel::changes_since(std::string mark) {
  const auto from = mark_from(mark);
  if (!from || *from > state_.changes) {
    const auto day = today();
    co_return co_await reconcile(day);
  }
  if (auto fault = refresh()) co_return *fault;
  ports::SyncResult out;
  for (const auto& booking : state_.bookings)
    if (booking.changed > *from) out.changed.push_back(now_read(booking));
  out.mark = fmt::format("mock|{}", state_.changes);
  last_sync_at_ = clock_.now();
  co_return out;
}

rt::Task<base::Result<ports::SyncResult>> SimulatedHotel::reconcile(wire::Date day) {
  if (auto fault = refresh()) co_return *fault;
  ports::SyncResult out;
  for (const auto& booking : state_.bookings)
    if (std::any_of(booking.shown.rooms.begin(), booking.shown.rooms.end(),
                    [&](const auto& line) { return wire::nights_between(day, line.check_out) >= 0; }))
      out.changed.push_back(now_read(booking));
  out.mark = fmt::format("mock|{}", state_.changes);
  last_sync_at_ = clock_.now();
  co_return out;
}

rt::Task<void> SimulatedHotel::probe() {
  refresh();  // what it found shows in health()
  co_return;
}

ports::PmsHealth SimulatedHotel::health() const {
  ports::PmsHealth out;
  out.pms = "mock";
  out.last_ok_at = last_ok_at_;
  out.last_sync_at = last_sync_at_;
  out.detail = fault_;
  if (seen_) out.ok = fault_.empty();
  if (seen_) out.status = fault_.empty() ? "up" : "down";
  return out;
}

std::size_t SimulatedHotel::erase_guest(const std::filesystem::path& file, const std::string& phone_digits) {
  auto state = load_state(file);
  if (!state || phone_digits.empty()) return 0;
  const auto before = state->bookings.size();
  std::erase_if(state->bookings, [&](const auto& b) { return digits_of(b.shown.phone) == phone_digits; });
  const auto gone = before - state->bookings.size();
  if (gone > 0) save_state(file, *state);
  return gone;
}

}  // namespace hotel::pms
