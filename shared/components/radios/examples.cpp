#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples radios_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {radios({.name = "radios-1", .label = words.text("gallery.radios")},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {radios({.name = "radios-2",
                               .label = words.text("gallery.radios"),
                               .hint = words.text("gallery.hint")},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {radios({.name = "radios-3",
                               .label = words.text("gallery.radios"),
                               .error = words.text("gallery.error")},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back(
      {words.text("gallery.state.filled"),
       {radios({.name = "radios-4", .label = words.text("gallery.radios"), .value = "no"},
               {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                radio("no", words.text("gallery.no"))})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(radios({.name = "radios-5", .label = words.text("gallery.radios")},
                        {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                         radio("no", words.text("gallery.no"))}))}});
  examples.push_back(
      {words.text("gallery.state.beside"),
       {radios({.name = "radios-6", .label = words.text("gallery.radios"), .inline_options = true},
               {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                radio("no", words.text("gallery.no"))})}});
  return examples;
}

}  // namespace sayso::components
