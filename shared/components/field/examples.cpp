#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples field_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {text_input({.name = "field-1", .label = words.text("gallery.name")})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {text_input({.name = "field-2",
                                   .label = words.text("gallery.name"),
                                   .hint = words.text("gallery.hint")})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {text_input({.name = "field-3",
                                   .label = words.text("gallery.name"),
                                   .error = words.text("gallery.error")})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(text_input({.name = "field-5", .label = words.text("gallery.name")}))}});
  return examples;
}

}  // namespace sayso::components
