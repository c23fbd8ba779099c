// Where the master key comes from, and its rotation. Never from an environment variable: those are
// inherited, listed and logged.
#pragma once

#include <cstddef>
#include <string>

#include "server/keyring/layered_keyring.h"

namespace sayso::keyring {

// At most one is given. Neither: the key is kept on the shelf, and made there at the first start.
struct MasterKeySource {
  // A file that only its owner can read, or `credential:NAME`: what systemd lays into
  // $CREDENTIALS_DIRECTORY for this service alone.
  std::string file;
  // A program with its arguments, parted by blanks and run without a shell, that prints the key.
  std::string command;
  [[nodiscard]] bool is_elsewhere() const { return !file.empty() || !command.empty(); }
};

[[nodiscard]] Expected<crypto::SecretKey, KeyringProblem> load_master_key(
    const MasterKeySource& source, KeyShelf& shelf, app::Random& random, Start start);

// A key that is not kept on the shelf: the master key, or the one that seals backups. `what` is its
// name in a sentence ("master"). Precondition: the source is elsewhere.
[[nodiscard]] Expected<crypto::SecretKey, KeyringProblem> load_key_elsewhere(
    const MasterKeySource& source, const std::string& what);

// Seals every key on the shelf for the new master key. Run again after it was cut off, with the
// same two keys, it does what is left. Answers with how many keys it sealed. The shelf is had
// alone.
[[nodiscard]] Expected<std::size_t, KeyringProblem> rotate_master_key(
    KeyShelf& shelf, const crypto::SecretKey& old_key, const crypto::SecretKey& new_key,
    app::Random& random);

// For a master key on the shelf: draws its successor, or finds the one that a cut off rotation
// drew; and at the end puts it in its place.
[[nodiscard]] Expected<crypto::SecretKey, KeyringProblem> begin_master_on_shelf(
    KeyShelf& shelf, app::Random& random);
void finish_master_on_shelf(KeyShelf& shelf);

}  // namespace sayso::keyring
