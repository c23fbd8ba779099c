// Slows down guessing: after a few wrong tries each further one from the same address waits longer.
// Reads no clock: every call says what time it is. Times are those of a steady clock.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

namespace sayso::http {

class Throttle {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::milliseconds;

  struct Rules {
    // Wrong tries that cost nothing: people misread letters.
    std::size_t free_tries = 5;
    Duration first_delay{1'000};
    Duration longest_delay{60'000};
    // A try that would have to wait longer than this is refused at once.
    Duration longest_wait{5'000};
    // Wrong tries are forgotten after so long without another.
    Duration memory{15 * 60'000};
    // Addresses remembered; the oldest goes first. A code has 60 bits, so that forgetting is safe.
    std::size_t addresses = 10'000;
  };

  explicit Throttle(Rules rules) : rules_(rules) {}
  Throttle() : Throttle(Rules{}) {}

  struct Slot {
    bool refused = false;
    // How long to wait before trying; when refused, after how long to come back.
    Duration wait{0};
  };
  // Takes the next place in this address's queue, so that tries side by side wait one after
  // another.
  [[nodiscard]] Slot reserve(const std::string& address, Time now);
  void report_wrong(const std::string& address, Time now);
  // Forgives one wrong try, not all: otherwise a code of one's own would clear the way for guessing
  // others.
  void report_right(const std::string& address);

 private:
  struct Record {
    std::size_t wrong = 0;
    Time last;
    Time next_free;
  };
  [[nodiscard]] Duration delay_after(std::size_t wrong) const;
  void forget(Time now);

  Rules rules_;
  std::unordered_map<std::string, Record> records_;
};

}  // namespace sayso::http
