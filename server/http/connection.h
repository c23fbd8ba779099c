// One connection, from its first byte to its last: internal to the server, and the only place
// besides it that knows Asio. Everything here runs on the server's one thread.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <cstdint>
#include <list>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "server/http/client_address.h"
#include "server/http/connection_counts.h"
#include "server/http/message.h"
#include "server/http/options.h"
#include "server/http/request_log.h"

namespace sayso::http {

// Connections that wait for their next request: these can be let go of at any moment.
using IdleConnections = std::list<boost::beast::tcp_stream*>;

// What all connections of a server share.
struct Hub {
  Hub(const Options& all, RequestLog& request_log)
      : options(all), log(request_log), counts(all.caps), randomness(std::random_device{}()) {}

  const Options& options;
  RequestLog& log;
  ConnectionCounts counts;
  std::mt19937_64 randomness;  // for request ids, which name but do not protect
  std::vector<Network> trusted;
  Handler handler;
  IdleConnections idle;
  bool stopping = false;
  // Set when the server is being taken apart: then nobody is left to wake.
  std::shared_ptr<std::atomic<bool>> closed = std::make_shared<std::atomic<bool>>(false);
};

struct Peer {
  Address address;
  std::string counted_as;
};

// Both end when the connection does; no error leaves them.
boost::asio::awaitable<void> serve_plain(boost::asio::ip::tcp::socket socket, Hub& hub, Peer peer);
boost::asio::awaitable<void> serve_tls(boost::asio::ip::tcp::socket socket,
                                       boost::asio::ssl::context& tls, Hub& hub, Peer peer);

}  // namespace sayso::http
