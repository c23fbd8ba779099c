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
  SyncFails,   // EIO, and what was to be synced is given up, as the carelessness has it
  WriteFails,  // EIO
  ShortWrite,  // half of it arrives, then EIO
  DiskFull,    // ENOSPC
  ReadFails,   // EIO
};

struct DiskPlan {
  Fault fault = Fault::None;
  // Counted from 1: writes, cuts, removals and syncs; for ReadFails, reads. The first from there on
  // that the fault fits, and as many as it lasts.
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
