#include "shared/components/tag/build.h"

#include <utility>

namespace sayso::document {

Node tag(Tone tone, std::string text) { return toned(tone, with_text(Kind::Tag, std::move(text))); }

}  // namespace sayso::document
