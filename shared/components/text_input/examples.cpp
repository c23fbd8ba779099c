#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples text_input_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {text_input(
           {.name = "text-input-1", .label = words.text("gallery.name"), .autocomplete = "off"})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {text_input({.name = "text-input-2",
                                   .label = words.text("gallery.name"),
                                   .hint = words.text("gallery.hint"),
                                   .autocomplete = "off"})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {text_input({.name = "text-input-3",
                                   .label = words.text("gallery.name"),
                                   .error = words.text("gallery.error"),
                                   .autocomplete = "off"})}});
  examples.push_back({words.text("gallery.state.filled"),
                      {text_input({.name = "text-input-4",
                                   .label = words.text("gallery.name"),
                                   .value = words.text("gallery.name.value"),
                                   .autocomplete = "off"})}});
  examples.push_back({words.text("gallery.state.disabled"),
                      {disabled(text_input({.name = "text-input-5",
                                            .label = words.text("gallery.name"),
                                            .autocomplete = "off"}))}});
  return examples;
}

}  // namespace sayso::components
