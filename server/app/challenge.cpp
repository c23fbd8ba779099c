// base64url( version (1) ‖ expires (8, big-endian) ‖ random (16) ‖ HMAC-SHA-256 over all that, the
// domain and the key (32) )
//
// Because the server recognises its own challenges, asking for one writes nothing: nobody fills the
// store by asking. Spending one leaves a row behind until it would have expired.

#include "server/app/challenge.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"

namespace sayso::app {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeadBytes = 1 + 8 + 16;
constexpr std::size_t kBytes = kHeadBytes + 32;

Digest sign(const Desk& desk, ByteView head, std::string_view multikey) {
  Bytes message(head.begin(), head.end());
  const ByteView domain = as_bytes(desk.settings().domain);
  message.insert(message.end(), domain.begin(), domain.end());
  message.push_back(0);
  const ByteView key = as_bytes(multikey);
  message.insert(message.end(), key.begin(), key.end());
  return desk.keyring().tag("sayso/challenge/v1", message);
}

}  // namespace

Challenge make_challenge(const Desk& desk, std::string_view multikey, Instant now) {
  const Instant expires{now.unix_seconds + desk.settings().challenge_seconds};
  Bytes bytes{kVersion};
  for (int shift = 56; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<std::uint8_t>(expires.unix_seconds >> shift));
  bytes.resize(kHeadBytes);
  desk.random().fill(std::span(bytes).last(16));
  const Digest signature = sign(desk, bytes, multikey);
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return {encoding::encode_base64url(bytes), expires};
}

std::optional<Instant> check_challenge(const Desk& desk, std::string_view challenge,
                                       std::string_view multikey, Instant now) {
  const auto bytes = encoding::decode_base64url(challenge);
  if (!bytes || bytes->size() != kBytes || (*bytes)[0] != kVersion) return std::nullopt;
  const ByteView head = ByteView(*bytes).first(kHeadBytes);
  const Digest expected = sign(desk, head, multikey);
  if (!crypto::equal_in_constant_time(expected, ByteView(*bytes).subspan(kHeadBytes)))
    return std::nullopt;
  std::int64_t seconds = 0;
  for (const std::uint8_t byte : head.subspan(1, 8)) seconds = seconds << 8 | byte;
  const Instant expires{seconds};
  if (!(now < expires)) return std::nullopt;
  return expires;
}

}  // namespace sayso::app
