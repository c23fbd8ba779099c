// The server: accepts connections and takes each request to the handler. One thread runs it;
// handlers reply from any.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/http/message.h"
#include "server/http/options.h"
#include "server/http/request_log.h"
#include "shared/base/expected.h"

namespace sayso::http {

class Server {
 public:
  // Binds and listens, and reads the certificate. The error is a sentence for whoever starts the
  // server. The log outlives the server.
  [[nodiscard]] static Expected<Server, std::string> open(Options options, RequestLog& log);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  // Every reply that was promised must have been made, or never be made, before this.
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] bool is_secure() const;

  // Serves until stop(), then lets what is going on finish within the deadline. False when that ran
  // out.
  bool run(Handler handler);

  // Stops accepting, lets go of idle connections. Safe from any thread and more than once.
  void stop();
  // SIGTERM and SIGINT mean stop(). Call before run().
  void stop_on_signals();
  // Turns true when stopping has begun; safe from any thread.
  [[nodiscard]] bool is_stopping() const;

  // Calls `work` on the server's thread after `delay`; dropped when the server has ended by then.
  // Safe from any thread.
  void after(std::chrono::milliseconds delay, std::function<void()> work);

 private:
  class State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso::http
