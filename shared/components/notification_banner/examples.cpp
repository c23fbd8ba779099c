#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples notification_banner_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {banner(words.text("gallery.banner"), {paragraph(words.text("gallery.paragraph"))})}});
  return examples;
}

}  // namespace sayso::components
