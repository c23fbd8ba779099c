// A held item as JSON: how it is kept, answered and exported. docs/formats/held-item.md.
#pragma once

#include "shared/base/expected.h"
#include "shared/domain/held_item.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

[[nodiscard]] Json encode_held_item(const domain::HeldItem& item);

// The form alone; domain::find_fault() says whether the notice allows what it holds.
[[nodiscard]] Expected<domain::HeldItem, FieldProblem> decode_held_item(const Json& json);

// The same members out of an object that has others beside them.
[[nodiscard]] domain::HeldItem read_held_item(Fields& fields);

}  // namespace sayso::encoding
