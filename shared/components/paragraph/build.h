// Paragraphs, and the runs of text in them.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node paragraph(std::string text);
[[nodiscard]] Node paragraph(Nodes runs);  // span, strong, link
[[nodiscard]] Node lead(std::string text);
[[nodiscard]] Node muted(std::string text);
[[nodiscard]] Node small(std::string text);
[[nodiscard]] Node caption(std::string text);  // a short line above a heading
[[nodiscard]] Node span(std::string text);
[[nodiscard]] Node strong(std::string text);
[[nodiscard]] Node code(std::string text);

}  // namespace sayso::document
