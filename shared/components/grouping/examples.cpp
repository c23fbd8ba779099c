#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples grouping_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.columns"),
                      {columns(group({paragraph(words.text("gallery.paragraph"))}),
                               quote({paragraph(words.text("gallery.paragraph"))}))}});
  examples.push_back(
      {words.text("gallery.state.section"),
       {section("grouping-section", {heading(3, words.text("gallery.heading.section")),
                                     paragraph(words.text("gallery.paragraph"))})}});
  return examples;
}

}  // namespace sayso::components
