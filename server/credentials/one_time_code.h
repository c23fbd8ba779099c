// One-time codes: RFC 6238 (TOTP) with SHA-1 and 6 digits, which every app for them knows.
#pragma once

#include <cstdint>

#include "shared/base/bytes.h"

namespace sayso::credentials {

// 0 to 999,999: what RFC 4226 §5.3 makes of the secret and the number of the step.
[[nodiscard]] std::uint32_t one_time_code(ByteView secret, std::uint64_t step);

}  // namespace sayso::credentials
