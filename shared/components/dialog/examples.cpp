#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples dialog_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.closed"),
                      {button(words.text("gallery.dialog.open"), "dialog:dialog")}});
  return examples;
}

}  // namespace sayso::components
