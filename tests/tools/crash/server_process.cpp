#include "tests/tools/crash/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "tests/tools/crash/complaint.h"

namespace sayso::crash {
namespace {

struct Child {
  pid_t process = -1;
  int output = -1;
};

[[noreturn]] void become(std::vector<std::string> command, int output, int error) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(output, STDOUT_FILENO);
  if (error >= 0) ::dup2(error, STDERR_FILENO);
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

Child start(std::vector<std::string> command, int error) {
  std::array<int, 2> pipe_ends{};
  demand(::pipe2(pipe_ends.data(), O_CLOEXEC) == 0, "no pipe");
  const pid_t process = ::fork();
  demand(process >= 0, "no process");
  if (process == 0) become(std::move(command), pipe_ends[1], error);
  ::close(pipe_ends[1]);
  return {process, pipe_ends[0]};
}

bool read_more(int from, std::string& text) {
  std::array<char, 1024> chunk;
  const auto size = ::read(from, chunk.data(), chunk.size());
  if (size <= 0) return false;
  text.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

int wait_for_end(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string run_program(const std::vector<std::string>& command) {
  const Child child = start(command, -1);
  std::string text;
  while (read_more(child.output, text)) continue;
  ::close(child.output);
  demand(wait_for_end(child.process) == 0, command[0] + " " + command[1] + " failed");
  return text;
}

ServerProcess::ServerProcess(std::vector<std::string> command, const std::string& log_file) {
  const int log = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  demand(log >= 0, log_file + " cannot be written");
  const Child child = start(std::move(command), log);
  ::close(log);
  process_ = child.process;
  output_ = child.output;
}

ServerProcess::~ServerProcess() {
  if (process_ > 0) kill();
  ::close(output_);
}

std::uint16_t ServerProcess::wait_until_serving() {
  std::string text;
  for (;;) {
    const auto start = text.find("serving: ");
    if (start != std::string::npos && text.find('\n', start) != std::string::npos)
      return static_cast<std::uint16_t>(std::stoul(text.substr(text.rfind(':') + 1)));
    demand(read_more(output_, text), "the server ended before it served");
  }
}

void ServerProcess::kill() {
  ::kill(process_, SIGKILL);
  static_cast<void>(wait_for_end(process_));
  process_ = -1;
}

void ServerProcess::stop() {
  ::kill(process_, SIGTERM);
  const int code = wait_for_end(process_);
  process_ = -1;
  demand(code == 0, "the server did not stop as asked");
}

}  // namespace sayso::crash
