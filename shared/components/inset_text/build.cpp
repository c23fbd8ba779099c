#include "shared/components/inset_text/build.h"

#include <utility>

namespace sayso::document {

Node inset(Nodes children) { return with_children(Kind::Inset, std::move(children)); }

}  // namespace sayso::document
