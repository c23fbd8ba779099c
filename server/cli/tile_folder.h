// A copy of the public log as a folder of files, named as C2SP tlog-tiles names them: `checkpoint`,
// `tile/0/000`, `tile/entries/000.p/5`. What `sayso log copy` writes, and any follower of the log
// may have.
#pragma once

#include <optional>
#include <string>

#include "server/app/lineage.h"
#include "shared/base/expected.h"

namespace sayso::cli {

class TileFolder final : public app::LogCopy {
 public:
  explicit TileFolder(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<Bytes> find_tile(app::TileAddress address, int width) const override;
  // The signed note; nothing where there is none.
  [[nodiscard]] std::optional<std::string> find_checkpoint() const;

  // Each appears whole or not at all. The error is a sentence.
  [[nodiscard]] Expected<void, std::string> store_tile(app::TileAddress address, int width,
                                                       ByteView bytes) const;
  [[nodiscard]] Expected<void, std::string> store_checkpoint(const std::string& note) const;

 private:
  [[nodiscard]] std::string path_of(app::TileAddress address, int width) const;
  [[nodiscard]] static Expected<void, std::string> store(const std::string& path, ByteView bytes);

  std::string folder_;
};

}  // namespace sayso::cli
