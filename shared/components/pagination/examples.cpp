#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples pagination_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.middle"),
       {pagination(
           words.text("gallery.pages"),
           {link(words.text("gallery.pages.previous"), "/gallery/pagination"),
            link("1", "/gallery/pagination"), current_page(link("2", "/gallery/pagination")),
            link("3", "/gallery/pagination"),
            link(words.text("gallery.pages.next"), "/gallery/pagination")})}});
  return examples;
}

}  // namespace sayso::components
