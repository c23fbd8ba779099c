// The inclusion vectors of transparency-dev/merkle: proofs that hold, and the many ways in which
// they are spoiled.
#include <doctest/doctest.h>

#include <filesystem>

#include "shared/encoding/base64.h"
#include "shared/merkle/tree.h"
#include "tests/support/hex.h"
#include "tests/support/vectors.h"

namespace sayso::merkle {
namespace {

// A hash of another length fits no Digest: it is refused where it is read.
std::optional<Digest> digest_from(const nlohmann::json& text) {
  const auto bytes = encoding::decode_base64(text.get<std::string>());
  REQUIRE(bytes.has_value());
  if (bytes->size() != Digest().size()) return std::nullopt;
  return test::array_from<32>(*bytes);
}

bool is_accepted(const nlohmann::json& vector) {
  std::vector<Digest> proof;
  // Written as null where there is none.
  if (vector["proof"].is_array()) {
    for (const auto& text : vector["proof"]) {
      const auto hash = digest_from(text);
      if (!hash) return false;
      proof.push_back(*hash);
    }
  }
  const auto leaf = digest_from(vector["leafHash"]);
  const auto root = digest_from(vector["root"]);
  if (!leaf || !root) return false;
  return verify_inclusion(EntryIndex(vector["leafIdx"].get<std::uint64_t>()),
                          TreeSize(vector["treeSize"].get<std::uint64_t>()), *leaf, proof, *root)
      .has_value();
}

TEST_CASE("every verdict of the inclusion vectors is reached" *
          test::needs_vectors("merkle-inclusion")) {
  const std::filesystem::path folder =
      std::filesystem::path(SAYSO_VECTORS_DIR) / "merkle-inclusion";
  int vectors = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".json") continue;
    const auto name = std::filesystem::relative(file.path(), SAYSO_VECTORS_DIR).string();
    CAPTURE(name);
    const auto vector = test::read_vectors(name);
    CHECK(is_accepted(vector) == !vector["wantErr"].get<bool>());
    ++vectors;
  }
  CHECK(vectors == 98);
}

}  // namespace
}  // namespace sayso::merkle
