#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples back_link_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"), {back_link(words.text("gallery.back"), "/gallery")}});
  return examples;
}

}  // namespace sayso::components
