// What this machine could do if the server cost nothing: the two things that no server can avoid,
// checking a signature and waiting for the disk.
#pragma once

#include <chrono>
#include <string>

namespace sayso::bench {

// Ed25519 verifications each second on each core while all cores verify.
[[nodiscard]] double measure_verifications(unsigned cores, std::chrono::milliseconds window);

// Commits of one small row each second, through the server's own store in a folder that is not
// there yet: one after another, each synced before the next begins.
[[nodiscard]] double measure_commits(const std::string& folder, std::chrono::milliseconds window);

}  // namespace sayso::bench
