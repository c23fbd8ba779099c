#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples paragraph_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.body"),
       {paragraph(words.text("gallery.paragraph")), paragraph(words.text("gallery.long"))}});
  examples.push_back({words.text("gallery.state.lead"), {lead(words.text("gallery.paragraph"))}});
  examples.push_back({words.text("gallery.state.quiet"),
                      {muted(words.text("gallery.paragraph")), small(words.text("gallery.hint")),
                       caption(words.text("gallery.caption"))}});
  examples.push_back(
      {words.text("gallery.state.runs"),
       {paragraph({span(words.text("gallery.run.before") + " "), strong(words.text("gallery.no")),
                   span(" " + words.text("gallery.run.after"))})}});
  return examples;
}

}  // namespace sayso::components
