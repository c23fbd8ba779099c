// What is on screen: the state's document. Pure.
#pragma once

#include "client/app/state.h"
#include "shared/base/instant.h"
#include "shared/document/node.h"

namespace sayso::client {

[[nodiscard]] document::Document view(const State& state, Instant now);

}  // namespace sayso::client
