// A tree's nodes in memory, which refuses to answer for nodes that were never appended.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <utility>
#include <vector>

#include "shared/merkle/tree.h"

namespace sayso::test {

class MemoryNodes final : public merkle::NodeReader {
 public:
  [[nodiscard]] Digest read(merkle::NodeAddress address) const override {
    const auto node = nodes_.find({address.level, address.index});
    REQUIRE(node != nodes_.end());
    return node->second;
  }

  std::vector<merkle::NewNode> append(const std::vector<Digest>& leaves) {
    const auto added = merkle::append(TreeSize(size_), leaves, *this);
    for (const auto& node : added) {
      const bool is_new =
          nodes_.emplace(std::pair(node.address.level, node.address.index), node.hash).second;
      CHECK(is_new);
    }
    size_ += leaves.size();
    return added;
  }

  [[nodiscard]] TreeSize size() const { return TreeSize(size_); }

 private:
  std::uint64_t size_ = 0;
  std::map<std::pair<int, std::uint64_t>, Digest> nodes_;
};

}  // namespace sayso::test
