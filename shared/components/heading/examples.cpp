#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples heading_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {heading(2, words.text("gallery.heading.two")),
                       heading(3, words.text("gallery.heading.three"))}});
  return examples;
}

}  // namespace sayso::components
