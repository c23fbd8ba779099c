// A request and its thread as JSON: how they are kept, answered and read. docs/formats/request.md.
#pragma once

#include "shared/base/expected.h"
#include "shared/domain/request.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

[[nodiscard]] Json::Object encode_request(const domain::Request& request);
// Its members out of an object that is being read. The form alone.
[[nodiscard]] domain::Request read_request(Fields& fields);

[[nodiscard]] Json encode_message(const domain::RequestMessage& message);
[[nodiscard]] domain::RequestMessage read_message(Fields& fields);

[[nodiscard]] Json encode_changes(const std::vector<domain::RequestChange>& changes);
[[nodiscard]] std::vector<domain::RequestChange> read_changes(Fields& fields);

[[nodiscard]] Json encode_thread(const domain::RequestThread& thread);
[[nodiscard]] Expected<domain::RequestThread, FieldProblem> decode_thread(const Json& json);

}  // namespace sayso::encoding
