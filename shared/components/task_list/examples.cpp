#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples task_list_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {task_list({task(link(words.text("gallery.task.read"), "/gallery"),
                                       tag(Tone::Agreed, words.text("gallery.task.done")),
                                       words.text("gallery.hint")),
                                  task(link(words.text("gallery.task.choose"), "/gallery"),
                                       tag(Tone::Neutral, words.text("gallery.tag.neutral"))),
                                  task(span(words.text("gallery.task.send")),
                                       tag(Tone::Neutral, words.text("gallery.task.cannot")))})}});
  return examples;
}

}  // namespace sayso::components
