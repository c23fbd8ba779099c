#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples exit_this_page_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"), {paragraph(words.text("gallery.frame.exit_this_page"))}});
  return examples;
}

}  // namespace sayso::components
