#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples figure_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.code"), {qr_code(words.text("gallery.qr"), "7K2Q 93MF")}});
  return examples;
}

}  // namespace sayso::components
