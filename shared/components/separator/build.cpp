#include "shared/components/separator/build.h"

#include <utility>

namespace sayso::document {

Node separator() { return make(Kind::Separator); }

}  // namespace sayso::document
