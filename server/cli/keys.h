// `sayso keys`: what the keyring holds, and the rotation of its keys.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct KeysOptions {
  Settings settings;
  // "master", "wraps" or "data".
  std::string level;
  // A file with the new master key, where it is not kept among the keys.
  std::string new_master_key;
};

// 0 done; 1 it did not work, or something is left that `log fsck` tells; 2 the question was wrong.
// Names no one. Status works beside a server, a rotation does not.
[[nodiscard]] int run_keys_status(const KeysOptions& options, std::ostream& out, std::ostream& err);
[[nodiscard]] int run_keys_rotate(const KeysOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
