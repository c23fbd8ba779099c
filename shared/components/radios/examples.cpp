#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples radios_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {radios({.name = "radios-1", .label = asked(words, "gallery.radios", "gallery.who.nhs")},
               {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                radio("no", words.text("gallery.no"))})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {radios({.name = "radios-2",
                               .label = asked(words, "gallery.radios", "gallery.who.police"),
                               .hint = words.text("gallery.hint")},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {radios({.name = "radios-3",
                               .label = asked(words, "gallery.radios", "gallery.who.schools"),
                               .error = words.text("gallery.error")},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back({words.text("gallery.state.filled"),
                      {radios({.name = "radios-4",
                               .label = asked(words, "gallery.radios", "gallery.who.justice"),
                               .value = "no"},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(radios(
           {.name = "radios-5", .label = asked(words, "gallery.radios", "gallery.who.probation")},
           {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
            radio("no", words.text("gallery.no"))}))}});
  examples.push_back({words.text("gallery.state.beside"),
                      {radios({.name = "radios-6",
                               .label = asked(words, "gallery.radios", "gallery.who.dwp"),
                               .inline_options = true},
                              {radio("yes", words.text("gallery.yes"), words.text("gallery.hint")),
                               radio("no", words.text("gallery.no"))})}});
  return examples;
}

}  // namespace sayso::components
