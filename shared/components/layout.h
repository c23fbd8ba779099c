// Where everything on a screen stands: a pure function from a document to boxes and broken lines.
#pragma once

#include "shared/document/node.h"
#include "shared/paint/layout.h"

namespace sayso::paint {

// `viewport_width` in CSS px; `scale` = root font size ÷ 16 (1 to 2 for text of 100 to 200%).
[[nodiscard]] Layout layout(const document::Document& document, float viewport_width, float scale,
                            const TextPort& text);

}  // namespace sayso::paint
