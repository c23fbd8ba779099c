// old 20852014
// base64 of a hash            up to 63 lines
// (empty line)
// the checkpoint, verbatim
#include "shared/protocol/add_checkpoint.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/decimal.h"
#include "shared/protocol/lines.h"

namespace sayso::protocol {
namespace {

constexpr std::string_view kOld = "old ";
// Signature lines are read as those of a note with this text.
constexpr std::string_view kAnyText = "-\n\n";

// Up to and including the empty line.
bool read_proof(std::string_view& rest, AddCheckpoint& request) {
  while (const auto line = take_line(rest)) {
    if (line->empty()) return true;
    const auto bytes = encoding::decode_base64(*line);
    Digest hash{};
    if (!bytes || bytes->size() != hash.size() || request.proof.size() == kMaxConsistencyHashes)
      return false;
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    request.proof.push_back(hash);
  }
  return false;
}

}  // namespace

std::string encode_add_checkpoint(const AddCheckpoint& request) {
  CHECK(request.proof.size() <= kMaxConsistencyHashes);
  std::string text = std::string(kOld) + std::to_string(request.old_size.value()) + "\n";
  for (const Digest& hash : request.proof) text += encoding::encode_base64(hash) + "\n";
  return text + "\n" + request.checkpoint;
}

std::optional<AddCheckpoint> decode_add_checkpoint(std::string_view text) {
  if (text.size() > kMaxAddCheckpointBytes) return std::nullopt;
  std::string_view rest = text;
  const auto first = take_line(rest);
  if (!first || first->substr(0, kOld.size()) != kOld) return std::nullopt;
  const auto old_size = decode_decimal(first->substr(kOld.size()));
  AddCheckpoint request;
  if (!old_size || !read_proof(rest, request) || !decode_note(rest)) return std::nullopt;
  request.old_size = TreeSize(*old_size);
  request.checkpoint = rest;
  return request;
}

std::string encode_signature_lines(const std::vector<NoteSignature>& lines) {
  return encode_note({"-\n", lines}).substr(kAnyText.size());
}

std::optional<std::vector<NoteSignature>> decode_signature_lines(std::string_view text) {
  auto note = decode_note(std::string(kAnyText) + std::string(text));
  // Lines with an empty one between them would have become text.
  if (!note || note->text + "\n" != kAnyText) return std::nullopt;
  return std::move(note->signatures);
}

}  // namespace sayso::protocol
