#include "server/cli/restore.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

#include "server/app/fsck_tree.h"
#include "server/backup/backup_file.h"
#include "server/backup/raw_file.h"
#include "server/cli/backup.h"
#include "server/cli/evidence.h"
#include "server/cli/exit_code.h"
#include "server/cli/keyring.h"
#include "server/cli/scratch_folder.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"
#include "shared/crypto/wipe.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;
using app::Lineage;
using app::Seen;

// In the data folder until it is done; one that was cut off is removed by the next.
constexpr const char* kDrafts = "restoring";

std::string entries(TreeSize size) { return std::to_string(size.value()) + " entries"; }

// Empty, or what is in the way.
std::string find_obstacle(const std::string& data) {
  std::error_code problem;
  if (!fs::exists(data, problem)) {
    fs::create_directory(data, problem);
    if (!problem) fs::permissions(data, fs::perms::owner_all, problem);
    return problem ? data + " cannot be made: " + problem.message() : std::string();
  }
  for (const auto& entry : fs::directory_iterator(data, problem)) {
    const auto name = entry.path().filename().string();
    // The keys may live there, and have to be there first.
    if (name != "keys" && name != kDrafts)
      return data + " holds '" + name +
             "': a backup is restored into an empty folder only. Move what is there aside, keep "
             "it, "
             "and name it with --against";
  }
  return problem ? data + ": " + problem.message() : std::string();
}

class Restoring {
 public:
  Restoring(const RestoreOptions& options, std::ostream& out, const std::string& drafts)
      : options_(options), out_(out), drafts_(drafts), folder_(drafts + "/data") {}

  // Empty when the folder can be served.
  std::string run(const crypto::SecretKey& key) {
    std::string problem = unpack(key);
    if (problem.empty()) problem = open_keys();
    if (problem.empty()) problem = check_log();
    if (problem.empty()) problem = load_all_evidence();
    if (problem.empty()) problem = compare();
    if (problem.empty()) problem = put_in_place();
    return problem;
  }

 private:
  std::string unpack(const crypto::SecretKey& key) {
    std::error_code problem;
    fs::create_directory(folder_, problem);
    if (!problem) fs::permissions(folder_, fs::perms::owner_all, problem);
    if (problem) return folder_ + " cannot be made: " + problem.message();
    auto manifest = backup::open_file(options_.file, storage::database_path(folder_), key);
    if (!manifest) return manifest.error();
    auto store = storage::SqliteStore::open({folder_});
    if (!store) return store.error().detail;
    store_ = std::move(*store);
    if (!store_->log_head()) return options_.file + " holds an empty log: begin a new data folder";
    out_ << "backup: made " << encode_instant(manifest->created) << ", " << entries(manifest->size)
         << " in the log\n";
    return {};
  }

  std::string open_keys() {
    auto keyring = open_keyring(options_.settings, random_, keyring::Start::WithData);
    if (!keyring) return keyring.error();
    keyring_ = std::move(*keyring);
    key_ = {options_.settings.log_name, keyring_.ring->log_public_key()};
    return {};
  }

  // Whether the log in the store is whole, and by this key.
  std::string check_log() {
    const app::Vault vault(*keyring_.ring, random_, 0);
    app::FsckReport report;
    app::Findings findings(report);
    app::FsckTree({*store_, vault, key_}, report, findings).check();
    if (report.findings.empty()) return {};
    const auto& first = report.findings.front();
    return "the backup's log is not in order: " + first.where + " " + first.what +
           ". Is log-name the one of this council, and are the keys its own?";
  }

  std::string load_all_evidence() {
    for (const std::string& path : options_.against) {
      const std::string scratch = drafts_ + "/seen-" + std::to_string(evidence_.size());
      std::error_code problem;
      fs::create_directory(scratch, problem);
      fs::permissions(scratch, fs::perms::owner_all, problem);
      auto evidence = load_evidence(path, key_, scratch);
      if (!evidence) return evidence.error();
      for (const Seen& seen : evidence->seen) {
        out_ << "seen: " << entries(seen.checkpoint.size) << ", in " << seen.where << "\n";
        seen_.push_back(seen);
      }
      evidence_.push_back(std::move(*evidence));
    }
    return {};
  }

  std::string compare() {
    auto answer = app::compare_log(*store_, seen_);
    if (answer.lineage == Lineage::Behind) {
      if (auto problem = complete(*answer.by); !problem.empty()) return problem;
      answer = app::compare_log(*store_, seen_);
    }
    if (answer.lineage == Lineage::Differs)
      return "REFUSED: this log has other entries than the " + entries(answer.by->checkpoint.size) +
             " in " + answer.by->where +
             ". One of the two is a fork. Keep both, and tell the data protection officer; nothing "
             "makes this backup fit to be served";
    if (answer.lineage == Lineage::Behind) return account_of(*answer.by);
    if (!app::keep_published(*store_, seen_)) return folder_ + " cannot be written";
    return {};
  }

  std::string account_of(const Seen& seen) const {
    return "REFUSED: the backup's log has " + entries(store_->log_head()->size) + ", and " +
           entries(seen.checkpoint.size) + " were seen, in " + seen.where +
           ". To go on from the backup would fork the log";
  }

  // Nothing when the log now has all that was seen.
  std::string complete(const Seen& newest) {
    const app::LogCopy* copy = nullptr;
    for (const Evidence& evidence : evidence_) {
      for (const Seen& seen : evidence.seen) {
        if (evidence.copy && seen.checkpoint.size == newest.checkpoint.size)
          copy = evidence.copy.get();
      }
    }
    if (copy == nullptr)
      return account_of(newest) +
             ". Look for a newer backup, or for a copy of the log that reaches as far (sayso log "
             "copy, a follower's, the old data folder), and name it with --against";
    if (!options_.complete)
      return account_of(newest) +
             ". The missing entries are in a copy that was named: with --complete they are put "
             "back into the log as they were, and the log goes on. What people entered since the "
             "backup stays lost to the council: it can be opened by their receipts alone";
    const TreeSize had = store_->log_head()->size;
    const auto done = app::complete_log(*store_, *copy, newest);
    if (!done) return account_of(newest) + why_not(done.error());
    out_ << "completed: entries " << had.value() << " to " << newest.checkpoint.size.value() - 1
         << " are back in the log; what people wrote in them is not\n";
    return check_log();
  }

  static std::string why_not(app::CompletionFault fault) {
    switch (fault) {
      case app::CompletionFault::Incomplete:
        return ". The copy lacks some of the missing entries";
      case app::CompletionFault::Differs:
        return ". The copy holds other entries than the backup, or than its own checkpoint is of: "
               "one of them is a fork";
      case app::CompletionFault::Unavailable:
        break;
    }
    return ". The entries cannot be written";
  }

  std::string put_in_place() {
    evidence_.clear();
    // Folds the write-ahead log into the file.
    store_.reset();
    const std::string from = storage::database_path(folder_);
    const std::string to = storage::database_path(options_.settings.data);
    std::error_code problem;
    if (fs::exists(from + "-wal", problem)) return from + " cannot be closed";
    {
      const auto file = backup::RawFile::to_read(from);
      if (!file.is_open() || !file.sync()) return from + " cannot be synced";
    }
    if (std::rename(from.c_str(), to.c_str()) != 0)
      return to + " cannot be put in its place: " + std::strerror(errno);
    if (!backup::sync_folder(options_.settings.data))
      return options_.settings.data + " cannot be synced";
    return {};
  }

  const RestoreOptions& options_;
  std::ostream& out_;
  std::string drafts_;
  std::string folder_;
  system::SystemRandom random_;
  std::unique_ptr<storage::SqliteStore> store_;
  OpenedKeyring keyring_;
  protocol::VerifierKey key_;
  std::vector<Evidence> evidence_;
  std::vector<Seen> seen_;
};

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso restore: " << what << "\n";
  return code;
}

}  // namespace

int run_restore(const RestoreOptions& options, std::ostream& out, std::ostream& err) {
  if (options.against.empty())
    return complain(err,
                    "say with --against where the newest checkpoint is that anybody has seen: the "
                    "old data folder, a copy of the log, a witness's folder, a checkpoint or a "
                    "receipt. Without one nobody can tell whether this backup would fork the log",
                    kWrongQuestion);
  auto key = load_backup_key(options.settings);
  if (!key) return complain(err, key.error(), kWrongQuestion);
  const crypto::WipeAtExit wipe(*key);
  if (const auto obstacle = find_obstacle(options.settings.data); !obstacle.empty())
    return complain(err, obstacle, kFailed);
  const auto drafts = ScratchFolder::make(options.settings.data + "/" + kDrafts);
  if (!drafts) return complain(err, drafts.error(), kFailed);
  const auto problem = Restoring(options, out, drafts->path()).run(*key);
  if (!problem.empty()) return complain(err, problem, kFailed);
  out << "restored: " << options.settings.data
      << "\nNow check it: sayso log fsck. Then back the keys folder up again, and serve.\n";
  return kDone;
}

}  // namespace sayso::cli
