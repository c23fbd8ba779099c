// `sayso backup`: one encrypted file of everything in the data folder, made while the server runs;
// and `sayso backup verify`.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"
#include "shared/base/expected.h"
#include "shared/crypto/derive.h"

namespace sayso::cli {

struct BackupOptions {
  Settings settings;
  // Where the backup goes.
  std::string to;
  // The backup to verify.
  std::string file;
};

// 0: `out` says what the backup holds. 1: `err` says why there is none. 2: the question was wrong.
[[nodiscard]] int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& err);
// 0: it opens, its database is whole, and its log adds up. 1: not so. 2: no key, or no such file.
[[nodiscard]] int run_backup_verify(const BackupOptions& options, std::ostream& out,
                                    std::ostream& err);

// The error is a sentence.
[[nodiscard]] Expected<crypto::SecretKey, std::string> load_backup_key(const Settings& settings);

}  // namespace sayso::cli
