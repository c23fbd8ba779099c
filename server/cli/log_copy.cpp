#include "server/cli/log_copy.h"

#include <filesystem>
#include <ostream>

#include "server/cli/exit_code.h"
#include "server/cli/tile_folder.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "shared/merkle/tiles.h"
#include "shared/protocol/checkpoint.h"

namespace sayso::cli {
namespace {

using Done = Expected<void, std::string>;

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso log copy: " << what << "\n";
  return code;
}

// The size of what is in the copy, after holding it against the store.
Expected<TreeSize, std::string> size_of_copy(const TileFolder& copy, const app::Store& store) {
  const auto text = copy.find_checkpoint();
  if (!text) return TreeSize{};
  const auto note = protocol::decode_note(*text);
  if (!note) return failure(std::string("the copy's checkpoint cannot be read"));
  const auto checkpoint = protocol::decode_checkpoint(note->text);
  if (!checkpoint) return failure(std::string("the copy's checkpoint cannot be read"));
  const auto root = app::find_root(store, checkpoint->size);
  const std::string entries = std::to_string(checkpoint->size.value()) + " entries";
  if (!root) return failure("the copy has " + entries + ", and this log has fewer: keep the copy");
  if (*root != checkpoint->root)
    return failure("FORK: the copy has " + entries + " that this log never had: keep the copy");
  return checkpoint->size;
}

Done copy_tile(const TileFolder& copy, const app::Store& store, app::TileAddress address, int width,
               std::size_t unit_bytes) {
  auto bytes = store.find_tile(address);
  const std::size_t wanted = unit_bytes * static_cast<std::size_t>(width);
  if (!bytes || bytes->size() < wanted)
    return failure(std::string("the store lacks a tile: see 'sayso log fsck'"));
  return copy.store_tile(address, width, ByteView(*bytes).first(wanted));
}

Done copy_tiles(const TileFolder& copy, const app::Store& store, TreeSize from, TreeSize to) {
  for (const merkle::TileAddress& tile : merkle::new_tiles(from, to)) {
    auto done = copy_tile(copy, store, {tile.level, tile.index}, tile.width, 32);
    if (done && tile.level == 0)
      done = copy_tile(copy, store, {app::kEntryBundle, tile.index}, tile.width, 34);
    if (!done) return done;
  }
  return {};
}

}  // namespace

int run_log_copy(const Settings& settings, const std::string& to, std::ostream& out,
                 std::ostream& err) {
  if (!std::filesystem::exists(storage::database_path(settings.data)))
    return complain(err, settings.data + ": holds no database", kWrongQuestion);
  const auto store = storage::SqliteStore::open({settings.data, storage::Opener::Tool});
  if (!store) return complain(err, store.error().detail, kWrongQuestion);
  const auto head = (*store)->published_head();
  if (!head) return complain(err, "nothing has been published yet", kWrongQuestion);
  const TileFolder copy(to);
  const auto from = size_of_copy(copy, **store);
  if (!from) return complain(err, from.error(), kFailed);
  if (head->size < *from)
    return complain(err, "the copy has more than was published: keep the copy", kFailed);
  if (auto copied = copy_tiles(copy, **store, *from, head->size); !copied)
    return complain(err, copied.error(), kFailed);
  // Last: until then the copy is the older one, and complete.
  if (auto stored = copy.store_checkpoint(head->checkpoint); !stored)
    return complain(err, stored.error(), kFailed);
  out << "log: " << head->size.value() << " entries, of which "
      << head->size.value() - from->value() << " new\n";
  return kDone;
}

}  // namespace sayso::cli
