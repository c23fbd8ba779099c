#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples pin_input_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {pin_input({.name = "pin-input-1", .label = words.text("gallery.pin"), .width_chars = 6})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {pin_input({.name = "pin-input-2",
                                  .label = words.text("gallery.pin"),
                                  .hint = words.text("gallery.hint"),
                                  .width_chars = 6})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {pin_input({.name = "pin-input-3",
                                  .label = words.text("gallery.pin"),
                                  .error = words.text("gallery.error"),
                                  .width_chars = 6})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(pin_input(
           {.name = "pin-input-5", .label = words.text("gallery.pin"), .width_chars = 6}))}});
  return examples;
}

}  // namespace sayso::components
