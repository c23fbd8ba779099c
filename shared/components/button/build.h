// Buttons.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node submit_button(std::string label);  // primary; submits the form it stands in
[[nodiscard]] Node button(std::string label, std::string action, Tone tone = Tone::Secondary);

}  // namespace sayso::document
