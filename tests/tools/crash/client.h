// One connection to the server: requests one after another, until it breaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::crash {

struct Answer {
  unsigned status = 0;
  std::string head;
  std::string body;
  // The session's token in its cookie; empty when it sets none.
  [[nodiscard]] std::string session() const;
};

class Client {
 public:
  explicit Client(std::uint16_t port) : port_(port) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  // Nothing when the connection broke: then nobody knows what became of it.
  [[nodiscard]] std::optional<Answer> get(std::string_view path, std::string_view session = {});
  [[nodiscard]] std::optional<Answer> post(std::string_view path, std::string_view body,
                                           std::string_view session = {});

 private:
  [[nodiscard]] std::optional<Answer> exchange(const std::string& request);
  [[nodiscard]] bool connect();
  [[nodiscard]] std::string common_fields(std::string_view session) const;

  std::uint16_t port_;
  int socket_ = -1;
};

}  // namespace sayso::crash
