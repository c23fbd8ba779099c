// The gallery: every component in each of its states, as pages like any other. Not part of a
// council's portal: nothing leads there.
#pragma once

#include <string_view>

#include "shared/components/examples.h"

namespace sayso::components {

// "/gallery" lists the components, "/gallery/<name>" shows one; other addresses get the list.
// `words` are those of assets/gallery.
[[nodiscard]] document::Document gallery(const domain::Words& words, std::string_view address,
                                         const State& state);

// What a press does: "tab:<id>", "dialog:<component>"; "dialog:" shuts it.
void press(State& state, std::string_view action);

}  // namespace sayso::components
