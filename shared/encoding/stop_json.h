// A stop as JSON: how it is kept, answered and read. docs/formats/stop.md.
#pragma once

#include "shared/domain/stop.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

[[nodiscard]] Json::Object encode_stop(const domain::Stop& stop);

// Its members out of an object that is being read. The form alone: whether the notice has what it
// names is not looked at.
[[nodiscard]] domain::Stop read_stop(Fields& fields);

}  // namespace sayso::encoding
