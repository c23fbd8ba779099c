#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples list_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.bullets"),
       {list({item(words.text("gallery.nhs")), item(words.text("gallery.police"))})}});
  examples.push_back({words.text("gallery.state.numbers"),
                      {numbered_list({item(words.text("gallery.list.read")),
                                      item(words.text("gallery.continue"))})}});
  return examples;
}

}  // namespace sayso::components
