#include "support/fake_graph/fake_graph.h"

#include <algorithm>
#include <atomic>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <condition_variable>
#include <ctime>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "base/crypto.h"

namespace hotel::test {
namespace json = boost::json;
namespace {

constexpr std::int64_t kWindowSeconds = 24 * 3600;

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t from = 1; from <= path.size();) {
    const auto end = std::min(path.find('/', from), path.size());
    out.emplace_back(path.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

std::string receiver_of(const json::value& body) {
  const auto* object = body.if_object();
  const auto* to = object ? object->if_contains("to") : nullptr;
  if (to && to->is_string()) {
    std::string digits{to->get_string()};
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits;
  }
  const auto* user = object ? object->if_contains("recipient") : nullptr;
  return user && user->is_string() ? std::string{user->get_string()} : std::string{};
}

PeerReply refusal(int code, std::string message = {}, std::string details = {}, int subcode = 0) {
  const auto answer = fake_graph::error_answer(code, std::move(message), std::move(details), subcode);
  return PeerReply::json(answer.status, json::serialize(answer.body));
}

PeerReply page(int status, std::string body) {
  PeerReply out;
  out.status = status;
  out.body = std::move(body);
  out.headers = {{"Content-Type", "text/html"}};
  return out;
}

}  // namespace

std::string new_wamid() {
  static std::atomic<std::uint64_t> counter{0};
  return "wamid." + base::to_base64("fake" + base::random_token(9) + std::to_string(++counter));
}

std::vector<std::string> GraphCall::choices() const {
  std::vector<std::string> out;
  const auto* interactive = body.if_contains("interactive");
  const auto* action = interactive ? interactive->as_object().if_contains("action") : nullptr;
  if (!action) return out;
  if (const auto* buttons = action->as_object().if_contains("buttons"))
    for (const auto& button : buttons->as_array()) out.emplace_back(button.at("reply").at("id").as_string());
  if (const auto* sections = action->as_object().if_contains("sections"))
    for (const auto& section : sections->as_array())
      for (const auto& row : section.at("rows").as_array()) out.emplace_back(row.at("id").as_string());
  return out;
}

struct FakeGraph::Impl {
  struct Media {
    std::string bytes, mime_type, url;
  };

  FakeGraph& self;
  std::string secret, daemon;
  std::set<std::string> number_ids, tokens;
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::deque<Script> scripts;
  std::optional<Script> always;
  std::vector<GraphCall> calls;
  std::vector<std::string> others, violations, uploads, auto_statuses;
  std::map<std::string, Media> media;
  std::map<std::string, std::int64_t> last_inbound;
  std::map<std::string, int> in_flight;
  int expired_urls = 0;
  bool window = true;
  bool stopping = false;
  std::deque<GraphCall> to_tell;
  std::thread teller;
  Peer peer;  // last: its threads use all of the above, so they end first

  Impl(FakeGraph& owner, std::string token, std::string app_secret, std::set<std::string> numbers)
      : self(owner), secret(std::move(app_secret)), number_ids(std::move(numbers)), tokens{std::move(token)} {
    const auto answer = [this](const PeerRequest& request) { return respond(request); };
    for (const char* method : {"GET", "POST", "DELETE"}) peer.always(method, "/", answer);
    teller = std::thread([this] { tell(); });
  }

  ~Impl() {
    {
      const std::scoped_lock lock{mutex};
      stopping = true;
    }
    changed.notify_all();
    peer.stop();
    teller.join();
  }

  PeerReply respond(const PeerRequest& request) {
    const auto parts = segments(request.path());
    const bool is_send = request.method == "POST" && parts.size() == 3 && parts[2] == "messages";
    {
      const std::scoped_lock lock{mutex};
      const std::string authorization = request.header("Authorization");
      const bool known = authorization.starts_with("Bearer ") && tokens.contains(authorization.substr(7));
      if (!is_send) others.push_back(request.method + " " + request.target);
      if (!known) {
        if (is_send) record_refused(request, parts[1], 190);
        changed.notify_all();
        return refusal(190);
      }
    }
    if (is_send) return send(parts[1], request);
    const std::scoped_lock lock{mutex};
    changed.notify_all();
    if (parts.size() == 2 && parts[0] == "media-files") return download(parts[1]);
    if (request.method == "POST" && parts.size() == 3 && parts[2] == "media") return upload(request);
    if (request.method == "GET" && parts.size() == 2 && number_ids.contains(parts[1]))
      return PeerReply::json(
          200, json::serialize(json::object{
                   {"display_phone_number", kFakeDisplay}, {"quality_rating", "GREEN"}, {"id", parts[1]}}));
    if (request.method == "GET" && parts.size() == 2 && media.contains(parts[1])) return locate(parts[1]);
    return refusal(100, "Unsupported request. Object does not exist", "", 33);
  }

  void record_refused(const PeerRequest& request, const std::string& number, int code) {
    GraphCall call = begin(request, number);
    call.answer = "error " + std::to_string(code);
    calls.push_back(std::move(call));
  }

  static GraphCall begin(const PeerRequest& request, const std::string& number) {
    GraphCall call;
    call.at = Steady::now();
    call.number_id = number;
    boost::system::error_code error;
    const auto body = json::parse(request.body, error);
    if (!error && body.is_object()) call.body = body.get_object();
    call.to = receiver_of(json::value(call.body));
    return call;
  }

  PeerReply send(const std::string& number, const PeerRequest& request) {
    GraphCall call = begin(request, number);
    std::unique_lock lock{mutex};
    if (!number_ids.contains(number)) {
      record_refused(request, number, 100);
      changed.notify_all();
      return refusal(100, "Unsupported post request. Object with ID '" + number + "' does not exist", "", 33);
    }
    const auto verdict = fake_graph::judge(json::value(call.body));
    call.kind = verdict.kind;
    call.text = verdict.text;
    if (const auto* opaque = call.body.if_contains("biz_opaque_callback_data"); opaque && opaque->is_string())
      call.opaque = opaque->get_string();
    violations.insert(violations.end(), verdict.violations.begin(), verdict.violations.end());
    PeerReply reply;
    if (verdict.refused != 0) {
      call.answer = "error " + std::to_string(verdict.refused);
      reply = refusal(verdict.refused, verdict.message, verdict.details);
      calls.push_back(std::move(call));
    } else if (call.hidden()) {
      call.accepted = true;
      call.answer = "200";
      calls.push_back(std::move(call));
      reply = PeerReply::json(200, R"({"success":true})");
    } else {
      reply = take(std::move(call), lock);
    }
    changed.notify_all();
    return reply;
  }

  std::optional<Script> next_script() {
    if (scripts.empty()) return always;
    auto out = scripts.front();
    scripts.pop_front();
    return out;
  }

  bool outside_window(const GraphCall& call) const {
    const auto found = last_inbound.find(call.to);
    return window && call.kind != "template" && found != last_inbound.end() &&
           std::time(nullptr) - found->second > kWindowSeconds;
  }

  // A visible message that breaks no rule.
  PeerReply take(GraphCall call, std::unique_lock<std::mutex>& lock) {
    const std::string to = call.to;
    if (++in_flight[to] > 1) violations.push_back("two sends to " + to + " in flight at once");
    const auto script = next_script();
    const int refused = script && script->kind == Script::Kind::kError ? script->code
                        : outside_window(call)                         ? 131047
                                                                       : 0;
    call.accepted = refused == 0 && (!script || script->accept);
    if (call.accepted) call.wamid = new_wamid();
    call.answer = refused != 0                          ? "error " + std::to_string(refused)
                  : !script                             ? "200"
                  : script->kind == Script::Kind::kSlow ? "slow"
                                                        : "lost";
    calls.push_back(call);
    if (call.accepted && !auto_statuses.empty()) to_tell.push_back(call);
    changed.notify_all();
    if (script && script->delay.count() > 0) changed.wait_for(lock, script->delay, [this] { return stopping; });
    --in_flight[to];
    PeerReply reply = refused != 0 ? refusal(refused) : answer(call, script);
    if (script) reply.headers.insert(reply.headers.end(), script->headers.begin(), script->headers.end());
    return reply;
  }

  static PeerReply answer(const GraphCall& call, const std::optional<Script>& script) {
    if (script && script->kind == Script::Kind::kHtml)
      return page(script->code,
                  "<html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>");
    if (script && script->kind == Script::Kind::kCut) return PeerReply::failing(PeerReply::Fault::kCutBeforeAnswer);
    if (script && script->kind == Script::Kind::kHold) return PeerReply::failing(PeerReply::Fault::kHang);
    const bool by_phone = call.body.contains("to");
    json::object contact{{"input", call.body.at(by_phone ? "to" : "recipient")},
                         {by_phone ? "wa_id" : "user_id", call.to}};
    json::object told{{"id", call.wamid}};
    if (call.kind == "template") told["message_status"] = "accepted";
    return PeerReply::json(200, json::serialize(json::object{{"messaging_product", "whatsapp"},
                                                             {"contacts", json::array{std::move(contact)}},
                                                             {"messages", json::array{std::move(told)}}}));
  }

  PeerReply locate(const std::string& id) const {
    const auto& file = media.at(id);
    return PeerReply::json(
        200, json::serialize(json::object{{"url", file.url.empty() ? peer.url("/media-files/" + id) : file.url},
                                          {"mime_type", file.mime_type},
                                          {"sha256", base::to_hex(base::sha256(file.bytes))},
                                          {"file_size", file.bytes.size()},
                                          {"id", id},
                                          {"messaging_product", "whatsapp"}}));
  }

  PeerReply download(const std::string& id) {
    if (expired_urls > 0) {
      --expired_urls;
      return page(404, "<!DOCTYPE html><html><body>URL expired or invalid</body></html>");
    }
    const auto found = media.find(id);
    if (found == media.end()) return page(404, "<!DOCTYPE html><html><body>URL expired or invalid</body></html>");
    PeerReply reply;
    reply.body = found->second.bytes;
    reply.headers = {{"Content-Type", found->second.mime_type}};
    return reply;
  }

  PeerReply upload(const PeerRequest& request) {
    if (request.body.find("name=\"messaging_product\"") == std::string::npos ||
        request.body.find("name=\"file\"") == std::string::npos)
      return refusal(100, "(#100) The parameter file is required.");
    uploads.push_back(request.body);
    return PeerReply::json(200,
                           json::serialize(json::object{{"id", std::to_string(1100000000000000 + uploads.size())}}));
  }

  void tell() {
    std::unique_lock lock{mutex};
    while (true) {
      changed.wait(lock, [this] { return stopping || !to_tell.empty(); });
      if (stopping) return;
      const auto call = std::move(to_tell.front());
      to_tell.pop_front();
      const auto names = auto_statuses;
      lock.unlock();
      for (const auto& name : names) self.status(call, name);
      lock.lock();
    }
  }
};

FakeGraph::FakeGraph(std::string token, std::string app_secret, std::set<std::string> number_ids)
    : impl_(std::make_unique<Impl>(*this, std::move(token), std::move(app_secret), std::move(number_ids))) {}
FakeGraph::~FakeGraph() = default;

std::string FakeGraph::url() const {
  return impl_->peer.url();
}
Peer& FakeGraph::peer() {
  return impl_->peer;
}

void FakeGraph::script(Script next) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->scripts.push_back(std::move(next));
}

void FakeGraph::script_always(std::optional<Script> script) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->always = std::move(script);
}

void FakeGraph::set_tokens(std::set<std::string> tokens) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->tokens = std::move(tokens);
}

void FakeGraph::enforce_window(bool on) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->window = on;
}

void FakeGraph::tell_statuses(std::vector<std::string> names) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->auto_statuses = std::move(names);
}

void FakeGraph::add_media(const std::string& id, std::string bytes, std::string mime_type) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->media[id] = {std::move(bytes), std::move(mime_type), ""};
}

void FakeGraph::set_media_url(const std::string& id, std::string url) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->media[id].url = std::move(url);
}

void FakeGraph::expire_media_urls(int times) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->expired_urls = times;
}

std::vector<std::string> FakeGraph::uploads() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->uploads;
}

std::vector<GraphCall> FakeGraph::calls() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->calls;
}

std::vector<GraphCall> FakeGraph::seen_by(const std::string& phone) const {
  auto out = attempts(phone);
  std::erase_if(out, [](const GraphCall& call) { return !call.accepted; });
  return out;
}

std::vector<GraphCall> FakeGraph::attempts(const std::string& phone) const {
  auto out = calls();
  std::erase_if(out, [&](const GraphCall& call) { return call.to != phone || call.hidden(); });
  return out;
}

std::vector<std::string> FakeGraph::others() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->others;
}

std::vector<std::string> FakeGraph::violations() const {
  const std::scoped_lock lock{impl_->mutex};
  return impl_->violations;
}

bool FakeGraph::wait_until(const std::function<bool()>& condition, std::chrono::milliseconds limit) const {
  const auto end = Steady::now() + limit;
  while (true) {
    std::size_t seen = 0;
    {
      const std::scoped_lock lock{impl_->mutex};
      seen = impl_->calls.size() + impl_->others.size();
    }
    if (condition()) return true;
    std::unique_lock lock{impl_->mutex};
    if (!impl_->changed.wait_until(lock, end, [&] { return impl_->calls.size() + impl_->others.size() != seen; })) {
      lock.unlock();
      return condition();
    }
  }
}

std::optional<GraphCall> FakeGraph::wait_reply(const std::string& phone, std::size_t from,
                                               std::function<bool(const GraphCall&)> fits,
                                               std::chrono::milliseconds limit) const {
  std::optional<GraphCall> found;
  wait_until(
      [&] {
        const auto seen = seen_by(phone);
        for (std::size_t i = from; i < seen.size() && !found; ++i)
          if (!fits || fits(seen[i])) found = seen[i];
        return found.has_value();
      },
      limit);
  return found;
}

void FakeGraph::attach(std::string daemon_url) {
  const std::scoped_lock lock{impl_->mutex};
  impl_->daemon = std::move(daemon_url);
}

Guest FakeGraph::guest(std::string phone, std::string name) {
  return {*this, std::move(phone), std::move(name)};
}

void FakeGraph::note_inbound(const std::string& phone, std::int64_t unix_seconds) {
  const std::scoped_lock lock{impl_->mutex};
  auto& last = impl_->last_inbound[phone];
  last = std::max(last, unix_seconds);
}

int FakeGraph::post_webhook(std::string_view body) const {
  std::string daemon, secret;
  {
    const std::scoped_lock lock{impl_->mutex};
    daemon = impl_->daemon;
    secret = impl_->secret;
  }
  const std::string signature = "sha256=" + base::to_hex(base::hmac_sha256(secret, body));
  return fake_graph::post(
      daemon + "/webhooks/whatsapp", body,
      {{"Content-Type", "application/json"}, {"User-Agent", "facebookexternalua"}, {"X-Hub-Signature-256", signature}});
}

}  // namespace hotel::test
