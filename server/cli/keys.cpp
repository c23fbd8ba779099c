#include "server/cli/keys.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "server/app/key_care.h"
#include "server/app/key_owners.h"
#include "server/cli/exit_code.h"
#include "server/cli/keyring.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"
#include "shared/crypto/wipe.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {
namespace {

using keyring::ShelfUse;
using keyring::Start;

int complain(std::ostream& err, const std::string& what, int code = kFailed) {
  err << "sayso keys: " << what << "\n";
  return code;
}

std::string origin_of_master(const Settings& settings) {
  if (!settings.master_key_command.empty()) return "printed by a command";
  return settings.master_key.empty() ? "among the keys" : "from " + settings.master_key;
}

int report(const app::CareCount& count, std::ostream& out, std::ostream& err) {
  out << "data keys: " << count.data_keys << " rotated, " << count.destroyed
      << " destroyed before\n";
  if (count.rows > 0) out << "rows: " << count.rows << " sealed again\n";
  if (count.tampered == 0) return kDone;
  return complain(err, std::to_string(count.tampered) +
                           " data keys do not open as they should: the old keys are kept. "
                           "Run 'sayso log fsck', then this again");
}

int rotate_in_store(const KeysOptions& options, std::ostream& out, std::ostream& err) {
  // As a server: while it goes on, none can start.
  auto store = storage::SqliteStore::open({options.settings.data, storage::Opener::Server});
  if (!store) return complain(err, store.error().detail);
  system::SystemRandom random;
  const auto start = options.level == "wraps" ? Start::Unfinished : Start::WithData;
  const auto opened = open_keyring(options.settings, random, start, ShelfUse::Alone);
  if (!opened) return complain(err, opened.error());
  const auto count = options.level == "wraps"
                         ? app::rotate_wraps(**store, *opened->ring, random)
                         : app::rotate_data_keys(**store, *opened->ring, random);
  if (!count) return complain(err, "nothing could be stored: is the disk full? Run this again");
  return report(*count, out, err);
}

int rotate_master(const KeysOptions& options, std::ostream& out, std::ostream& err) {
  const auto source = master_key_source(options.settings);
  if (source.is_elsewhere() == options.new_master_key.empty())
    return complain(err,
                    source.is_elsewhere()
                        ? "the master key is not kept among the keys: --new-master-key has to say "
                          "where the new one is"
                        : "the master key is kept among the keys, so the new one is made there",
                    kWrongQuestion);
  auto shelf = keyring::FileKeyShelf::open(keyring_folder(options.settings), ShelfUse::Alone);
  if (!shelf) return complain(err, shelf.error().detail);
  for (const std::string& name : (*shelf)->names()) {
    if (keyring::is_next_name(name) && name != keyring::next_name("master"))
      return complain(err, "a rotation of wraps was cut off: run 'sayso keys rotate wraps' first");
  }
  system::SystemRandom random;
  auto old_key = keyring::load_master_key(source, **shelf, random, Start::WithData);
  if (!old_key) return complain(err, old_key.error().detail);
  auto new_key = source.is_elsewhere() ? keyring::load_master_key({options.new_master_key, ""},
                                                                  **shelf, random, Start::WithData)
                                       : keyring::begin_master_on_shelf(**shelf, random);
  if (!new_key) return complain(err, new_key.error().detail);
  const auto count = keyring::rotate_master_key(**shelf, *old_key, *new_key, random);
  crypto::wipe(*old_key);
  crypto::wipe(*new_key);
  if (!count) return complain(err, count.error().detail);
  if (!source.is_elsewhere()) keyring::finish_master_on_shelf(**shelf);
  out << "keys: " << *count << " sealed under the new master key\n";
  if (source.is_elsewhere()) out << "now let master-key or its command give the new one\n";
  return kDone;
}

}  // namespace

int run_keys_status(const KeysOptions& options, std::ostream& out, std::ostream& err) {
  system::SystemRandom random;
  const auto opened = open_keyring(options.settings, random, Start::WithData);
  if (!opened) return complain(err, opened.error());
  const auto store = storage::SqliteStore::open({options.settings.data, storage::Opener::Tool});
  if (!store) return complain(err, store.error().detail);
  const app::Vault vault(*opened->ring, random, 0);
  const auto owners = app::count_owners(**store, vault, *opened->ring);
  const keyring::LayeredKeyring& ring = *opened->ring;
  auto months = ring.months();
  std::sort(months.begin(), months.end());
  out << "master key: " << origin_of_master(options.settings) << "\n"
      << "people: " << ring.people() << "\n"
      << "months: " << months.size();
  if (!months.empty())
    out << ", from " << app::month_text(months.front()) << " to " << app::month_text(months.back());
  out << "\nlog key: " << protocol::encode_vkey({options.settings.log_name, ring.log_public_key()})
      << "\ndestroyed: " << owners.destroyed.people << " people, " << owners.destroyed.months
      << " months\n";
  if (!owners.missing.any()) return kDone;
  return complain(err, describe_missing(owners.missing));
}

int run_keys_rotate(const KeysOptions& options, std::ostream& out, std::ostream& err) {
  if (options.level == "master") return rotate_master(options, out, err);
  if (options.level == "wraps" || options.level == "data")
    return rotate_in_store(options, out, err);
  return complain(err, "what is rotated is 'master', 'wraps' or 'data'", kWrongQuestion);
}

}  // namespace sayso::cli
