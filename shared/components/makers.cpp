#include "shared/components/makers.h"

namespace sayso::document {

const Makers& makers() {
  static constexpr Makers table{
#define SAYSO_KIND(kind, functions, space, label, width) make_##functions,
#include "shared/document/kinds.def"
#undef SAYSO_KIND
  };
  return table;
}

}  // namespace sayso::document
