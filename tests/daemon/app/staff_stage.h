// A stage for the staff API: a real SQLite store in a folder of its own, all staff routes, a clock that stands still
// until it is moved, a hotel and a WhatsApp made of a few values. Requests go through the route table and its access
// rules, without sockets.
#pragma once

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "agent/evidence.h"
#include "app/authentication.h"
#include "app/context.h"
#include "app/desk.h"
#include "app/event_hub.h"
#include "app/passwords.h"
#include "app/routes/routes.h"
#include "store/open.h"

namespace hotel::app {

class StageClock final : public base::Clock {
 public:
  wire::Millis now() const override { return now_; }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{std::chrono::milliseconds{now_}};
  }
  void advance(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::atomic<wire::Millis> now_{1'795'000'000'000};
};

struct StagePms final : ports::Pms {
  domain::Availability offered;
  std::optional<wire::Booking> held;
  int asked = 0, changed = 0;
  domain::StayChange change_asked;  // the last one

  rt::Task<base::Result<domain::Availability>> availability(domain::Stay stay, ports::Freshness) override {
    ++asked;
    auto answer = offered;
    answer.stay = std::move(stay);
    co_return answer;
  }
  rt::Task<base::Result<std::string>> book(domain::BookingRequest) override { co_return unexpected(); }
  rt::Task<base::Result<std::vector<std::string>>> find_by_marker(std::string) override { co_return unexpected(); }
  rt::Task<base::Result<ports::Verification>> verify(std::string) override { co_return unexpected(); }
  rt::Task<base::Result<wire::Booking>> booking(std::string id) override {
    if (!held || held->id != id) co_return base::error(base::ErrorCode::kNotFound, "no such booking");
    co_return *held;
  }
  rt::Task<base::Result<std::optional<wire::Booking>>> by_reference(std::string reference) override {
    std::optional<wire::Booking> found;
    if (held && held->reference == reference) found = held;
    co_return found;
  }
  rt::Task<base::Result<void>> cancel(std::string) override { co_return unexpected(); }
  rt::Task<base::Result<wire::Booking>> change_stay(std::string, domain::StayChange change) override {
    ++changed;
    for (auto& room : held->rooms) room.check_in = change.stay.check_in, room.check_out = change.stay.check_out;
    change_asked = std::move(change);
    co_return *held;
  }
  rt::Task<base::Result<ports::SyncResult>> changes_since(std::string) override { co_return unexpected(); }
  rt::Task<base::Result<ports::SyncResult>> reconcile(wire::Date) override { co_return unexpected(); }
  rt::Task<void> probe() override { co_return; }
  ports::PmsHealth health() const override { return {}; }

 private:
  static base::Error unexpected() { return base::error(base::ErrorCode::kInternal, "a route has no business here"); }
};

struct StageMessenger final : ports::Messenger {
  std::vector<std::string> uploaded;
  std::optional<ports::MediaFile> file;  // what a download gives; nothing: `fault`
  base::ErrorCode fault = base::ErrorCode::kUnavailable;
  bool breaks = false;  // a fault of ours, not of a peer
  int downloads = 0;

  rt::Task<domain::SendOutcome> send(ports::Outgoing) override { co_return domain::SendOutcome{}; }
  rt::Task<base::Result<ports::MediaFile>> download(std::string, std::string, std::string) override {
    ++downloads;
    if (breaks) throw std::runtime_error("the disk is full");
    if (!file) co_return base::error(fault, "not here");
    co_return *file;
  }
  rt::Task<base::Result<std::string>> upload(std::string, std::string bytes, std::string, std::string) override {
    uploaded.push_back(std::move(bytes));
    co_return "media-" + std::to_string(uploaded.size());
  }
  rt::Task<base::Result<ports::NumberInfo>> number(std::string) override { co_return ports::NumberInfo{}; }
  void set_token(std::string) override {}
  ports::MessengerHealth health() const override { return {}; }
};

struct Answer {
  int status = 0;
  boost::json::value body;  // null when there is none
  std::string text;
  std::vector<http::Header> headers;
  std::function<rt::Task<void>(http::StreamWriter&)> stream;

  std::string code() const;  // of a problem
  std::string at(std::string_view key) const;
  std::string header(std::string_view name) const;
};

class Stage {
 public:
  explicit Stage(WhatsAppMode mode = WhatsAppMode::kCloud, EventHub::Pace pace = {});
  ~Stage();

  // Runs one coroutine to its end, everything else with it.
  template <class T>
  T run(rt::Task<T> task) {
    std::optional<T> result;
    std::exception_ptr failure;
    bool done = false;
    boost::asio::co_spawn(io, std::move(task), [&](const std::exception_ptr& e, T value) {
      failure = e;
      if (!e) result.emplace(std::move(value));
      done = true;
    });
    pump_until([&] { return done; });
    if (failure) std::rethrow_exception(failure);
    return std::move(*result);
  }
  void run(rt::Task<void> task);
  void pump_until(const std::function<bool()>& done);  // fails the test when it takes longer than 20 s
  template <class F>
  auto write(F work) {
    return run(store->write(std::move(work)));
  }
  template <class F>
  auto read(F work) {
    return run(store->read(std::move(work)));
  }

  struct Ask {
    std::string method, target;  // below /api/v1, or a whole path that begins with /webhooks
    boost::json::value body = nullptr;
    std::string as = "ana";  // a name out of people(); empty: nobody
    std::vector<http::Header> headers;
    std::optional<http::Principal> principal = std::nullopt;  // instead of `as`
  };
  rt::Task<Answer> asked(Ask ask);
  Answer ask(Ask question) { return run(asked(std::move(question))); }
  Answer get(std::string target, std::string as = "ana") {
    return ask({"GET", std::move(target), nullptr, std::move(as), {}, {}});
  }
  Answer post(std::string target, boost::json::value body = boost::json::object{}, std::string key = "",
              std::string as = "ana");
  static http::Principal person(const std::string& name);  // ana, luis: frontdesk; rita: release; root: admin

  std::string guest_wrote(const std::string& text, const std::string& phone = "5491100000101",
                          std::string name = "Gast Geheim");  // conversation id
  // Message id; queued, in Spanish.
  std::string agent_wrote(const std::string& conversation_id, const std::string& text,
                          const std::vector<agent::Fact>& facts = {});
  ports::ConversationRow row(const std::string& conversation_id);
  std::int64_t last_seq();

  std::filesystem::path folder;
  boost::asio::io_context io{1};
  StageClock clock;
  base::HotelZone zone{"UTC"};
  base::Metrics metrics;
  Settings settings;
  std::unique_ptr<ports::Store> store;
  StagePms pms;
  StageMessenger messenger;
  Signals signals;
  bool draining = false;
  EventHub hub;
  Desk desk;
  agent::Agent agent{pms, {"Hotel Prueba", "Calle Mayor 1", {}, {}, "USD", "es"}};
  Context context;
  PasswordPool passwords;
  Authentication authentication;
  std::vector<std::string> sandbox_bodies;
  http::Router router;

 private:
  int serial_ = 0;
};

}  // namespace hotel::app
