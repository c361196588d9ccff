// A fake WhatsApp Graph API on a loopback port, and the guests behind it.
//
// It judges every send by Meta's shapes and limits, and by its own reading of them: it shares no code with what it
// tests. What Meta takes but this project forbids itself (`to` without a plus, two sends to one guest at once,
// Markdown) is kept in violations(). Answers follow a script; every call is recorded with its time of arrival. The
// other side, guests and statuses, is played by posting signed webhooks to the daemon named in attach().
//
// Thread-safe. Waiting ends with a condition, never with a sleep.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/peer/peer.h"

namespace hotel::test {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

inline constexpr const char* kFakeNumber = "200000000000001";
inline constexpr const char* kFakeDisplay = "15550100001";

struct GraphCall {  // one POST to /messages
  Steady::time_point at{};
  std::string number_id;
  boost::json::object body;
  std::string kind;       // text, interactive …; read, typing
  std::string to;         // digits, or the user id
  std::string text;       // what a guest would read
  bool accepted = false;  // the guest has it, whatever the sender was told
  std::string answer;     // "200", "error 131047", "cut" …
  std::string wamid;
  std::string opaque;  // biz_opaque_callback_data

  bool hidden() const { return kind == "read" || kind == "typing"; }
  std::vector<std::string> choices() const;  // ids of buttons or rows, in order
};

struct Script {  // one scripted answer to a visible send
  enum class Kind { kError, kHtml, kCut, kHold, kSlow } kind = Kind::kError;
  int code = 0;         // Graph's error code, or the HTTP status of a page
  bool accept = false;  // does the message reach the guest although no good answer comes?
  std::chrono::milliseconds delay{0};
  std::vector<std::pair<std::string, std::string>> headers;

  static Script error(int code) { return {Kind::kError, code, false, 0ms, {}}; }
  static Script html(int status = 502, bool accept = false) { return {Kind::kHtml, status, accept, 0ms, {}}; }
  static Script cut(bool accept = true) { return {Kind::kCut, 0, accept, 0ms, {}}; }
  static Script hold(bool accept = true) { return {Kind::kHold, 0, accept, 0ms, {}}; }  // until the fake ends
  static Script slow(std::chrono::milliseconds delay) { return {Kind::kSlow, 0, true, delay, {}}; }
};

class Guest;

class FakeGraph {
 public:
  FakeGraph(std::string token, std::string app_secret, std::set<std::string> number_ids = {kFakeNumber});
  ~FakeGraph();
  FakeGraph(const FakeGraph&) = delete;
  FakeGraph& operator=(const FakeGraph&) = delete;

  std::string url() const;  // WHATSAPP_GRAPH_URL
  Peer& peer();

  // -- how it answers
  void script(Script next);                   // for the next visible send; several are taken in order
  void script_always(std::optional<Script>);  // for every visible send that no script() is for
  void set_tokens(std::set<std::string> tokens);
  void enforce_window(bool on);  // refuse free messages to guests whose last message is older than 24 hours
  void tell_statuses(std::vector<std::string> names);  // for every accepted message, at once: {"sent","delivered"}

  // -- media
  void add_media(const std::string& id, std::string bytes, std::string mime_type);
  void set_media_url(const std::string& id, std::string url);  // where step 1 sends the client instead
  void expire_media_urls(int times);                           // step 2 answers 404 that often
  std::vector<std::string> uploads() const;                    // bodies of POST /media

  // -- what happened
  std::vector<GraphCall> calls() const;
  std::vector<GraphCall> seen_by(const std::string& phone) const;   // messages that reached this guest, in order
  std::vector<GraphCall> attempts(const std::string& phone) const;  // every visible send to this guest
  std::vector<std::string> others() const;                          // "GET /v25.0/…" of all other calls
  std::vector<std::string> violations() const;
  // The first message that reached this guest from index `from` on and fits; nothing when the time is over.
  std::optional<GraphCall> wait_reply(const std::string& phone, std::size_t from = 0,
                                      std::function<bool(const GraphCall&)> fits = {},
                                      std::chrono::milliseconds limit = 10s) const;
  bool wait_until(const std::function<bool()>& condition,
                  std::chrono::milliseconds limit = 10s) const;  // looked at after each call

  // -- the other side
  void attach(std::string daemon_url);  // "http://127.0.0.1:8080"
  Guest guest(std::string phone, std::string name = "Ana Prueba");
  int post_webhook(std::string_view body) const;  // signed; the HTTP status, 0: no answer
  int deliver(boost::json::object value, std::string_view field = "messages") const;  // wrapped in Meta's envelope
  int status(const GraphCall& call, std::string_view name, boost::json::object more = {}) const;
  void note_inbound(const std::string& phone, std::int64_t unix_seconds);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A guest with a phone. Everything it does is a signed webhook; the value is the id of its message. It throws
// std::runtime_error when the daemon does not answer 200.
class Guest {
 public:
  Guest(FakeGraph& graph, std::string phone, std::string name)
      : graph_(&graph), phone_(std::move(phone)), name_(std::move(name)) {}

  const std::string& phone() const { return phone_; }
  std::string say(std::string_view text, std::optional<std::int64_t> unix_seconds = std::nullopt);
  std::string tap(const GraphCall& call, std::size_t index = 0);  // a button or a row of a message that the guest got
  std::string media(std::string_view kind, std::string bytes, std::string_view mime_type,
                    boost::json::object more = {});
  std::string write(std::string_view type, boost::json::value content, boost::json::object more = {},
                    std::optional<std::int64_t> unix_seconds = std::nullopt);

 private:
  FakeGraph* graph_;
  std::string phone_, name_;
};

std::string new_wamid();

namespace fake_graph {  // the parts, for tests of the fake itself

struct Verdict {
  std::string kind, text;
  int refused = 0;      // Graph's error code; 0: taken
  std::string message;  // of the error; empty: the usual one
  std::string details;
  std::vector<std::string> violations;
};
Verdict judge(const boost::json::value& body);

struct ErrorAnswer {
  int status = 400;
  boost::json::object body;
};
ErrorAnswer error_answer(int code, std::string message = {}, std::string details = {}, int subcode = 0);

// Blocking POST of JSON with headers to http://127.0.0.1:port/path; the status, 0: no answer.
int post(const std::string& url, std::string_view body,
         const std::vector<std::pair<std::string, std::string>>& headers);

std::string meta_json(const boost::json::value& value);  // Meta's own form: ASCII only, / < % @ escaped

}  // namespace fake_graph

}  // namespace hotel::test
