#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples timeline_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {timeline({timeline_event(words.text("gallery.timeline.sent"),
                                 words.text("gallery.timeline.sent_when"),
                                 {paragraph(words.text("gallery.paragraph"))}),
                  timeline_event(words.text("gallery.timeline.answered"),
                                 words.text("gallery.timeline.answered_when"), {})})}});
  return examples;
}

}  // namespace sayso::components
