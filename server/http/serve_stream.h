// The life of a connection over any stream: included by connection_plain.cpp and connection_tls.cpp
// only.
//
// Rules: one request at a time; a deadline covers the whole of its part (tcp_stream keeps one point
// in time until it is set again); after a request that was refused unread, the rest is drained for
// a while, so that the answer arrives rather than a reset.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "server/http/connection.h"
#include "server/http/exchange.h"
#include "server/http/problem.h"

namespace sayso::http {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
inline constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

// Wakes the waiting coroutine exactly once, on its own executor; a reply that was forgotten becomes
// a 500.
template <class Completion>
class PendingReply {
 public:
  PendingReply(Completion completion, std::shared_ptr<std::atomic<bool>> closed)
      : completion_(std::move(completion)), closed_(std::move(closed)) {}
  PendingReply(const PendingReply&) = delete;
  PendingReply& operator=(const PendingReply&) = delete;
  ~PendingReply() {
    if (!*closed_) reply(problem_response(ProblemId::Internal));
  }

  void reply(Response response) {
    if (done_.exchange(true)) return;
    auto executor = asio::get_associated_executor(completion_);
    asio::post(executor,
               [completion = std::move(completion_), answer = std::move(response)]() mutable {
                 std::move(completion)(std::move(answer));
               });
  }

 private:
  std::atomic<bool> done_{false};
  Completion completion_;
  std::shared_ptr<std::atomic<bool>> closed_;
};

// No coroutine: GCC 12 handles temporaries in a co_await's arguments badly.
inline asio::awaitable<Response> ask(const Hub& hub, const Request& request) {
  return asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
      [&hub, &request](auto completion) {
        using Pending = PendingReply<std::decay_t<decltype(completion)>>;
        auto pending = std::make_shared<Pending>(std::move(completion), hub.closed);
        hub.handler(request, [pending](Response response) { pending->reply(std::move(response)); });
      },
      asio::use_awaitable);
}

template <class Stream>
class Connection {
 public:
  Connection(Stream& stream, Hub& hub, const Peer& peer, bool secure)
      : stream_(stream), hub_(hub), peer_(peer), secure_(secure) {}

  asio::awaitable<void> serve() {
    while (!hub_.stopping) {
      const bool arrived = co_await await_first_byte();
      if (!arrived) break;
      const bool again = co_await exchange_one();
      if (!again) break;
    }
  }

  // True when bytes of a refused request may still be on their way.
  [[nodiscard]] bool needs_draining() const { return unread_; }

 private:
  using Clock = std::chrono::steady_clock;

  auto& lowest() { return boost::beast::get_lowest_layer(stream_); }

  asio::awaitable<bool> read_some() {
    std::array<char, 4096> chunk;
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(chunk), kAsTuple);
    if (error == boost::beast::error::timeout && !id_.empty()) log_too_slow();
    buffer_.append(chunk.data(), size);
    co_return !error;
  }

  asio::awaitable<bool> await_first_byte() {
    if (!buffer_.empty()) co_return true;
    lowest().expires_after(hub_.options.deadlines.idle);
    const auto place = hub_.idle.insert(hub_.idle.end(), &lowest());
    const bool arrived = co_await read_some();
    hub_.idle.erase(place);
    co_return arrived;
  }

  // True when another request may follow.
  asio::awaitable<bool> exchange_one() {
    started_ = Clock::now();
    method_ = Method::Other;
    id_ = encode_hex(draw_id());
    lowest().expires_after(hub_.options.deadlines.head);
    Scan scan = scan_head(buffer_, hub_.options.limits);
    while (scan.arrival == Arrival::NeedsMore) {
      const bool arrived = co_await read_some();
      if (!arrived) co_return false;
      scan = scan_head(buffer_, hub_.options.limits);
    }
    bool again = false;
    if (scan.arrival == Arrival::Complete) {
      again = co_await exchange_head(scan.head_bytes);
    } else {
      const bool large = scan.arrival == Arrival::TooLarge;
      co_await refuse(large ? HeadError::HeadTooLarge : HeadError::Malformed);
    }
    id_.clear();
    co_return again;
  }

  asio::awaitable<bool> exchange_head(std::size_t head_bytes) {
    auto head = decode_head(std::string_view(buffer_).substr(0, head_bytes), hub_.options.limits);
    if (!head) {
      co_await refuse(head.error());
      co_return false;
    }
    buffer_.erase(0, head_bytes);
    method_ = head->request.method;
    const bool whole = co_await receive_body(*head);
    if (!whole) co_return false;
    const bool again = co_await answer(*head);
    co_return again;
  }

  asio::awaitable<bool> receive_body(Head& head) {
    lowest().expires_after(hub_.options.deadlines.body);
    if (head.expects_continue && head.body_bytes > buffer_.size()) {
      const bool said = co_await say_continue();
      if (!said) co_return false;
    }
    while (buffer_.size() < head.body_bytes) {
      const bool arrived = co_await read_some();
      if (!arrived) co_return false;
    }
    head.request.body = buffer_.substr(0, head.body_bytes);
    buffer_.erase(0, head.body_bytes);
    co_return true;
  }

  asio::awaitable<bool> answer(Head& head) {
    lowest().expires_never();
    head.request.id = id_;
    attribute(head.request, peer_.address, hub_.trusted, secure_);
    Response response = co_await ask(hub_, head.request);
    const bool keep = head.keep_alive && !hub_.stopping;
    const bool sent = co_await send(response, keep, head.request.secure);
    co_return sent;
  }

  asio::awaitable<void> refuse(HeadError error) {
    unread_ = true;
    method_ = Method::Other;
    Response response = refuse_head(error);
    co_await send(response, false, secure_);
  }

  asio::awaitable<bool> say_continue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, size] =
        co_await asio::async_write(stream_, asio::buffer(kContinue), kAsTuple);
    co_return !error && size == kContinue.size();
  }

  asio::awaitable<bool> send(Response& response, bool keep_alive, bool secure) {
    const Outgoing out = prepare(std::move(response), method_, keep_alive, secure, id_);
    const std::size_t body_bytes = out.body ? out.body->size() : 0;
    hub_.log.write({id_, method_, out.route, out.status, body_bytes, elapsed()});
    std::array<asio::const_buffer, 2> parts{asio::buffer(out.head), asio::const_buffer()};
    if (out.body) parts[1] = asio::buffer(*out.body);
    lowest().expires_after(hub_.options.deadlines.write);
    const auto [error, size] = co_await asio::async_write(stream_, parts, kAsTuple);
    co_return !error && size > 0 && out.keep_alive;
  }

  [[nodiscard]] std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started_);
  }

  // The stream has closed itself already, so that nobody is left to be told.
  void log_too_slow() { hub_.log.write({id_, method_, "none", 408, 0, elapsed()}); }

  ByteArray<8> draw_id() {
    const std::uint64_t drawn = hub_.randomness();
    ByteArray<8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
      bytes[i] = static_cast<std::uint8_t>(drawn >> (8 * i));
    return bytes;
  }

  Stream& stream_;
  Hub& hub_;
  const Peer& peer_;
  bool secure_;
  bool unread_ = false;
  std::string buffer_;
  // Of the request that is going on; empty between requests.
  std::string id_;
  Method method_ = Method::Other;
  Clock::time_point started_;
};

// Tells the other side that nothing more comes, and takes in what is still on its way, within
// limits.
inline asio::awaitable<void> drain(boost::beast::tcp_stream& stream, const Options& options) {
  ErrorCode ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  stream.expires_after(options.deadlines.drain);
  std::array<char, 4096> chunk;
  for (std::size_t taken = 0; taken < options.limits.drain_bytes;) {
    const auto [error, size] = co_await stream.async_read_some(asio::buffer(chunk), kAsTuple);
    if (error) break;
    taken += size;
  }
}

}  // namespace sayso::http
