// The server as a process of its own, to be killed.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace sayso::crash {

// Runs a program to its end and answers with what it wrote to standard output. Complains when it
// fails.
[[nodiscard]] std::string run_program(const std::vector<std::string>& command);

class ServerProcess {
 public:
  // The first word is the program; its standard error goes to `log_file`.
  ServerProcess(std::vector<std::string> command, const std::string& log_file);
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess();

  // Waits for its line `serving: http://localhost:PORT`. Complains when it ends before.
  [[nodiscard]] std::uint16_t wait_until_serving();
  [[nodiscard]] pid_t id() const { return process_; }
  // SIGKILL, and waits for the end.
  void kill();
  // SIGTERM, and waits. Complains unless it ends with 0.
  void stop();

 private:
  pid_t process_ = -1;
  int output_ = -1;
};

}  // namespace sayso::crash
