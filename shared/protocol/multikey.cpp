#include "shared/protocol/multikey.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/encoding/base58btc.h"

namespace sayso::protocol {
namespace {

// Multicodec ed25519-pub, 0xed as an unsigned varint.
constexpr std::uint8_t kCodec[] = {0xed, 0x01};
constexpr std::string_view kDid = "did:key:";

}  // namespace

std::string encode_multikey(const crypto::PublicKey& key) {
  Bytes bytes(std::begin(kCodec), std::end(kCodec));
  bytes.insert(bytes.end(), key.begin(), key.end());
  return "z" + encoding::encode_base58btc(bytes);
}

std::optional<crypto::PublicKey> decode_multikey(std::string_view text) {
  // Two bytes of codec and 32 of key make 47 digits at the most; longer text is not worth decoding.
  if (text.size() > 64 || text.empty() || text.front() != 'z') return std::nullopt;
  const auto bytes = encoding::decode_base58btc(text.substr(1));
  crypto::PublicKey key{};
  if (!bytes || bytes->size() != std::size(kCodec) + key.size()) return std::nullopt;
  if (!std::equal(std::begin(kCodec), std::end(kCodec), bytes->begin())) return std::nullopt;
  std::copy(bytes->begin() + std::size(kCodec), bytes->end(), key.begin());
  return key;
}

std::string encode_verification_method(const crypto::PublicKey& key) {
  const std::string multikey = encode_multikey(key);
  return std::string(kDid) + multikey + "#" + multikey;
}

std::optional<crypto::PublicKey> decode_verification_method(std::string_view text) {
  const auto hash = text.rfind('#');
  if (hash == std::string_view::npos) return std::nullopt;
  const auto key = decode_multikey(text.substr(hash + 1));
  if (!key || encode_verification_method(*key) != text) return std::nullopt;
  return key;
}

}  // namespace sayso::protocol
