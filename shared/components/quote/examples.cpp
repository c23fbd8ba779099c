#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples quote_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"), {quote({paragraph(words.text("gallery.paragraph"))})}});
  return examples;
}

}  // namespace sayso::components
