// The disk that SQLite sees: the real one, until the operation that a plan names.
//
// For one process and as long as it lives: a process installs it once, and never goes back.
#pragma once

#include <cstdint>

#include "tests/power/disk_image.h"

namespace sayso::power {

enum class Fault {
  None,
  PowerLoss,   // the process ends, and so does what was not synced, as the carelessness has it
  Killed,      // the process ends; the machine goes on, and writes what it was given
  SyncFails,   // EIO, once: the next one says that all is well
  WriteFails,  // EIO, once
  ShortWrite,  // part of it arrives, then EIO
  DiskFull,    // ENOSPC, for as many operations as the plan says
  ReadFails,   // EIO, once
};

struct DiskPlan {
  Fault fault = Fault::None;
  // Counted from 1: writes, cuts, removals and syncs; for ReadFails, reads.
  std::uint64_t at = 0;
  std::uint64_t lasts = 1;
  std::uint64_t seed = 0;
  Carelessness care;
};

// What a process exits with when its plan ends it.
inline constexpr int kPowerLost = 42;
inline constexpr int kWasKilled = 43;

void install_disk(const DiskPlan& plan);
// How many operations there have been.
[[nodiscard]] std::uint64_t operations();

}  // namespace sayso::power
