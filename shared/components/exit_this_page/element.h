// A way out that works from the first byte.
#pragma once

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_exit(const Frame& frame);
// The same way out where the page behind is out of reach, as behind a dialog.
[[nodiscard]] Element make_exit_from_dialog(const Frame& frame);

}  // namespace sayso::document
