#include "server/cli/keyring.h"

#include <utility>

#include "shared/crypto/wipe.h"

namespace sayso::cli {

std::string keyring_folder(const Settings& settings) {
  return settings.keys.empty() ? settings.data + "/keys" : settings.keys;
}

keyring::MasterKeySource master_key_source(const Settings& settings) {
  return {settings.master_key, settings.master_key_command};
}

Expected<OpenedKeyring, std::string> open_keyring(const Settings& settings, app::Random& random,
                                                  keyring::Start start, keyring::ShelfUse use) {
  OpenedKeyring opened;
  auto shelf = keyring::FileKeyShelf::open(keyring_folder(settings), use);
  if (!shelf) return failure(shelf.error().detail);
  opened.shelf = std::move(*shelf);
  auto master = keyring::load_master_key(master_key_source(settings), *opened.shelf, random, start);
  if (!master) return failure(master.error().detail);
  auto ring = keyring::LayeredKeyring::open(*opened.shelf, *master, random, start);
  crypto::wipe(*master);
  if (!ring) return failure(ring.error().detail);
  opened.ring = std::move(*ring);
  return opened;
}

std::string describe_missing(const app::OwnerCount& missing) {
  return "the keys of " + std::to_string(missing.people) + " people and " +
         std::to_string(missing.months) +
         " months are missing from the keyring, and there is data under them: restore the keyring "
         "folder from its own backup";
}

}  // namespace sayso::cli
