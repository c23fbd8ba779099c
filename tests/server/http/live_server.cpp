#include "tests/server/http/live_server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace sayso::http {
namespace {

Server open_server(Options options, RequestLog& log) {
  options.port = 0;
  auto server = Server::open(std::move(options), log);
  if (!server) FAIL("the server did not open: " << server.error());
  return std::move(*server);
}

}  // namespace

LiveServer::LiveServer(Options options, Handler handler)
    : LiveServer(std::move(options), MakeHandler([&](Server&) { return handler; })) {}

LiveServer::LiveServer(Options options, const MakeHandler& make)
    : log_(
          [this](std::string_view line) {
            const std::lock_guard lock(mutex_);
            lines_.emplace_back(line);
          },
          [] { return Instant{1'780'000'000}; }),
      server_(open_server(std::move(options), log_)),
      thread_([this, handler = make(server_)] { finished_cleanly_ = server_.run(handler); }) {}

LiveServer::~LiveServer() {
  server_.stop();
  if (thread_.joinable()) thread_.join();
}

bool LiveServer::join() {
  thread_.join();
  return finished_cleanly_;
}

std::vector<std::string> LiveServer::log_lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  REQUIRE(socket_ >= 0);
  const timeval patience{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive_more() {
  std::array<char, 4096> chunk;
  const auto size = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (size <= 0) return false;
  received_.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

std::string RawClient::receive_answer(bool to_head) {
  std::size_t end = std::string::npos;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!receive_more()) return std::exchange(received_, {});
  }
  end += 4;
  const auto length = field_of(received_.substr(0, end), "Content-Length");
  if (!to_head && !length.empty()) end += std::stoul(length);
  while (received_.size() < end && receive_more()) continue;
  std::string answer = received_.substr(0, end);
  received_.erase(0, end);
  return answer;
}

std::string RawClient::receive_all() {
  while (receive_more()) continue;
  return std::exchange(received_, {});
}

unsigned status_of(const std::string& answer) {
  if (answer.substr(0, 9) != "HTTP/1.1 ") return 0;
  return static_cast<unsigned>(std::strtoul(answer.c_str() + 9, nullptr, 10));
}

std::string field_of(const std::string& answer, const std::string& name) {
  const auto head_end = answer.find("\r\n\r\n");
  std::size_t start = answer.find("\r\n");
  while (start < head_end) {
    start += 2;
    const auto end = answer.find("\r\n", start);
    const std::string_view line = std::string_view(answer).substr(start, end - start);
    const auto colon = line.find(':');
    if (equal_ignoring_case(line.substr(0, colon), name))
      return std::string(trim(line.substr(colon + 1)));
    start = end;
  }
  return {};
}

std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

std::string exchange(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  client.finish_sending();
  return client.receive_all();
}

}  // namespace sayso::http
