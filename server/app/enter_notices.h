// Published notice versions enter the log: one statement for each version and language, once.
//
// Which are there already is what the rows of the notices' series say, looked at within the same
// commit that adds to them: a second start, a crash in between or another server on the same store
// enters nothing twice. docs/formats/entry.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "shared/encoding/json.h"

namespace sayso::app {

// How many were new. Blocks until that is durable; not for the sequencer's own thread. Problems:
// Unavailable.
[[nodiscard]] Outcome<std::size_t> enter_notices(Desk& desk);

// The statement receipt of the notice with this hash, proved under the published checkpoint.
// Nothing while that does not cover it.
[[nodiscard]] std::optional<encoding::Json> find_notice_receipt(const Desk& desk,
                                                                std::string_view hash);

}  // namespace sayso::app
