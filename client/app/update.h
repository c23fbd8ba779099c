// `update` takes the client from one state to the next. Pure: the same state, action and moment
// always give the same state and effects.
#pragma once

#include "client/app/action.h"
#include "client/app/effect.h"
#include "client/app/state.h"

namespace sayso::client {

[[nodiscard]] Effects update(State& state, const Action& action, const Moment& moment);

}  // namespace sayso::client
