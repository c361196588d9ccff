// A QloApps shop that keeps books, for tests: a real HTTP server on a loopback port with the behaviour of QloApps 1.6.1
// as it was recorded (tests/data/qloapps): its traps too. No idempotency; the last room sold twice; an error after the
// work is done; cancellations that show in orders only; `adult` counts and `adults` does not; auto-added services
// dropped unless asked for; parties never checked; [] where an object stands; integers as text on PHP 7.4.
//
// Thread-safe. The shop's clock is set by the test. What no real client of ours should ask for is kept in violations().
#pragma once

#include <boost/json/value.hpp>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "support/peer/peer.h"

namespace hotel::test {

namespace qlo {

struct RoomType {
  std::string name;
  std::int64_t net_cents = 0;  // a night, without tax and without the auto-added service
  int rooms = 1;
  std::string prefix;
  int max_adults = 2, max_children = 1, max_guests = 0;  // guests 0: the sum
};

struct Query {
  std::vector<std::pair<std::string, std::string>> items;
  std::optional<std::string> get(std::string_view name) const;
};

struct Call {
  std::string method, resource, one;  // one: the id in the path
  Query query;
  std::string body;
};

using Row = boost::json::object;
using Table = std::vector<Row>;

struct Refusal {  // an error answer
  int status = 400;
  int code = 0;  // 0: `message` is the whole body, as HTML
  std::string message;
};

// filter[…], sort, limit and display of the webservice on a table. Throws Refusal.
Table select(const Table& table, const std::vector<std::string>& fields, const Query& query);

}  // namespace qlo

class FakeQloApps {
 public:
  enum class Rival {
    kNone,
    kSeen,        // another booking takes the rooms first, and QloApps sees it: another room, or a back order
    kTwinBefore,  // it is not seen, and has the lower line id: both live
    kTwinAfter,   // the same with the higher line id
  };
  // What happens to a call. Faults named «after» come when the work is done.
  enum class Fault {
    kEmpty500,
    kDatabasePage500,
    kHtml502,
    kOff,
    kRedirect,
    kDropBefore,
    kEmptyList,
    kDropAfter,
    kEmpty500After,
    kNoticeAfter,
    kGateway504After,
    kSlow,
    kTextBefore,
    kHang,
  };

  FakeQloApps();
  std::string url() const { return peer_.url(); }

  // -- settings (before or between calls)
  std::string key = "TESTTESTTESTTESTTESTTESTTESTTEST";
  bool php74 = false;
  bool strict = false;              // PHP's production defaults: notices become an error 500, the work stays done
  bool overbooking_cancels = true;  // PS_OVERBOOKING_ORDER_ACTION 1
  std::string zone = "UTC";
  void set_now(std::int64_t unix_seconds);
  void set_zone_offset(int seconds);  // of the wall clock; `zone` is what PS_TIMEZONE says

  void fail_next(Fault fault, std::string method = "", std::string resource = "", int times = 1,
                 std::chrono::milliseconds delay = {});
  void down(std::optional<Fault> fault);  // for every call
  void next_rival(Rival rival);
  void stop() { peer_.stop(); }

  // -- the hotel's own doings
  std::string desk_book(const std::string& type_name, const std::string& from, const std::string& to,
                        const std::string& phone = "600100200", const std::string& name = "Laura Soto");
  void desk_cancel(const std::string& order_id);
  void desk_check_in(const std::string& order_id);
  void desk_check_out(const std::string& order_id, const std::string& day);
  void desk_rename(const std::string& order_id, const std::string& last_name);
  void desk_add_extra(const std::string& order_id, std::int64_t net_cents);  // something beside the rooms
  void sell_out(const std::string& type_name, const std::string& from, const std::string& to, int leave = 0);

  // -- what was seen
  std::vector<qlo::Call> calls(std::string_view method = "", std::string_view resource = "") const;
  std::vector<std::string> violations() const;
  std::vector<qlo::Row> live_lines(const std::string& marker_prefix = "") const;
  std::optional<qlo::Row> order(const std::string& id) const;
  std::size_t orders_with_marker(const std::string& marker) const;
  std::int64_t night_gross_cents(const std::string& type_name) const;

 private:
  struct Planned {
    Fault fault;
    std::string method, resource;
    int times;
    std::chrono::milliseconds delay;
  };

  PeerReply respond(const PeerRequest& request);
  PeerReply act(const PeerRequest& request, const qlo::Call& call);
  PeerReply route(const qlo::Call& call);
  std::optional<PeerReply> before(Fault fault) const;
  PeerReply after(Fault fault, std::chrono::milliseconds delay, PeerReply reply) const;
  PeerReply answer(int status, const boost::json::value& value) const;
  PeerReply errors(int status, const std::vector<std::pair<int, std::string>>& list) const;
  PeerReply notice() const;
  void judge(const PeerRequest& request, const qlo::Call& call);

  PeerReply read(const qlo::Call& call);
  qlo::Table table(const std::string& resource) const;
  static std::vector<std::string> fields_of(const std::string& resource);
  PeerReply ari(const qlo::Call& call);
  PeerReply write_booking(const qlo::Call& call);
  PeerReply new_history(const qlo::Call& call);

  // books.cpp
  struct Choice {
    int type = 0;
    std::int64_t room = 0;
    std::string from, to;
    int adults = 0;
    std::vector<int> ages;
    bool service = false;
    bool child = false;
  };
  std::int64_t create(const boost::json::object& booking);
  std::int64_t change(const boost::json::object& booking);
  void check(const boost::json::object& booking) const;
  std::vector<Choice> choose(const boost::json::array& room_types, const std::vector<std::int64_t>& not_these,
                             bool dot) const;
  std::int64_t customer(const boost::json::object& detail);
  std::int64_t new_order(std::int64_t customer_id, const std::string& source);
  void new_line(std::int64_t order_id, const Choice& choice, bool see_others);
  void total(std::int64_t order_id);
  void set_state(std::int64_t order_id, int state);
  std::int64_t price_net(const Choice& choice) const;
  boost::json::object told(std::int64_t order_id) const;
  std::vector<std::int64_t> free_rooms(int type, const std::string& from, const std::string& to) const;
  bool taken(std::int64_t room, const std::string& from, const std::string& to) const;
  qlo::Row* order_row(std::int64_t id);
  std::vector<qlo::Row*> lines_of(std::int64_t order_id);
  int type_named(const std::string& name) const;
  std::string now() const;
  boost::json::value typed(boost::json::value value) const;

  mutable std::mutex mutex_;
  std::vector<qlo::RoomType> types_;
  std::int64_t service_net_ = 710;
  int tax_percent_ = 10;
  std::int64_t now_ = 1'795'000'000;
  int offset_ = 0;
  std::vector<Planned> faults_;
  std::optional<Fault> down_;
  Rival rival_ = Rival::kNone;
  qlo::Table rooms_, orders_, lines_, customers_, histories_;
  std::map<std::int64_t, std::int64_t> service_on_line_, extras_;  // net cents by line, by order
  std::vector<std::tuple<std::int64_t, std::string, std::string>> blocked_;
  std::int64_t next_order_ = 0, next_line_ = 0, next_customer_ = 1;
  std::vector<qlo::Call> calls_;
  std::vector<std::string> violations_;
  Peer peer_;  // last: its threads use everything above
};

}  // namespace hotel::test
