// The machine's clock and randomness. Safe from any thread.
#pragma once

#include "server/app/ports.h"

namespace sayso::system {

class SystemClock final : public app::Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

class SystemRandom final : public app::Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace sayso::system
