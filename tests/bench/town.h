// A council for the bench: a data folder with as many entries in its log as asked for, people with
// phones that are enrolled, and a server on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/cli/content.h"
#include "server/cli/settings.h"
#include "tests/bench/answers.h"
#include "tests/bench/phone.h"
#include "tests/bench/statistics.h"
#include "tests/tools/crash/server_process.h"

namespace sayso::bench {

struct Site {
  std::string program;
  std::string www;
  std::uint16_t port = 0;
};

class Town {
 public:
  // Makes the folder; nothing runs yet.
  Town(const Site& site, std::string folder, std::size_t phones);

  // Puts entries into the log until it has so many: random leaves, as cover is, with their tiles
  // and a signed checkpoint, by the server's own log writer.
  void seed(std::uint64_t size);
  // Starts the server; the first time, the phones enrol.
  void start();
  void stop();

  // From the start of the process to its first answer.
  [[nodiscard]] double start_seconds() const { return start_seconds_; }
  [[nodiscard]] std::uint16_t port() const { return settings_.port; }
  [[nodiscard]] Phone& phone(std::size_t number) { return *phones_[number]; }
  [[nodiscard]] const app::NoticeVersion& notice() const { return content_.notices.current(); }
  [[nodiscard]] Answers& answers() { return *answers_; }

  // Of the server's process.
  [[nodiscard]] double memory_mb() const;
  [[nodiscard]] double cpu_seconds() const;
  // In the data folder.
  [[nodiscard]] double disk_mb() const;

  // Signs for these phones, on all cores, until each has so many ahead.
  void sign_ahead(std::size_t first, std::size_t count, std::size_t each);
  // Submits by these phones for that long, checks every answer, and forgets what was sent.
  struct Submitted {
    double rate = 0;
    Latencies latencies;
    // Records that shared a commit, on average.
    double batch = 0;
    // Of the server, for one record.
    double cpu_us = 0;
    std::size_t records = 0;
  };
  [[nodiscard]] Submitted submit(std::size_t first, std::size_t count,
                                 std::chrono::milliseconds window, double rate = 0);

 private:
  void invite(std::size_t phones);
  void enrol();

  Site site_;
  std::string folder_;
  cli::Settings settings_;
  cli::Content content_;
  std::unique_ptr<crash::ServerProcess> server_;
  std::vector<std::unique_ptr<Phone>> phones_;
  std::unique_ptr<Answers> answers_;
  bool enrolled_ = false;
  double start_seconds_ = 0;
};

}  // namespace sayso::bench
