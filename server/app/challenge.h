// Challenges for signing in: bound to a key and a time, remembered nowhere until they are spent.
// Safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/desk.h"

namespace sayso::app {

struct Challenge {
  std::string text;
  Instant expires;
};

// For this key (Multikey), known or not.
[[nodiscard]] Challenge make_challenge(const Desk& desk, std::string_view multikey, Instant now);

// When the challenge ends, if this council made it for this key and it has not ended.
[[nodiscard]] std::optional<Instant> check_challenge(const Desk& desk, std::string_view challenge,
                                                     std::string_view multikey, Instant now);

}  // namespace sayso::app
