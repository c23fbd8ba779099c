#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples warning_text_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"), {warning(words.text("gallery.warning"))}});
  return examples;
}

}  // namespace sayso::components
