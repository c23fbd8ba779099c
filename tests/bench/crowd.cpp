#include "tests/bench/crowd.h"

#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t kClientsPerAddress = 200;
// Away from the addresses of those who are measured.
constexpr std::uint32_t kFirstAddress = 0x7F000100U;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

class Crowd::Parts {
 public:
  Parts(std::uint16_t port, Manner manner, std::string large_page)
      : manner_(manner),
        large_page_(std::move(large_page)),
        host_("Host: localhost:" + std::to_string(port) + "\r\n"),
        server_(asio::ip::address_v4::loopback(), port) {}

  ~Parts() {
    context_.stop();
    if (thread_.joinable()) thread_.join();
  }

  void start(std::size_t clients) {
    for (std::size_t i = 0; i < clients; ++i) asio::co_spawn(context_, live(i), asio::detached);
    thread_ = std::thread([this] { context_.run(); });
    std::unique_lock lock(mutex_);
    const bool all = changed_.wait_for(lock, std::chrono::seconds(60),
                                       [&] { return ready_ >= clients || refused_; });
    crash::demand(all && !refused_, "not all of the crowd could connect: is `ulimit -n` too low?");
  }

  [[nodiscard]] std::size_t connected() const { return connected_; }

 private:
  tcp::socket connect(std::size_t number) {
    tcp::socket socket(context_);
    socket.open(tcp::v4());
    if (manner_ == Manner::NeverReads)
      socket.set_option(asio::socket_base::receive_buffer_size(2048));
    const auto address = static_cast<std::uint32_t>(kFirstAddress + number / kClientsPerAddress);
    socket.bind({asio::ip::address_v4(address), 0});
    socket.connect(server_);
    return socket;
  }

  void count_ready(bool refused = false) {
    {
      const std::lock_guard lock(mutex_);
      ++ready_;
      refused_ = refused_ || refused;
    }
    changed_.notify_one();
  }

  asio::awaitable<void> live(std::size_t number) {
    for (bool is_first = true;; is_first = false) {
      try {
        tcp::socket socket = connect(number);
        if (is_first && manner_ != Manner::Idle) count_ready();
        if (manner_ == Manner::Trickles) co_await trickle(socket, number % 2 == 0);
        if (manner_ == Manner::NeverReads) co_await ask_without_end(socket);
        if (manner_ == Manner::Idle) co_await stay(socket);
      } catch (const boost::system::system_error&) {
        if (is_first && manner_ == Manner::Idle) count_ready(true);
      }
      if (manner_ == Manner::Idle) co_return;
      // Cut off, as it should be: once more.
      asio::steady_timer pause(context_, kPause);
      co_await pause.async_wait(asio::use_awaitable);
    }
  }

  asio::awaitable<void> trickle(tcp::socket& socket, bool in_head) {
    const std::string head = "POST /api/challenges HTTP/1.1\r\n" + host_ +
                             "Content-Type: application/json\r\nSayso-Client: 1\r\n"
                             "Content-Length: 5000\r\n\r\n";
    const std::string body(5000, ' ');
    if (!in_head) co_await asio::async_write(socket, asio::buffer(head), asio::use_awaitable);
    asio::steady_timer pause(context_);
    for (const char& byte : in_head ? head : body) {
      co_await asio::async_write(socket, asio::buffer(&byte, 1), asio::use_awaitable);
      pause.expires_after(kPause);
      co_await pause.async_wait(asio::use_awaitable);
    }
  }

  asio::awaitable<void> ask_without_end(tcp::socket& socket) {
    const std::string request = "GET " + large_page_ + " HTTP/1.1\r\n" + host_ + "\r\n";
    for (;;) co_await asio::async_write(socket, asio::buffer(request), asio::use_awaitable);
  }

  asio::awaitable<void> stay(tcp::socket& socket) {
    const std::string request = "GET /healthz HTTP/1.1\r\n" + host_ + "\r\n";
    co_await asio::async_write(socket, asio::buffer(request), asio::use_awaitable);
    std::array<char, 2048> chunk{};
    co_await socket.async_read_some(asio::buffer(chunk), asio::use_awaitable);
    ++connected_;
    count_ready();
    try {
      for (;;) co_await socket.async_read_some(asio::buffer(chunk), asio::use_awaitable);
    } catch (const boost::system::system_error&) {
      --connected_;
    }
  }

  Manner manner_;
  std::string large_page_;
  std::string host_;
  tcp::endpoint server_;
  asio::io_context context_{1};
  std::atomic<std::size_t> connected_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t ready_ = 0;
  bool refused_ = false;
  std::thread thread_;
};

Crowd::Crowd(std::uint16_t port, std::size_t clients, Manner manner, std::string large_page)
    : parts_(std::make_unique<Parts>(port, manner, std::move(large_page))) {
  parts_->start(clients);
}

Crowd::~Crowd() = default;

std::size_t Crowd::connected() const { return parts_->connected(); }

}  // namespace sayso::bench
