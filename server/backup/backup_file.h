// A backup's file: a manifest and a database, encrypted in frames and authenticated as a whole
// (docs/formats/backup.md).
//
// Errors are sentences for whoever operates the server.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/crypto/derive.h"

namespace sayso::backup {

// What the file says of itself, under the same seal as the rest.
struct Manifest {
  Instant created;
  // Of the log: what the backup holds, and what of it the public had been shown. 0: nothing.
  TreeSize size;
  TreeSize published;
  std::int64_t schema = 0;
  std::int64_t database_bytes = 0;
};

// Seals the file `from` behind the manifest. `to` appears whole and synced, or not at all; one that
// is there already is replaced.
[[nodiscard]] Expected<void, std::string> seal_file(const std::string& from, const std::string& to,
                                                    const Manifest& manifest,
                                                    const crypto::SecretKey& key);

// Writes the database to `to`, a file made for its owner alone, and syncs it. Refuses a file that
// is cut short, longer, or changed in any bit; what `to` then holds is of no use.
[[nodiscard]] Expected<Manifest, std::string> open_file(const std::string& from,
                                                        const std::string& to,
                                                        const crypto::SecretKey& key);

}  // namespace sayso::backup
