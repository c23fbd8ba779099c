#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples error_summary_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {error_summary(words.text("gallery.problem"),
                                     {link(words.text("gallery.error"), "#summarised")}),
                       text_input({.name = "summarised",
                                   .label = words.text("gallery.name"),
                                   .error = words.text("gallery.error")})}});
  return examples;
}

}  // namespace sayso::components
