#include "server/keyring/sealed_key.h"

#include <algorithm>
#include <string>

#include "shared/crypto/aead.h"

namespace sayso::keyring {
namespace {

constexpr std::string_view kNext = "next/";

std::string context_of(std::string_view name) { return "sayso/key/v1/" + std::string(name); }

}  // namespace

std::optional<crypto::SecretKey> as_key(const std::optional<Bytes>& bytes) {
  if (!bytes || bytes->size() != 32) return std::nullopt;
  crypto::SecretKey key{};
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

Bytes seal_with_nonce(const crypto::SecretKey& key, std::string_view context, ByteView plain,
                      app::Random& random) {
  crypto::AeadNonce nonce{};
  random.fill(nonce);
  const Bytes sealed = crypto::seal(key, nonce, as_bytes(context), plain);
  Bytes out(nonce.begin(), nonce.end());
  out.insert(out.end(), sealed.begin(), sealed.end());
  return out;
}

std::optional<Bytes> open_with_nonce(const crypto::SecretKey& key, std::string_view context,
                                     ByteView sealed) {
  crypto::AeadNonce nonce{};
  if (sealed.size() < nonce.size()) return std::nullopt;
  std::copy_n(sealed.begin(), nonce.size(), nonce.begin());
  return crypto::open(key, nonce, as_bytes(context), sealed.subspan(nonce.size()));
}

Bytes seal_key(const crypto::SecretKey& master, std::string_view name, const crypto::SecretKey& key,
               app::Random& random) {
  return seal_with_nonce(master, context_of(name), key, random);
}

std::optional<crypto::SecretKey> open_key(const crypto::SecretKey& master, std::string_view name,
                                          const std::optional<Bytes>& sealed) {
  if (!sealed) return std::nullopt;
  return as_key(open_with_nonce(master, context_of(name), *sealed));
}

std::string next_name(std::string_view name) {
  std::string flat(name);
  flat.erase(std::remove(flat.begin(), flat.end(), '/'), flat.end());
  return std::string(kNext) + flat;
}

bool is_next_name(std::string_view name) { return name.substr(0, kNext.size()) == kNext; }

}  // namespace sayso::keyring
