#include "server/http/serve_stream.h"

namespace sayso::http {

asio::awaitable<void> serve_plain(asio::ip::tcp::socket socket, Hub& hub, Peer peer) {
  boost::beast::tcp_stream stream(std::move(socket));
  Connection<boost::beast::tcp_stream> connection(stream, hub, peer, false);
  co_await connection.serve();
  if (connection.needs_draining()) co_await drain(stream, hub.options);
  stream.close();
}

}  // namespace sayso::http
