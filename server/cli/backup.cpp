#include "server/cli/backup.h"

#include <unistd.h>

#include <filesystem>
#include <ostream>

#include "server/app/lineage.h"
#include "server/backup/backup_file.h"
#include "server/cli/exit_code.h"
#include "server/cli/scratch_folder.h"
#include "server/keyring/master_key.h"
#include "server/storage/sqlite/copy.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"
#include "shared/crypto/wipe.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso backup: " << what << "\n";
  return code;
}

// Removes the copy that is not encrypted when its use ends.
struct PlainCopy {
  explicit PlainCopy(std::string where) : path(std::move(where)) {}
  PlainCopy(const PlainCopy&) = delete;
  PlainCopy& operator=(const PlainCopy&) = delete;
  ~PlainCopy() { (void)::unlink(path.c_str()); }
  std::string path;
};

TreeSize size_of(const std::optional<app::LogHead>& head) { return head ? head->size : TreeSize{}; }

void write_manifest(const backup::Manifest& manifest, std::ostream& out) {
  out << "created: " << encode_instant(manifest.created) << "\n"
      << "log: " << manifest.size.value() << " entries, of which " << manifest.published.value()
      << " published\n"
      << "database: " << manifest.database_bytes << " bytes, schema " << manifest.schema << "\n";
}

Expected<backup::Manifest, std::string> make_backup(const BackupOptions& options,
                                                    const crypto::SecretKey& key) {
  const PlainCopy plain(options.to + ".copy");
  const auto facts = storage::copy_database(options.settings.data, plain.path);
  if (!facts) return failure(facts.error());
  backup::Manifest manifest;
  manifest.created = system::SystemClock().now();
  manifest.size = size_of(facts->newest);
  manifest.published = size_of(facts->published);
  manifest.schema = facts->schema;
  std::error_code problem;
  manifest.database_bytes =
      static_cast<std::int64_t>(std::filesystem::file_size(plain.path, problem));
  if (problem) return failure(plain.path + ": " + problem.message());
  if (auto sealed = backup::seal_file(plain.path, options.to, manifest, key); !sealed)
    return failure(sealed.error());
  return manifest;
}

// Empty, or what is wrong.
std::string check_head(const app::Store& store, const std::optional<app::LogHead>& head,
                       TreeSize said) {
  if (size_of(head) != said) return "its log has another size than it says";
  if (!head) return {};
  const auto note = protocol::decode_note(head->checkpoint);
  const auto checkpoint = note ? protocol::decode_checkpoint(note->text)
                               : protocol::decode_checkpoint(std::string_view());
  if (!checkpoint) return "a checkpoint in it cannot be read";
  if (app::find_root(store, head->size) != checkpoint->root)
    return "its log does not add up to its checkpoint";
  return {};
}

std::string check_database(const std::string& folder, const backup::Manifest& manifest) {
  const auto store = storage::SqliteStore::open({folder});
  if (!store) return store.error().detail;
  auto wrong = check_head(**store, (*store)->log_head(), manifest.size);
  if (wrong.empty()) wrong = check_head(**store, (*store)->published_head(), manifest.published);
  return wrong;
}

}  // namespace

Expected<crypto::SecretKey, std::string> load_backup_key(const Settings& settings) {
  const keyring::MasterKeySource source{settings.backup_key, settings.backup_key_command};
  if (!source.is_elsewhere())
    return failure(
        "say with --backup-key which file holds the key that seals backups; "
        "'(umask 077; openssl rand -hex 32 > backup.key)' makes one");
  auto key = keyring::load_key_elsewhere(source, "backup");
  if (!key) return failure(key.error().detail);
  return *key;
}

int run_backup(const BackupOptions& options, std::ostream& out, std::ostream& err) {
  if (options.to.empty()) return complain(err, "say with --to where it goes", kWrongQuestion);
  if (!std::filesystem::exists(storage::database_path(options.settings.data)))
    return complain(err, options.settings.data + ": holds no database", kWrongQuestion);
  auto key = load_backup_key(options.settings);
  if (!key) return complain(err, key.error(), kWrongQuestion);
  const crypto::WipeAtExit wipe(*key);
  const auto manifest = make_backup(options, *key);
  if (!manifest) return complain(err, manifest.error(), kFailed);
  out << "backup: " << options.to << "\n";
  write_manifest(*manifest, out);
  return kDone;
}

int run_backup_verify(const BackupOptions& options, std::ostream& out, std::ostream& err) {
  auto key = load_backup_key(options.settings);
  if (!key) return complain(err, key.error(), kWrongQuestion);
  const crypto::WipeAtExit wipe(*key);
  if (!std::filesystem::exists(options.file))
    return complain(err, options.file + ": there is no such file", kWrongQuestion);
  const auto scratch = ScratchFolder::make_temporary();
  if (!scratch) return complain(err, scratch.error(), kFailed);
  const auto manifest =
      backup::open_file(options.file, storage::database_path(scratch->path()), *key);
  if (!manifest) return complain(err, manifest.error(), kFailed);
  if (const auto wrong = check_database(scratch->path(), *manifest); !wrong.empty())
    return complain(err, options.file + ": " + wrong, kFailed);
  write_manifest(*manifest, out);
  out << "in order: it opens, its database is whole, and its log adds up\n";
  return kDone;
}

}  // namespace sayso::cli
