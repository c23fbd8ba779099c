#include "tests/tools/crash/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace sayso::crash {
namespace {

constexpr std::string_view kCookie = "__Host-sayso=";

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_more(int from, std::string& text) {
  std::array<char, 16 * 1024> chunk;
  const auto size = ::recv(from, chunk.data(), chunk.size(), 0);
  if (size <= 0) return false;
  text.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

std::size_t content_length(const std::string& head) {
  const auto at = head.find("Content-Length: ");
  return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
}

}  // namespace

std::string Answer::session() const {
  const auto at = head.find(kCookie);
  if (at == std::string::npos) return {};
  const auto start = at + kCookie.size();
  return head.substr(start, head.find(';', start) - start);
}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

bool Client::connect() {
  if (socket_ >= 0) return true;
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

std::string Client::common_fields(std::string_view session) const {
  std::string fields = "Host: localhost:" + std::to_string(port_) + "\r\n";
  if (!session.empty()) fields += "Cookie: " + std::string(kCookie) + std::string(session) + "\r\n";
  return fields;
}

std::optional<Answer> Client::get(std::string_view path, std::string_view session) {
  return exchange("GET " + std::string(path) + " HTTP/1.1\r\n" + common_fields(session) + "\r\n");
}

std::optional<Answer> Client::post(std::string_view path, std::string_view body,
                                   std::string_view session) {
  return exchange("POST " + std::string(path) + " HTTP/1.1\r\n" + common_fields(session) +
                  "Content-Type: application/json\r\nSayso-Client: 1\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
}

std::optional<Answer> Client::exchange(const std::string& request) {
  if (!connect() || !send_all(socket_, request)) return std::nullopt;
  std::string text;
  std::size_t end = std::string::npos;
  while ((end = text.find("\r\n\r\n")) == std::string::npos) {
    if (!receive_more(socket_, text)) return std::nullopt;
  }
  Answer answer;
  answer.head = text.substr(0, end + 2);
  answer.status = static_cast<unsigned>(std::strtoul(text.c_str() + 9, nullptr, 10));
  const std::size_t whole = end + 4 + content_length(answer.head);
  while (text.size() < whole) {
    if (!receive_more(socket_, text)) return std::nullopt;
  }
  answer.body = text.substr(end + 4);
  return answer;
}

}  // namespace sayso::crash
