// One connected stream: TCP or unix socket, bare or under TLS, behind one type, so that sessions and the client exist
// once. Not thread-safe: used on the io_context thread. Errors are error codes of the operations.
#pragma once

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <memory>
#include <optional>
#include <utility>

namespace hotel::http::detail {

using Protocol = boost::asio::generic::stream_protocol;
using Socket = Protocol::socket;
using TlsContext = boost::asio::ssl::context;

class Channel {
 public:
  using executor_type = Socket::executor_type;
  using Tls = boost::asio::ssl::stream<Socket&>;

  Channel(Socket socket, std::shared_ptr<TlsContext> context)
      : socket_(std::move(socket)), context_(std::move(context)) {
    if (context_) tls_.emplace(socket_, *context_);
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  executor_type get_executor() { return socket_.get_executor(); }
  Socket& socket() { return socket_; }
  Tls* tls() { return tls_ ? &*tls_ : nullptr; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    if (tls_) return tls_->async_read_some(buffers, std::forward<Token>(token));
    return socket_.async_read_some(buffers, std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    if (tls_) return tls_->async_write_some(buffers, std::forward<Token>(token));
    return socket_.async_write_some(buffers, std::forward<Token>(token));
  }

  // Ends what is pending; the channel stays usable.
  void cancel() {
    boost::system::error_code ignored;
    socket_.cancel(ignored);
  }
  void close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }
  // No more bytes from us: the peer sees the end after what was sent.
  void end_sending() {
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }

 private:
  Socket socket_;
  std::shared_ptr<TlsContext> context_;
  std::optional<Tls> tls_;
};

}  // namespace hotel::http::detail
