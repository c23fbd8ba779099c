#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples code_input_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {code_input(
           {.name = "code-input-1", .label = words.text("gallery.code"), .width_chars = 16})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {code_input({.name = "code-input-2",
                                   .label = words.text("gallery.code"),
                                   .hint = words.text("gallery.hint"),
                                   .width_chars = 16})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {code_input({.name = "code-input-3",
                                   .label = words.text("gallery.code"),
                                   .error = words.text("gallery.error"),
                                   .width_chars = 16})}});
  examples.push_back({words.text("gallery.state.filled"),
                      {code_input({.name = "code-input-4",
                                   .label = words.text("gallery.code"),
                                   .value = words.text("gallery.code.value"),
                                   .width_chars = 16})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(code_input(
           {.name = "code-input-5", .label = words.text("gallery.code"), .width_chars = 16}))}});
  return examples;
}

}  // namespace sayso::components
