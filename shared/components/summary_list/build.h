// Names and values.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node summary_list(Nodes rows);
[[nodiscard]] Node summary_row(std::string name, std::string value, Nodes actions = {});
[[nodiscard]] Node summary_row(std::string name, Nodes value, Nodes actions = {});

}  // namespace sayso::document
