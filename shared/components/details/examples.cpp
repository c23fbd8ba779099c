#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples details_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.shut"),
       {details(words.text("gallery.details"), {paragraph(words.text("gallery.paragraph"))})}});
  examples.push_back({words.text("gallery.state.open"),
                      {details(words.text("gallery.details.open"),
                               {paragraph(words.text("gallery.paragraph"))}, true)}});
  return examples;
}

}  // namespace sayso::components
