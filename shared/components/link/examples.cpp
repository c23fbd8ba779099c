#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples link_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"), {link(words.text("gallery.link.notice"), "/gallery")}});
  examples.push_back({words.text("gallery.state.inline"),
                      {paragraph({span(words.text("gallery.run.see") + " "),
                                  link(words.text("gallery.link.inline"), "/gallery")})}});
  examples.push_back({words.text("gallery.state.like_button"),
                      {toned(Tone::Primary, link(words.text("gallery.link.start"), "/gallery"))}});
  return examples;
}

}  // namespace sayso::components
