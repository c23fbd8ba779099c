#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples summary_list_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.plain"),
       {summary_list({summary_row(words.text("gallery.nhs"), words.text("gallery.yes")),
                      summary_row(words.text("gallery.police"), words.text("gallery.no"))})}});
  examples.push_back(
      {words.text("gallery.state.links"),
       {summary_list({summary_row(words.text("gallery.nhs"),
                                  Nodes{tag(Tone::Agreed, words.text("gallery.tag.agreed"))},
                                  {about(link(words.text("gallery.change"), "/gallery"),
                                         words.text("gallery.nhs"))}),
                      summary_row(words.text("gallery.police"), words.text("gallery.long"))})}});
  return examples;
}

}  // namespace sayso::components
