#include <boost/asio/ssl/stream.hpp>

#include "server/http/serve_stream.h"

namespace sayso::http {

using TlsStream = asio::ssl::stream<boost::beast::tcp_stream>;

asio::awaitable<void> serve_tls(asio::ip::tcp::socket socket, asio::ssl::context& tls, Hub& hub,
                                Peer peer) {
  TlsStream stream(boost::beast::tcp_stream(std::move(socket)), tls);
  auto& lowest = stream.next_layer();
  lowest.expires_after(hub.options.deadlines.handshake);
  const auto [failed] = co_await stream.async_handshake(TlsStream::server, kAsTuple);
  if (!failed) {
    Connection<TlsStream> connection(stream, hub, peer, true);
    co_await connection.serve();
    lowest.expires_after(hub.options.deadlines.drain);
    // An answer that was cut short must not look whole; whether the other side says goodbye too is
    // up to it.
    const auto [ignored] = co_await stream.async_shutdown(kAsTuple);
    static_cast<void>(ignored);
    if (connection.needs_draining()) co_await drain(lowest, hub.options);
  }
  lowest.close();
}

}  // namespace sayso::http
