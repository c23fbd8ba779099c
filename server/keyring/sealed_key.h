// A key as it lies on the shelf: nonce (24) ‖ XChaCha20-Poly1305(master, key; "sayso/key/v1/"
// name).
#pragma once

#include <optional>
#include <string_view>

#include "server/app/ports.h"
#include "shared/base/bytes.h"
#include "shared/crypto/derive.h"

namespace sayso::keyring {

[[nodiscard]] std::optional<crypto::SecretKey> as_key(const std::optional<Bytes>& bytes);

// A fresh nonce, then the sealed bytes.
[[nodiscard]] Bytes seal_with_nonce(const crypto::SecretKey& key, std::string_view context,
                                    ByteView plain, app::Random& random);
[[nodiscard]] std::optional<Bytes> open_with_nonce(const crypto::SecretKey& key,
                                                   std::string_view context, ByteView sealed);

[[nodiscard]] Bytes seal_key(const crypto::SecretKey& master, std::string_view name,
                             const crypto::SecretKey& key, app::Random& random);
// Nothing when it was sealed under another master key, for another name, or changed since.
[[nodiscard]] std::optional<crypto::SecretKey> open_key(const crypto::SecretKey& master,
                                                        std::string_view name,
                                                        const std::optional<Bytes>& sealed);

// Where the successor of the key under this name lies until a rotation is done; it is sealed for
// the name that it will have.
[[nodiscard]] std::string next_name(std::string_view name);
[[nodiscard]] bool is_next_name(std::string_view name);

}  // namespace sayso::keyring
