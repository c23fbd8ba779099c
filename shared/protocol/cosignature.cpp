// signature: eight bytes of time, big-endian seconds since 1970, and an Ed25519 signature over
//   cosignature/v1
//   time 1679315147
//   (the text of the checkpoint)
#include "shared/protocol/cosignature.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"

namespace sayso::protocol {
namespace {

constexpr std::uint8_t kCosignature = 0x04;
constexpr std::size_t kTimeBytes = 8;

Bytes typed_key(const crypto::PublicKey& key) {
  Bytes bytes{kCosignature};
  bytes.insert(bytes.end(), key.begin(), key.end());
  return bytes;
}

std::string signed_message(std::string_view text, Instant time) {
  return "cosignature/v1\ntime " + std::to_string(time.unix_seconds) + "\n" + std::string(text);
}

// Nothing for times that no signed number of 64 bits holds.
std::optional<Instant> read_time(ByteView bytes) {
  std::uint64_t seconds = 0;
  for (const std::uint8_t byte : bytes) seconds = seconds << 8 | byte;
  if (seconds > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
  return Instant{static_cast<std::int64_t>(seconds)};
}

std::optional<Instant> check_line(const SignedNote& note, const NoteSignature& line,
                                  const crypto::PublicKey& key) {
  crypto::Signature signature{};
  if (line.signature.size() != kTimeBytes + signature.size()) return std::nullopt;
  const auto time = read_time(ByteView(line.signature).first(kTimeBytes));
  if (!time) return std::nullopt;
  std::copy(line.signature.begin() + kTimeBytes, line.signature.end(), signature.begin());
  if (!crypto::verify_signature(key, as_bytes(signed_message(note.text, *time)), signature))
    return std::nullopt;
  return time;
}

}  // namespace

KeyId key_id(const WitnessKey& key) {
  const std::string prefix = key.name + "\n";
  const Digest digest = crypto::sha256(as_bytes(prefix), typed_key(key.key));
  KeyId id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

std::string encode_witness_vkey(const WitnessKey& key) {
  return key.name + "+" + encode_hex(key_id(key)) + "+" +
         encoding::encode_base64(typed_key(key.key));
}

std::optional<WitnessKey> decode_witness_vkey(std::string_view text) {
  const auto plus = text.find('+');
  if (plus == std::string_view::npos || !is_key_name(text.substr(0, plus))) return std::nullopt;
  const auto second = text.find('+', plus + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto bytes = encoding::decode_base64(text.substr(second + 1));
  WitnessKey key;
  if (!bytes || bytes->size() != key.key.size() + 1) return std::nullopt;
  key.name = text.substr(0, plus);
  std::copy(bytes->begin() + 1, bytes->end(), key.key.begin());
  if (encode_witness_vkey(key) != text) return std::nullopt;
  return key;
}

NoteSignature cosign(std::string_view checkpoint_text, const std::string& name,
                     const crypto::SigningKey& key, Instant now) {
  CHECK(now.unix_seconds >= 0);
  const crypto::Signature signature = key.sign(as_bytes(signed_message(checkpoint_text, now)));
  NoteSignature line{name, key_id(WitnessKey{name, key.public_key()}), {}};
  for (std::size_t i = kTimeBytes; i > 0; --i)
    line.signature.push_back(static_cast<std::uint8_t>(now.unix_seconds >> (8 * (i - 1)) & 0xff));
  line.signature.insert(line.signature.end(), signature.begin(), signature.end());
  return line;
}

Expected<Instant, NoteFault> verify_cosignature(const SignedNote& checkpoint,
                                                const WitnessKey& key) {
  const KeyId id = key_id(key);
  std::optional<Instant> latest;
  for (const NoteSignature& line : checkpoint.signatures) {
    if (line.name != key.name || line.key_id != id) continue;
    const auto time = check_line(checkpoint, line, key.key);
    if (!time) return failure(NoteFault::WrongSignature);
    if (!latest || *latest < *time) latest = time;
  }
  if (!latest) return failure(NoteFault::UnknownKey);
  return *latest;
}

ClaimedCosignatures claimed_cosignatures(const SignedNote& checkpoint) {
  std::map<std::pair<std::string, KeyId>, Instant> latest;
  for (const NoteSignature& line : checkpoint.signatures) {
    // A log's own line has no time in front.
    if (line.signature.size() != kTimeBytes + crypto::Signature{}.size()) continue;
    const auto time = read_time(ByteView(line.signature).first(kTimeBytes));
    if (!time) continue;
    Instant& seen = latest.try_emplace({line.name, line.key_id}, *time).first->second;
    seen = std::max(seen, *time);
  }
  ClaimedCosignatures claimed;
  for (const auto& [witness, time] : latest) {
    ++claimed.witnesses;
    claimed.last = std::max(claimed.last, time);
  }
  return claimed;
}

}  // namespace sayso::protocol
