#include "server/cli/evidence.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "server/cli/text_file.h"
#include "server/cli/tile_folder.h"
#include "server/storage/sqlite/copy.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "shared/protocol/receipt.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;
using Loaded = Expected<Evidence, std::string>;

// The entries of a data folder that is no longer in service.
class StoreCopy final : public app::LogCopy {
 public:
  explicit StoreCopy(std::unique_ptr<storage::SqliteStore> store) : store_(std::move(store)) {}
  [[nodiscard]] std::optional<Bytes> find_tile(app::TileAddress address, int) const override {
    return store_->find_tile(address);
  }

 private:
  std::unique_ptr<storage::SqliteStore> store_;
};

Expected<app::Seen, std::string> read_note(const std::string& note, const std::string& where,
                                           const protocol::VerifierKey& key) {
  auto checkpoint = protocol::verify_checkpoint(note, key);
  if (checkpoint) return app::Seen{std::move(*checkpoint), note, where, true};
  const bool is_other = checkpoint.error() == protocol::CheckpointFault::WrongOrigin ||
                        checkpoint.error() == protocol::CheckpointFault::UnknownKey;
  return failure(where + (is_other ? " is of another log, or by another key"
                                   : " is no checkpoint that the log's key signed"));
}

Loaded load_one(const std::string& path, const protocol::VerifierKey& key) {
  const auto text = load_text_file(path, protocol::kMaxReceiptBytes);
  if (!text) return failure(text.error());
  std::string note = *text;
  bool is_public = true;
  if (const auto receipt = protocol::read_receipt(*text)) {
    note = receipt->checkpoint;
    is_public = false;
  }
  auto seen = read_note(note, path, key);
  if (!seen) return failure(seen.error());
  seen->is_public = is_public;
  Evidence evidence;
  evidence.seen.push_back(std::move(*seen));
  return evidence;
}

Loaded load_data_folder(const std::string& path, const protocol::VerifierKey& key,
                        const std::string& scratch) {
  const auto copied = storage::copy_database(path, storage::database_path(scratch));
  if (!copied)
    return failure(copied.error() + ". Its log cannot be compared: name a checkpoint instead");
  auto store = storage::SqliteStore::open({scratch});
  if (!store) return failure(path + ": " + store.error().detail);
  Evidence evidence;
  for (const auto& [head, is_public] :
       {std::pair((*store)->log_head(), false), std::pair((*store)->published_head(), true)}) {
    if (!head) continue;
    auto seen = read_note(head->checkpoint, path, key);
    if (!seen) return failure(seen.error());
    seen->is_public = is_public;
    evidence.seen.push_back(std::move(*seen));
  }
  if (evidence.seen.empty()) return failure(path + ": its log is empty");
  evidence.copy = std::make_unique<StoreCopy>(std::move(*store));
  return evidence;
}

// One file for each log that the witness knows; ours is among them.
Loaded load_witness_folder(const std::string& path, const protocol::VerifierKey& key) {
  Evidence evidence;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(path, problem)) {
    if (entry.path().extension() != ".checkpoint") continue;
    if (auto one = load_one(entry.path().string(), key))
      evidence.seen.push_back(std::move(one->seen.front()));
  }
  if (evidence.seen.empty()) return failure(path + ": holds no checkpoint by the log's key");
  return evidence;
}

Loaded load_tile_folder(const std::string& path, const protocol::VerifierKey& key) {
  auto evidence = load_one(path + "/checkpoint", key);
  if (evidence) evidence->copy = std::make_unique<TileFolder>(path);
  return evidence;
}

}  // namespace

Loaded load_evidence(const std::string& path, const protocol::VerifierKey& key,
                     const std::string& scratch) {
  std::error_code problem;
  if (!fs::is_directory(path, problem)) return load_one(path, key);
  if (fs::exists(storage::database_path(path), problem))
    return load_data_folder(path, key, scratch);
  if (fs::exists(path + "/checkpoint", problem)) return load_tile_folder(path, key);
  return load_witness_folder(path, key);
}

}  // namespace sayso::cli
