// origin
// size in decimal
// base64 of the root
// extension lines, none of them empty
#include "shared/protocol/checkpoint.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/decimal.h"
#include "shared/protocol/lines.h"

namespace sayso::protocol {
namespace {

CheckpointFault widen(NoteFault fault) {
  switch (fault) {
    case NoteFault::Malformed:
      return CheckpointFault::Malformed;
    case NoteFault::UnknownKey:
      return CheckpointFault::UnknownKey;
    case NoteFault::WrongSignature:
      break;
  }
  return CheckpointFault::WrongSignature;
}

bool is_line(std::string_view text) {
  return !text.empty() && text.find('\n') == std::string_view::npos;
}

}  // namespace

std::string encode_checkpoint(const Checkpoint& checkpoint) {
  CHECK(is_line(checkpoint.origin));
  std::string text = checkpoint.origin + "\n" + std::to_string(checkpoint.size.value()) + "\n" +
                     encoding::encode_base64(checkpoint.root) + "\n";
  for (const std::string& extension : checkpoint.extensions) {
    CHECK(is_line(extension));
    text += extension + "\n";
  }
  return text;
}

Expected<Checkpoint, CheckpointFault> decode_checkpoint(std::string_view note_text) {
  std::string_view rest = note_text;
  const auto origin = take_line(rest);
  const auto size_line = take_line(rest);
  const auto root_line = take_line(rest);
  if (!origin || origin->empty() || !size_line || !root_line)
    return failure(CheckpointFault::Malformed);
  const auto size = decode_decimal(*size_line);
  const auto root = encoding::decode_base64(*root_line);
  Checkpoint checkpoint;
  if (!size || !root || root->size() != checkpoint.root.size())
    return failure(CheckpointFault::Malformed);
  checkpoint.origin = *origin;
  checkpoint.size = TreeSize(*size);
  std::copy(root->begin(), root->end(), checkpoint.root.begin());
  while (!rest.empty()) {
    const auto line = take_line(rest);
    if (!line || line->empty()) return failure(CheckpointFault::Malformed);
    checkpoint.extensions.emplace_back(*line);
  }
  return checkpoint;
}

Expected<Checkpoint, CheckpointFault> verify_checkpoint(std::string_view note,
                                                        const VerifierKey& key) {
  const auto decoded = decode_note(note);
  if (!decoded) return failure(widen(decoded.error()));
  const auto verified = verify_note(*decoded, key);
  if (!verified) return failure(widen(verified.error()));
  auto checkpoint = decode_checkpoint(decoded->text);
  if (checkpoint && checkpoint->origin != key.name) return failure(CheckpointFault::WrongOrigin);
  return checkpoint;
}

}  // namespace sayso::protocol
