#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples progress_bar_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.part"), {progress(words.text("gallery.progress"), 40)}});
  examples.push_back({words.text("gallery.state.unknown"),
                      {progress(words.text("gallery.progress.unknown"), -1)}});
  return examples;
}

}  // namespace sayso::components
