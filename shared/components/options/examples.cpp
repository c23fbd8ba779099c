#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples options_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {radios({.name = "options-1", .label = asked(words, "gallery.radios", "gallery.who.nhs")},
               {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                radio("no", words.text("gallery.no"))})}});
  return examples;
}

}  // namespace sayso::components
