#include "server/credentials/one_time_code.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "shared/base/check.h"

namespace sayso::credentials {
namespace {

constexpr std::size_t kHashBytes = 20;

ByteArray<kHashBytes> hmac_sha1(ByteView key, ByteView message) {
  ByteArray<kHashBytes> hash{};
  unsigned size = 0;
  const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(),
                          message.size(), hash.data(), &size);
  CHECK(made != nullptr && size == hash.size());
  return hash;
}

}  // namespace

std::uint32_t one_time_code(ByteView secret, std::uint64_t step) {
  ByteArray<8> message{};
  for (std::size_t i = 0; i < message.size(); ++i)
    message[i] = static_cast<std::uint8_t>(step >> (56 - 8 * i));
  const auto hash = hmac_sha1(secret, message);
  const std::size_t at = hash.back() & 0x0f;
  const std::uint32_t drawn = static_cast<std::uint32_t>(hash[at] & 0x7f) << 24 |
                              static_cast<std::uint32_t>(hash[at + 1]) << 16 |
                              static_cast<std::uint32_t>(hash[at + 2]) << 8 | hash[at + 3];
  return drawn % 1'000'000;
}

}  // namespace sayso::credentials
