// The pages of a long list.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// `pages` are links; the one that a person is at is `current_page`.
[[nodiscard]] Node pagination(std::string label, Nodes pages);
[[nodiscard]] Node current_page(Node page);

}  // namespace sayso::document
