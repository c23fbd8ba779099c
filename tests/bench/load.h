// The generator: callers on one thread, each with a connection of its own on which it waits for an
// answer before it asks again.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/phone.h"
#include "tests/bench/statistics.h"

namespace sayso::bench {

struct Answer {
  const Request* request = nullptr;
  // From when it was sent, or was due, to its last byte.
  double seconds = 0;
  std::string body;
};

struct Load {
  std::uint16_t port = 0;
  std::size_t callers = 1;
  // What this caller asks next; nothing ends the whole window, so that it has as many callers at
  // its end as at its start.
  std::function<const Request*(std::size_t caller)> next;
  std::chrono::milliseconds window{1000};
  // Requests due each second over all callers, evenly; an answer that comes late delays nothing but
  // its own caller, and that wait counts. 0: each asks again at once.
  double rate = 0;
  bool keep_bodies = true;
};

struct Measured {
  // All of them, those that came after the window's end too: each has to be looked at.
  std::vector<Answer> answers;
  // Of those within the window.
  double seconds = 0;
  std::size_t in_time = 0;

  [[nodiscard]] double rate() const { return static_cast<double>(in_time) / seconds; }
  [[nodiscard]] Latencies latencies() const;
};

// Complains about any answer that is not 2xx, and about any connection that breaks.
[[nodiscard]] Measured run_load(const Load& load);

}  // namespace sayso::bench
