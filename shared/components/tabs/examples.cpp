#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples tabs_examples(const domain::Words& words, const State& state) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {tabs(words.text("gallery.tabs"),
             {open_if(state, tab("tab-week", words.text("gallery.tabs.week"), "tab:tab-week",
                                 {paragraph(words.text("gallery.paragraph"))})),
              open_if(state, tab("tab-year", words.text("gallery.tabs.year"), "tab:tab-year",
                                 {paragraph(words.text("gallery.long"))}))})}});
  return examples;
}

}  // namespace sayso::components
