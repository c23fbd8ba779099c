// What examples are put together with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/components/build.h"
#include "shared/components/examples.h"

namespace sayso::components {

// A panel that is not the title of its page.
[[nodiscard]] document::Node in_page(document::Node panel);
// A link that says to screen readers what it is about.
[[nodiscard]] document::Node about(document::Node link, std::string what);
// A question about one of the organisations: no two groups of a page ask the same.
[[nodiscard]] std::string asked(const domain::Words& words, std::string_view question,
                                std::string_view who);
[[nodiscard]] document::Node sorted_row(document::Nodes cells);
// Open if its visitor pressed it.
[[nodiscard]] document::Node open_if(const State& state, document::Node tab);
// Two sources, the council and one use.
[[nodiscard]] document::Node data_map(const domain::Words& words);

}  // namespace sayso::components
