#include "server/system/system.h"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "shared/base/check.h"

namespace sayso::system {

Instant SystemClock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count()};
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    // Up to 256 bytes come whole, or not at all.
    const std::size_t wanted = std::min<std::size_t>(bytes.size(), 256);
    const ssize_t got = getrandom(bytes.data(), wanted, 0);
    if (got < 0 && errno == EINTR) continue;
    CHECK(got > 0);
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace sayso::system
