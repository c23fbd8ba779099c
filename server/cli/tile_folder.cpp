#include "server/cli/tile_folder.h"

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "server/backup/raw_file.h"
#include "server/cli/text_file.h"
#include "shared/merkle/tiles.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMostTileBytes = 64 * 1024;

std::optional<Bytes> load(const std::string& path) {
  const auto text = load_text_file(path, kMostTileBytes);
  if (!text) return std::nullopt;
  return Bytes(text->begin(), text->end());
}

}  // namespace

std::string TileFolder::path_of(app::TileAddress address, int width) const {
  const bool is_bundle = address.level == app::kEntryBundle;
  std::string path =
      merkle::encode_tile_path({is_bundle ? 0 : address.level, address.index, width});
  if (is_bundle) path = "tile/entries" + path.substr(std::string("tile/0").size());
  return folder_ + "/" + path;
}

std::optional<Bytes> TileFolder::find_tile(app::TileAddress address, int width) const {
  if (auto full = load(path_of(address, merkle::kTileWidth))) return full;
  return load(path_of(address, width));
}

std::optional<std::string> TileFolder::find_checkpoint() const {
  auto text = load_text_file(folder_ + "/checkpoint", protocol::kMaxNoteBytes);
  if (!text) return std::nullopt;
  return std::move(*text);
}

Expected<void, std::string> TileFolder::store(const std::string& path, ByteView bytes) {
  const std::string folder = backup::folder_of(path);
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) return failure(folder + " cannot be made: " + problem.message());
  const std::string fresh = path + ".new";
  {
    const auto file = backup::RawFile::to_write(fresh);
    if (!file.is_open() || !file.write(bytes) || !file.sync())
      return failure(fresh + " cannot be written");
  }
  if (std::rename(fresh.c_str(), path.c_str()) != 0 || !backup::sync_folder(folder))
    return failure(path + " cannot be put in its place");
  return {};
}

Expected<void, std::string> TileFolder::store_tile(app::TileAddress address, int width,
                                                   ByteView bytes) const {
  auto stored = store(path_of(address, width), bytes);
  if (!stored || width < merkle::kTileWidth) return stored;
  // The partial ones are parts of it.
  std::error_code ignored;
  std::filesystem::remove_all(path_of(address, merkle::kTileWidth) + ".p", ignored);
  return {};
}

Expected<void, std::string> TileFolder::store_checkpoint(const std::string& note) const {
  return store(folder_ + "/checkpoint", as_bytes(note));
}

}  // namespace sayso::cli
