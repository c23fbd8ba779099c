#include "server/http/server.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

#include "server/http/connection.h"
#include "server/http/tls.h"

namespace sayso::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;
constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

class Server::State {
 public:
  State(Options all, RequestLog& log) : options(std::move(all)), hub(options, log) {}
  ~State() { *hub.closed = true; }

  [[nodiscard]] std::string open();
  bool run(Handler handler);
  void begin_stop();

  Options options;
  asio::io_context context{1};
  Hub hub;
  std::atomic<bool> stopping{false};
  std::uint16_t port = 0;
  std::unique_ptr<asio::ssl::context> tls;
  asio::signal_set signals{context};

 private:
  [[nodiscard]] std::string listen(const tcp::endpoint& endpoint);
  asio::awaitable<void> accept(tcp::acceptor& acceptor);
  asio::awaitable<void> welcome(tcp::socket socket);
  asio::awaitable<void> serve(tcp::socket socket, Peer peer);
  void finish_when_quiet();

  std::list<tcp::acceptor> acceptors_;
  asio::steady_timer stop_timer_{context};
  bool cut_off_ = false;
};

namespace {

Address address_of(const asio::ip::address& address) {
  const auto v6 = address.is_v6() ? address.to_v6()
                                  : asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4());
  Address bytes;
  const auto raw = v6.to_bytes();
  std::copy(raw.begin(), raw.end(), bytes.begin());
  return bytes;
}

}  // namespace

std::string Server::State::listen(const tcp::endpoint& endpoint) {
  ErrorCode error;
  tcp::acceptor acceptor(context);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
  if (error) {
    return "cannot listen on " + endpoint.address().to_string() + " port " +
           std::to_string(endpoint.port()) + ": " + error.message();
  }
  port = acceptor.local_endpoint().port();
  acceptors_.push_back(std::move(acceptor));
  return {};
}

std::string Server::State::open() {
  for (const std::string& text : options.trusted_proxies) {
    const auto network = decode_network(text);
    if (!network) return "trusted proxy '" + text + "' is neither an address nor a network";
    hub.trusted.push_back(*network);
  }
  if (options.tls_certificate.empty() != options.tls_key.empty())
    return "TLS needs both a certificate and its key";
  if (!options.tls_certificate.empty()) {
    auto loaded = load_tls(options.tls_certificate, options.tls_key);
    if (!loaded) return loaded.error();
    tls = std::move(*loaded);
  }
  if (options.address == "localhost") {
    auto problem = listen({asio::ip::address_v4::loopback(), options.port});
    if (!problem.empty()) return problem;
    // A machine without IPv6 is served by the other one alone.
    static_cast<void>(listen({asio::ip::address_v6::loopback(), port}));
    return {};
  }
  ErrorCode error;
  const auto address = asio::ip::make_address(options.address, error);
  if (error) return "'" + options.address + "' is not an address to listen on";
  return listen({address, options.port});
}

bool Server::State::run(Handler handler) {
  hub.handler = std::move(handler);
  for (tcp::acceptor& acceptor : acceptors_)
    asio::co_spawn(context, accept(acceptor), asio::detached);
  context.run();
  return !cut_off_;
}

asio::awaitable<void> Server::State::accept(tcp::acceptor& acceptor) {
  asio::steady_timer pause(context);
  while (!hub.stopping) {
    auto [error, socket] = co_await acceptor.async_accept(kAsTuple);
    if (hub.stopping) break;
    if (!error) {
      asio::co_spawn(context, welcome(std::move(socket)), asio::detached);
      continue;
    }
    // Out of file descriptors, most likely: those in use will be given back.
    hub.log.write_event("accept-failed", error.message());
    pause.expires_after(std::chrono::milliseconds(100));
    const auto [ignored] = co_await pause.async_wait(kAsTuple);
    static_cast<void>(ignored);
  }
}

asio::awaitable<void> Server::State::welcome(tcp::socket socket) {
  ErrorCode error;
  const auto remote = socket.remote_endpoint(error);
  if (error) co_return;
  Peer peer;
  peer.address = address_of(remote.address());
  peer.counted_as = counting_name(peer.address);
  // A proxy speaks for many people; only the whole is capped for it.
  if (is_trusted(peer.address, hub.trusted))
    peer.counted_as = "proxy-" + std::to_string(remote.port());
  if (!hub.counts.enter(peer.counted_as)) co_return;
  socket.set_option(tcp::no_delay(true), error);
  const std::string counted_as = peer.counted_as;
  try {
    co_await serve(std::move(socket), std::move(peer));
  } catch (const std::exception&) {
    hub.log.write_event("connection-failed");
  }
  hub.counts.leave(counted_as);
  finish_when_quiet();
}

asio::awaitable<void> Server::State::serve(tcp::socket socket, Peer peer) {
  if (tls) return serve_tls(std::move(socket), *tls, hub, std::move(peer));
  return serve_plain(std::move(socket), hub, std::move(peer));
}

void Server::State::begin_stop() {
  if (hub.stopping) return;
  hub.stopping = true;
  stopping = true;
  hub.log.write_event("stopping");
  for (tcp::acceptor& acceptor : acceptors_) {
    ErrorCode ignored;
    acceptor.close(ignored);
  }
  for (auto* stream : hub.idle) stream->cancel();
  stop_timer_.expires_after(options.deadlines.stop);
  stop_timer_.async_wait([this](ErrorCode error) {
    if (error) return;
    cut_off_ = hub.counts.total() > 0;
    context.stop();
  });
  finish_when_quiet();
}

void Server::State::finish_when_quiet() {
  if (hub.stopping && hub.counts.total() == 0) context.stop();
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Expected<Server, std::string> Server::open(Options options, RequestLog& log) {
  auto state = std::make_unique<State>(std::move(options), log);
  if (auto problem = state->open(); !problem.empty()) return failure(std::move(problem));
  return Server(std::move(state));
}

std::uint16_t Server::port() const { return state_->port; }
bool Server::is_secure() const { return state_->tls != nullptr; }
bool Server::run(Handler handler) { return state_->run(std::move(handler)); }
bool Server::is_stopping() const { return state_->stopping; }

void Server::stop() {
  asio::post(state_->context, [state = state_.get()] { state->begin_stop(); });
}

void Server::stop_on_signals() {
  state_->signals.add(SIGTERM);
  state_->signals.add(SIGINT);
  state_->signals.async_wait([state = state_.get()](ErrorCode error, int) {
    if (!error) state->begin_stop();
  });
}

void Server::after(std::chrono::milliseconds delay, std::function<void()> work) {
  asio::post(state_->context, [state = state_.get(), delay, work = std::move(work)]() mutable {
    auto timer = std::make_shared<asio::steady_timer>(state->context, delay);
    timer->async_wait([timer, work = std::move(work)](ErrorCode error) {
      if (!error) work();
    });
  });
}

}  // namespace sayso::http
