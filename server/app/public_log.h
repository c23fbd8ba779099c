// The log as the public sees it. Safe from any thread.
#pragma once

#include <string>

#include "server/app/desk.h"

namespace sayso::app {

// The key that signs checkpoints, as a C2SP vkey.
[[nodiscard]] std::string vkey_of(const Desk& desk);

}  // namespace sayso::app
