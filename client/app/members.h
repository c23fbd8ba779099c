// Members of the server's answers. An answer is not trusted to have them; a missing one reads as
// empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client/app/state.h"

namespace sayso::client {

[[nodiscard]] std::string text_member(const encoding::Json& json, std::string_view key);
// The answer is a problem of this name.
[[nodiscard]] bool is_problem(const Answered& answer, std::string_view name);
// A call's body.
[[nodiscard]] std::string json_text(encoding::Json::Object object);
// What consent records and requests have alike; null for any other record.
[[nodiscard]] const protocol::RecordCommon* common_of(const protocol::AnyRecord& record);
[[nodiscard]] const protocol::RecordCommon& common_of(const Held& held);
// An acknowledged record from the receipt that the server sent; nothing when it cannot be read.
[[nodiscard]] std::optional<Held> read_held(const encoding::Json& receipt);

// The receipt is about this very record, and verifies against the log's key.
[[nodiscard]] bool proves(const Held& held, const Pending& pending, const std::string& log_key);

}  // namespace sayso::client
