// The canonical text of an object as if it lacked a member: what is signed leaves the proof out,
// and copying a whole record for that costs more than checking its signature.
#pragma once

#include <string>
#include <string_view>

#include "shared/encoding/json.h"

namespace sayso::encoding {

// As encode_canonical; `member` is one of the outermost object, and not empty.
[[nodiscard]] std::string encode_canonical_without(const Json& json, std::string_view member);

}  // namespace sayso::encoding
