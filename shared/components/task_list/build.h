// What there is to do, and how far each thing has come.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node task_list(Nodes tasks);
// `name` is a link, or a span where it cannot be started yet; `status` a tag.
[[nodiscard]] Node task(Node name, Node status, std::string hint = {});

}  // namespace sayso::document
