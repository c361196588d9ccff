// A real HTTP server on a loopback port with a script, for tests of everything that speaks HTTP as a client: it
// answers, dawdles, cuts, lies and records what it was asked. Own threads with blocking sockets, so that it shares
// nothing with the code under test. A request that the script does not name fails the test that runs; so does an
// expected request that never came (checked by the destructor, or earlier by verify()).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotel::test {

struct PeerReply {
  enum class Fault {
    kNone,
    kCutBeforeAnswer,    // reads the whole request, then closes without a byte
    kResetBeforeAnswer,  // the same with a TCP reset
    kCutInHead,          // half of the head, then closes
    kCutInBody,          // the head and `cut_after` bytes of the body, then closes
    kHang,               // reads the request and never answers; ends with the peer
    kHalfClose,          // answers whole, then shuts its sending side and keeps reading
    kRaw,                // sends `raw` as it is and closes
  };
  enum class Framing { kLength, kChunked, kUntilClose };

  int status = 200;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{{"Content-Type", "application/json"}};
  Fault fault = Fault::kNone;
  Framing framing = Framing::kLength;
  std::size_t cut_after = 0;
  std::string raw;
  std::chrono::milliseconds delay{0};  // before the first byte of the answer
  bool say_close = false;              // "Connection: close", and does it
  bool close_silently = false;         // closes after the answer without having said so

  static PeerReply json(int status, std::string body);
  static PeerReply failing(Fault fault);
};

struct PeerRequest {
  std::string method;
  std::string target;  // path with query, as it came
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  int connection = 0;  // counts from 1

  std::string header(std::string_view name) const;  // case-insensitive; "" when missing
  std::string path() const;                         // the target without its query
};

class Peer {
 public:
  Peer();   // listens at once on a free port of 127.0.0.1
  ~Peer();  // verify() and stop()
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  std::uint16_t port() const;
  std::string url(std::string_view target = "") const;  // "http://127.0.0.1:PORT" + target

  // One request, answered once. Expectations are taken in the order given, the first whose method and target fit;
  // `target` is compared with the whole target, or with the path alone when it holds no '?'.
  void expect(std::string method, std::string target, PeerReply reply);
  // Any number of requests (also none) that no expectation fits. `path_prefix` is compared with the path.
  void always(std::string method, std::string path_prefix, std::function<PeerReply(const PeerRequest&)> answer);
  // Requests that nothing fits are answered 500 and fail the test, unless this was called.
  void allow_unexpected();

  std::vector<PeerRequest> requests() const;
  int connections() const;  // accepted so far
  // Waits until at least `count` requests came, at most `limit`; false: time over.
  bool wait_for_requests(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds{10}) const;
  // The same for answers that were sent (and, with kHalfClose, ended).
  bool wait_for_answers(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds{10}) const;
  void verify();  // fails the test for each expectation that was not used
  void stop();    // closes the port and every connection: later connects are refused

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

// A port of 127.0.0.1 on which nothing listens: connecting is refused.
std::uint16_t refused_port();

}  // namespace hotel::test
