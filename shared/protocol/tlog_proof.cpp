// c2sp.org/tlog-proof@v1
// extra base64                may be missing
// index decimal
// base64 of a hash            any number of lines
// (empty line)
// the checkpoint, verbatim
#include "shared/protocol/tlog_proof.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/decimal.h"
#include "shared/protocol/lines.h"

namespace sayso::protocol {
namespace {

constexpr std::string_view kHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";

bool starts_with(std::string_view line, std::string_view start) {
  return line.substr(0, start.size()) == start;
}

bool is_checkpoint_note(std::string_view text) {
  const auto note = decode_note(text);
  return note && decode_checkpoint(note->text).has_value();
}

bool read_extra(std::string_view line, TlogProof& proof) {
  proof.extra = encoding::decode_base64(line.substr(kExtra.size()));
  return proof.extra && proof.extra->size() <= kMaxExtraBytes;
}

bool read_index(std::string_view line, TlogProof& proof) {
  if (!starts_with(line, kIndex)) return false;
  const auto index = decode_decimal(line.substr(kIndex.size()));
  if (index) proof.index = EntryIndex(*index);
  return index.has_value();
}

// Up to and including the empty line.
bool read_hashes(std::string_view& rest, TlogProof& proof) {
  while (const auto line = take_line(rest)) {
    if (line->empty()) return true;
    const auto bytes = encoding::decode_base64(*line);
    Digest hash{};
    if (!bytes || bytes->size() != hash.size() || proof.hashes.size() == kMaxProofHashes)
      return false;
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    proof.hashes.push_back(hash);
  }
  return false;
}

}  // namespace

std::string encode_tlog_proof(const TlogProof& proof) {
  CHECK(proof.hashes.size() <= kMaxProofHashes && is_checkpoint_note(proof.checkpoint));
  std::string text = std::string(kHeader) + "\n";
  if (proof.extra) text += std::string(kExtra) + encoding::encode_base64(*proof.extra) + "\n";
  text += std::string(kIndex) + std::to_string(proof.index.value()) + "\n";
  for (const Digest& hash : proof.hashes) text += encoding::encode_base64(hash) + "\n";
  return text + "\n" + proof.checkpoint;
}

std::optional<TlogProof> decode_tlog_proof(std::string_view text) {
  TlogProof proof;
  std::string_view rest = text;
  if (take_line(rest) != kHeader) return std::nullopt;
  auto line = take_line(rest);
  if (line && starts_with(*line, kExtra)) {
    if (!read_extra(*line, proof)) return std::nullopt;
    line = take_line(rest);
  }
  if (!line || !read_index(*line, proof) || !read_hashes(rest, proof)) return std::nullopt;
  if (!is_checkpoint_note(rest)) return std::nullopt;
  proof.checkpoint = rest;
  return proof;
}

Expected<Checkpoint, TlogFault> verify_tlog_proof(const TlogProof& proof, ByteView entry,
                                                  const VerifierKey& key) {
  auto checkpoint = verify_checkpoint(proof.checkpoint, key);
  if (!checkpoint) return failure(TlogFault(checkpoint.error()));
  const auto included = merkle::verify_inclusion(
      proof.index, checkpoint->size, merkle::leaf_hash(entry), proof.hashes, checkpoint->root);
  if (!included) return failure(TlogFault(included.error()));
  return std::move(*checkpoint);
}

}  // namespace sayso::protocol
