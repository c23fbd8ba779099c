// Evidence as JSON: how it is answered and read. docs/notice.md, "The page of promises".
#pragma once

#include "shared/base/expected.h"
#include "shared/domain/evidence.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

[[nodiscard]] Json encode_evidence(const domain::Evidence& evidence);

// The form alone: whether the notice has the organisations is not looked at.
[[nodiscard]] Expected<domain::Evidence, FieldProblem> decode_evidence(const Json& json);

}  // namespace sayso::encoding
