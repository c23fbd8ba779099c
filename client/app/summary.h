// Records as screens show them: in words, with where each stands.
#pragma once

#include <string>
#include <vector>

#include "client/app/state.h"

namespace sayso::client {

// "Yes to the NHS: Join up information about me", one line for each decision or request in the
// record.
[[nodiscard]] std::vector<screens::SendLine> lines_of(const State& state,
                                                      const protocol::AnyRecord& record,
                                                      screens::SendState sent,
                                                      const std::string& reference);

[[nodiscard]] screens::ReceiptView receipt_view(const State& state, const Held& held);

}  // namespace sayso::client
