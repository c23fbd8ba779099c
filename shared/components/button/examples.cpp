#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples button_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.primary"), {submit_button(words.text("gallery.continue"))}});
  examples.push_back({words.text("gallery.state.secondary"),
                      {button(words.text("gallery.button.later"), "nothing")}});
  examples.push_back({words.text("gallery.state.caution"),
                      {button(words.text("gallery.button.delete"), "nothing", Tone::Caution)}});
  examples.push_back({words.text("gallery.state.disabled"),
                      {disabled(button(words.text("gallery.button.wait"), "nothing"))}});
  examples.push_back(
      {words.text("gallery.state.long"), {button(words.text("gallery.long"), "nothing")}});
  return examples;
}

}  // namespace sayso::components
