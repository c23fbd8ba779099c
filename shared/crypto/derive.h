// Keys from keys: HMAC-SHA-256 of a context, so that one key in the keyring serves several purposes
// apart.
#pragma once

#include <string_view>

#include "shared/base/bytes.h"

namespace sayso::crypto {

using SecretKey = ByteArray<32>;

// Different contexts give unrelated keys. A context names format and purpose:
// `sayso/v1/invitation-pepper`.
[[nodiscard]] SecretKey derive_key(const SecretKey& key, std::string_view context);

}  // namespace sayso::crypto
