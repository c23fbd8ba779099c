#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples timeout_warning_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.closed"),
                      {button(words.text("gallery.timeout.open"), "dialog:timeout_warning")}});
  return examples;
}

}  // namespace sayso::components
