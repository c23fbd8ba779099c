// Everything that the store says about the log, checked against everything else: what `sayso log
// fsck` does.
//
// Changes nothing. May run beside a server: what it enters meanwhile is not looked at. A finding
// names places and never people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/app/vault.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {

struct FsckFinding {
  // "tile 0/3", "entry 17", "published checkpoint".
  std::string where;
  // What is wrong, as the end of a sentence that begins with where.
  std::string what;
};

struct FsckReport {
  std::uint64_t size = 0;
  std::uint64_t published = 0;
  std::uint64_t tiles = 0;
  std::uint64_t entries = 0;
  // The council's own.
  std::uint64_t statements = 0;
  std::uint64_t people = 0;
  // Rows whose key was destroyed, with a certificate that says so.
  std::uint64_t destroyed = 0;
  std::vector<FsckFinding> findings;
  // All of them, also those past the first kMaxFindings.
  std::uint64_t found = 0;
};

inline constexpr std::size_t kMaxFindings = 1000;

struct FsckScope {
  const Store& store;
  const Vault& vault;
  protocol::VerifierKey log_key;
};

[[nodiscard]] FsckReport check_everything(const FsckScope& scope);

}  // namespace sayso::app
