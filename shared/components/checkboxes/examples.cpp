#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples checkboxes_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {checkboxes(
           {.name = "checkboxes-1", .label = asked(words, "gallery.reach", "gallery.who.nhs")},
           {checkbox("post", words.text("gallery.post")),
            checkbox("ring", words.text("gallery.ring"), true, words.text("gallery.hint"))})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {checkboxes({.name = "checkboxes-2",
                                   .label = asked(words, "gallery.reach", "gallery.who.police"),
                                   .hint = words.text("gallery.hint")},
                                  {checkbox("post", words.text("gallery.post")),
                                   checkbox("ring", words.text("gallery.ring"), true,
                                            words.text("gallery.hint"))})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {checkboxes({.name = "checkboxes-3",
                                   .label = asked(words, "gallery.reach", "gallery.who.schools"),
                                   .error = words.text("gallery.error")},
                                  {checkbox("post", words.text("gallery.post")),
                                   checkbox("ring", words.text("gallery.ring"), true,
                                            words.text("gallery.hint"))})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(checkboxes(
           {.name = "checkboxes-5", .label = asked(words, "gallery.reach", "gallery.who.justice")},
           {checkbox("post", words.text("gallery.post")),
            checkbox("ring", words.text("gallery.ring"), true, words.text("gallery.hint"))}))}});
  return examples;
}

}  // namespace sayso::components
