// A client that sends exactly the bytes a test wants and reads answers strictly. Blocking, with a limit on every read,
// so that a server that hangs fails the test instead of stopping it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotel::http::test {

struct WireAnswer {
  enum class Kind { kAnswer, kClosed, kHangs, kGarbage } kind = Kind::kGarbage;
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  std::string header(std::string_view name) const;  // names as they are on the wire, case-insensitive
  int count(std::string_view name) const;
};

class WireClient {
 public:
  explicit WireClient(std::uint16_t port);
  explicit WireClient(const std::string& unix_path);
  ~WireClient();
  WireClient(WireClient&& other) noexcept;
  WireClient(const WireClient&) = delete;
  WireClient& operator=(const WireClient&) = delete;

  bool send(std::string_view bytes);  // false: the server has closed
  WireAnswer read(bool to_head = false);
  std::optional<std::string> read_until(std::string_view mark);  // raw bytes up to and with the mark
  bool closed_by_server();  // waits for the end; false when bytes come, or nothing for 10 s
  void end_sending();
  void shrink_receive_buffer();
  int fd() const { return fd_; }

 private:
  int more();  // > 0: bytes came; 0: end; < 0: nothing in time or reset
  int fd_ = -1;
  bool timed_out_ = false;
  std::string buffer_;
};

WireAnswer ask(std::uint16_t port, std::string_view bytes);

// "GET / HTTP/1.1" with a Host and what else is given, each line without its end.
std::string request(std::string_view first, std::initializer_list<std::string_view> fields = {},
                    std::string_view body = {});

}  // namespace hotel::http::test
