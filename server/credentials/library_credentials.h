// The team's credentials by well-kept libraries: Argon2id of libsodium, HMAC-SHA-1 of OpenSSL.
#pragma once

#include "server/app/ports.h"

namespace sayso::credentials {

class LibraryCredentials final : public app::Credentials {
 public:
  [[nodiscard]] std::optional<std::string> hash_password(std::string_view password) const override;
  [[nodiscard]] std::optional<bool> verify_password(const std::string& hash,
                                                    std::string_view password) const override;
  [[nodiscard]] const std::string& decoy_hash() const override;
  [[nodiscard]] std::uint32_t one_time_code(ByteView secret, std::uint64_t step) const override;
};

}  // namespace sayso::credentials
