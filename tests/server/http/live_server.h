// A real server on a free port, and a socket that says exactly what it is told.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/server.h"

namespace sayso::http {

class LiveServer {
 public:
  using MakeHandler = std::function<Handler(Server&)>;
  LiveServer(Options options, Handler handler);
  // For a handler that has to know the server it answers for.
  LiveServer(Options options, const MakeHandler& make);
  ~LiveServer();

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] Server& server() { return server_; }
  // What run() returned; waits for it.
  [[nodiscard]] bool join();
  [[nodiscard]] std::vector<std::string> log_lines() const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
  RequestLog log_;
  Server server_;
  bool finished_cleanly_ = false;
  std::thread thread_;
};

// Every call gives up after ten seconds.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the other side has closed.
  bool send(std::string_view bytes);
  void finish_sending();
  // One answer: its head, and as much body as it announces (none to HEAD).
  [[nodiscard]] std::string receive_answer(bool to_head = false);
  // Until the other side closes.
  [[nodiscard]] std::string receive_all();

 private:
  bool receive_more();
  int socket_;
  std::string received_;
};

[[nodiscard]] unsigned status_of(const std::string& answer);
// Of the first field of this name, any case; empty when there is none.
[[nodiscard]] std::string field_of(const std::string& answer, const std::string& name);
[[nodiscard]] std::string body_of(const std::string& answer);

// Sends and receives until the server closes.
[[nodiscard]] std::string exchange(std::uint16_t port, std::string_view bytes);

}  // namespace sayso::http
