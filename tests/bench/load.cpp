#include "tests/bench/load.h"

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string_view>

#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using crash::Complaint;

constexpr std::size_t kCallersPerAddress = 200;

struct Window {
  explicit Window(const Load& all) : load(all) {}

  const Load& load;
  asio::io_context context{1};
  Clock::time_point start;
  Clock::time_point end;
  bool over = false;
  Measured measured;
  std::exception_ptr trouble;

  void finish() {
    if (over) return;
    over = true;
    end = Clock::now();
  }
};

class Caller {
 public:
  Caller(Window& window, std::size_t number)
      : window_(window), number_(number), socket_(window.context), timer_(window.context) {}

  // From an address of its own hundred: the server counts connections by address.
  void connect() {
    const auto last = static_cast<std::uint32_t>(2 + number_ / kCallersPerAddress);
    socket_.open(tcp::v4());
    socket_.bind({asio::ip::address_v4(0x7F000000U + last), 0});
    socket_.connect({asio::ip::address_v4::loopback(), window_.load.port});
    socket_.set_option(tcp::no_delay(true));
  }

  asio::awaitable<void> run() {
    for (std::size_t turn = 0; !window_.over; ++turn) {
      Clock::time_point began = Clock::now();
      if (window_.load.rate > 0) {
        const auto place = static_cast<double>(turn * window_.load.callers + number_);
        began = window_.start + std::chrono::duration_cast<Clock::duration>(
                                    std::chrono::duration<double>(place / window_.load.rate));
        co_await wait_until(began);
        if (window_.over) break;
      }
      const Request* request = window_.load.next(number_);
      if (request == nullptr) break;
      co_await asio::async_write(socket_, asio::buffer(request->text), asio::use_awaitable);
      Answer answer;
      answer.request = request;
      co_await read(answer);
      keep(std::move(answer), began);
    }
    window_.finish();
  }

 private:
  asio::awaitable<void> wait_until(Clock::time_point when) {
    if (Clock::now() >= when) co_return;
    timer_.expires_at(when);
    co_await timer_.async_wait(asio::use_awaitable);
  }

  asio::awaitable<void> read(Answer& answer) {
    text_.clear();
    std::size_t whole = 0;
    std::size_t head = 0;
    while (whole == 0 || text_.size() < whole) {
      const std::size_t size =
          co_await socket_.async_read_some(asio::buffer(chunk_), asio::use_awaitable);
      text_.append(chunk_.data(), size);
      if (whole == 0) {
        const auto end = text_.find("\r\n\r\n");
        if (end == std::string::npos) continue;
        head = end + 4;
        whole = head + length_of(std::string_view(text_).substr(0, head));
      }
    }
    if (text_.size() != whole || text_[9] != '2')
      throw Complaint("an answer that is not 2xx: " + text_.substr(0, 500));
    if (window_.load.keep_bodies) answer.body = text_.substr(head);
  }

  static std::size_t length_of(std::string_view head) {
    constexpr std::string_view kName = "Content-Length: ";
    const auto at = head.find(kName);
    return at == std::string_view::npos
               ? 0
               : std::strtoul(head.data() + at + kName.size(), nullptr, 10);
  }

  void keep(Answer answer, Clock::time_point began) {
    const auto now = Clock::now();
    if (now - window_.start >= window_.load.window) window_.finish();
    answer.seconds = std::chrono::duration<double>(now - began).count();
    if (!window_.over || now <= window_.end) ++window_.measured.in_time;
    window_.measured.answers.push_back(std::move(answer));
  }

  Window& window_;
  std::size_t number_;
  tcp::socket socket_;
  asio::steady_timer timer_;
  std::string text_;
  std::array<char, 16 * 1024> chunk_{};
};

}  // namespace

Latencies Measured::latencies() const {
  std::vector<double> seconds_each;
  for (const Answer& answer : answers) seconds_each.push_back(answer.seconds);
  return summarize(std::move(seconds_each));
}

Measured run_load(const Load& load) {
  Window window(load);
  std::vector<std::unique_ptr<Caller>> callers;
  for (std::size_t i = 0; i < load.callers; ++i) {
    callers.push_back(std::make_unique<Caller>(window, i));
    callers.back()->connect();
  }
  window.start = Clock::now();
  for (const auto& caller : callers) {
    asio::co_spawn(window.context, caller->run(), [&window](const std::exception_ptr& thrown) {
      if (!thrown) return;
      window.trouble = thrown;
      window.context.stop();
    });
  }
  window.context.run();
  if (window.trouble) std::rethrow_exception(window.trouble);
  window.measured.seconds = std::chrono::duration<double>(window.end - window.start).count();
  return std::move(window.measured);
}

}  // namespace sayso::bench
