// The log's tree as the store holds it. Safe from any thread.
#pragma once

#include "server/app/ports.h"
#include "shared/base/check.h"
#include "shared/merkle/tiles.h"

namespace sayso::app {

// Precondition of every read: the store holds that many entries.
class StoredTree final : public merkle::NodeReader, private merkle::TileReader {
 public:
  explicit StoredTree(const Store& store) : store_(store) {}

  [[nodiscard]] Digest read(merkle::NodeAddress address) const override {
    return merkle::TiledNodes(*this).read(address);
  }

 private:
  [[nodiscard]] Bytes read(merkle::TileAddress tile) const override {
    auto bytes = store_.find_tile({tile.level, tile.index});
    CHECK(bytes.has_value());
    return std::move(*bytes);
  }

  const Store& store_;
};

}  // namespace sayso::app
