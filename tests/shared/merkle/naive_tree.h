// The definitions of RFC 6962 §2.1, written down as they stand there: slow, recursive, over the
// list of leaf hashes.
#pragma once

#include <vector>

#include "shared/merkle/tree.h"

namespace sayso::merkle {

using Leaves = std::vector<Digest>;

inline std::size_t naive_split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

inline Leaves slice(const Leaves& d, std::size_t from, std::size_t to) {
  return {d.begin() + static_cast<std::ptrdiff_t>(from),
          d.begin() + static_cast<std::ptrdiff_t>(to)};
}

// MTH(D[n])
inline Digest naive_root(const Leaves& d) {
  if (d.empty()) return empty_root();
  if (d.size() == 1) return d[0];
  const std::size_t k = naive_split(d.size());
  return node_hash(naive_root(slice(d, 0, k)), naive_root(slice(d, k, d.size())));
}

// PATH(m, D[n])
inline std::vector<Digest> naive_path(std::size_t m, const Leaves& d) {
  if (d.size() == 1) return {};
  const std::size_t k = naive_split(d.size());
  const Leaves left = slice(d, 0, k);
  const Leaves right = slice(d, k, d.size());
  auto path = m < k ? naive_path(m, left) : naive_path(m - k, right);
  path.push_back(naive_root(m < k ? right : left));
  return path;
}

// SUBPROOF(m, D[n], b)
inline std::vector<Digest> naive_subproof(std::size_t m, const Leaves& d, bool b) {
  if (m == d.size()) return b ? std::vector<Digest>{} : std::vector<Digest>{naive_root(d)};
  const std::size_t k = naive_split(d.size());
  const Leaves left = slice(d, 0, k);
  const Leaves right = slice(d, k, d.size());
  auto proof = m <= k ? naive_subproof(m, left, b) : naive_subproof(m - k, right, false);
  proof.push_back(naive_root(m <= k ? right : left));
  return proof;
}

// Leaf hashes of the entries 0, 1, 2, … of two bytes each.
inline Leaves some_leaves(std::size_t count) {
  Leaves leaves;
  for (std::size_t i = 0; i < count; ++i)
    leaves.push_back(
        leaf_hash(Bytes{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8)}));
  return leaves;
}

}  // namespace sayso::merkle
