#include "server/credentials/library_credentials.h"

#include <sodium/crypto_pwhash_argon2id.h>

#include <cerrno>

#include "server/credentials/one_time_code.h"

namespace sayso::credentials {
namespace {

// RFC 9106 §4, the second recommended choice: three passes over 64 MiB. Who calls sees to it that
// few are hashed at once.
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemoryBytes = std::size_t{64} * 1024 * 1024;

}  // namespace

std::optional<std::string> LibraryCredentials::hash_password(std::string_view password) const {
  char text[crypto_pwhash_argon2id_STRBYTES];
  if (crypto_pwhash_argon2id_str(text, password.data(), password.size(), kPasses, kMemoryBytes) !=
      0)
    return std::nullopt;
  return std::string(text);
}

std::optional<bool> LibraryCredentials::verify_password(const std::string& hash,
                                                        std::string_view password) const {
  errno = 0;
  const int result =
      crypto_pwhash_argon2id_str_verify(hash.c_str(), password.data(), password.size());
  if (result != 0 && errno == ENOMEM) return std::nullopt;
  return result == 0;
}

const std::string& LibraryCredentials::decoy_hash() const {
  // Of a password that nobody noted. Nothing depends on that: what a decoy answers is not listened
  // to.
  static const std::string kDecoy =
      "$argon2id$v=19$m=65536,t=3,p=1$ZyyyoRokbLdqo2tH2ys3ng$"
      "B873IN2SZKqR3GGWS6ZTrGU2CAZ2H+RDTHO/UwZP/SI";
  return kDecoy;
}

std::uint32_t LibraryCredentials::one_time_code(ByteView secret, std::uint64_t step) const {
  return credentials::one_time_code(secret, step);
}

}  // namespace sayso::credentials
