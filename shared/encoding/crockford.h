// Crockford's base32: ids that machines exchange in one spelling, and codes that people read out
// and type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/tagged.h"

namespace sayso::encoding {

// Lower-case, first bit first, no padding; bits left over in the last character are zero.
[[nodiscard]] std::string encode_crockford(ByteView bytes);
// Accepts exactly what encode_crockford writes.
[[nodiscard]] std::optional<Bytes> decode_crockford(std::string_view text);

// An id is 16 bytes in this spelling: 26 characters (PersonId, RecordId).
using IdBytes = ByteArray<16>;
[[nodiscard]] std::string encode_id(const IdBytes& bytes);
[[nodiscard]] bool is_id(std::string_view text);

// The 60 bits of a code of 12 characters (invitation, recovery), in the low bits of the value.
using CodeBits = Tagged<struct CodeBitsTag, std::uint64_t>;

// Upper-case in groups, `ABCD-EFGH-JKMN`: the spelling to show and print. Bits above the low 60 are
// dropped.
[[nodiscard]] std::string encode_code(CodeBits bits);
// Forgiving, for fingers: any case; I and L are 1, O is 0; spaces and hyphens of all kinds are
// ignored.
[[nodiscard]] std::optional<CodeBits> decode_code(std::string_view typed);

}  // namespace sayso::encoding
