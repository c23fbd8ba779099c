// A use as JSON: how it is answered and read. docs/formats/use.md.
#pragma once

#include "shared/base/expected.h"
#include "shared/domain/use.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

[[nodiscard]] Json encode_use(const domain::Use& use);

// The form alone: whether the notice has what it names is not looked at.
[[nodiscard]] Expected<domain::Use, FieldProblem> decode_use(const Json& json);

// The same members out of an object that is being read.
[[nodiscard]] domain::Use read_use(Fields& fields);

}  // namespace sayso::encoding
