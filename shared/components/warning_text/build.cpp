#include "shared/components/warning_text/build.h"

#include <utility>

namespace sayso::document {

Node warning(std::string text) { return with_text(Kind::Warning, std::move(text)); }

}  // namespace sayso::document
