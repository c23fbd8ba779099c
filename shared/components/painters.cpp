#include "shared/components/painters.h"

#include "shared/components/layout.h"

namespace sayso::paint {

const Painters& painters() {
  static constexpr Painters table{
#define SAYSO_KIND(kind, functions, space, label, width) paint_##functions,
#include "shared/document/kinds.def"
#undef SAYSO_KIND
  };
  return table;
}

Layout layout(const document::Document& document, float viewport_width, float scale,
              const TextPort& text) {
  Layout made = Composer(text, painters(), viewport_width / scale).compose(document);
  scale_layout(made, scale);
  return made;
}

}  // namespace sayso::paint
