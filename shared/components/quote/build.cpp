#include "shared/components/quote/build.h"

#include <utility>

namespace sayso::document {

Node quote(Nodes children) { return with_children(Kind::Quote, std::move(children)); }

}  // namespace sayso::document
