// What the device keeps between visits, as text. Sealed by the platform before it touches a disk.
//
// JSON (shared/encoding/json.h): {"version":1, "seed": base64url of 32 bytes, "person": id or "",
// "code": the invitation while enrolment has not been answered yet else "", "outbox": [secured
// records not yet acknowledged, oldest first], "fields": {what has been picked so far}, "about": id
// of the person whom that is about, or ""}. Once the log was seen also "log": {"size", "root":
// lower-case hex, "since": Unix seconds}.
#pragma once

#include <string>
#include <string_view>

#include "client/app/state.h"

namespace sayso::client {

[[nodiscard]] std::string encode_vault(const State& state);

// Puts what was kept into the state; false, and nothing changed, when the text is not a vault.
[[nodiscard]] bool restore_vault(State& state, std::string_view text);

}  // namespace sayso::client
