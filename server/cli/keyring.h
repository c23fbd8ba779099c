// The keyring that the settings name, opened.
#pragma once

#include <memory>
#include <string>

#include "server/app/key_owners.h"
#include "server/app/ports.h"
#include "server/cli/settings.h"
#include "server/keyring/file_key_shelf.h"
#include "server/keyring/layered_keyring.h"
#include "server/keyring/master_key.h"
#include "server/keyring/sealed_key.h"
#include "shared/base/expected.h"

namespace sayso::cli {

struct OpenedKeyring {
  // Outlives the ring.
  std::unique_ptr<keyring::FileKeyShelf> shelf;
  std::unique_ptr<keyring::LayeredKeyring> ring;
};

[[nodiscard]] std::string keyring_folder(const Settings& settings);
[[nodiscard]] keyring::MasterKeySource master_key_source(const Settings& settings);

// The error is a sentence for whoever operates the server. `random` outlives what is returned.
[[nodiscard]] Expected<OpenedKeyring, std::string> open_keyring(
    const Settings& settings, app::Random& random, keyring::Start start,
    keyring::ShelfUse use = keyring::ShelfUse::Shared);

// For whoever operates the server. Precondition: some are missing.
[[nodiscard]] std::string describe_missing(const app::OwnerCount& missing);

}  // namespace sayso::cli
