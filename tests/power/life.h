// A process that serves until its disk ends it.
#pragma once

#include "tests/power/world.h"

namespace sayso::power {

// What it gives out goes to `output`: kind (1) ‖ length (4) ‖ text. 'e' and 'r': the number of a
// phone (1) and the receipt of its enrolment or record; 'p': the public checkpoint; 'x': a refusal
// because nothing could be stored.
[[noreturn]] void live(World& world, const DiskPlan& plan, int steps, int output);

}  // namespace sayso::power
