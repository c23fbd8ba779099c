#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples select_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {select({.name = "select-1", .label = words.text("gallery.area")},
                              {select_option("north", words.text("gallery.area.north")),
                               select_option("south", words.text("gallery.area.south"))})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {select({.name = "select-2",
                               .label = words.text("gallery.area"),
                               .hint = words.text("gallery.hint")},
                              {select_option("north", words.text("gallery.area.north")),
                               select_option("south", words.text("gallery.area.south"))})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {select({.name = "select-3",
                               .label = words.text("gallery.area"),
                               .error = words.text("gallery.error")},
                              {select_option("north", words.text("gallery.area.north")),
                               select_option("south", words.text("gallery.area.south"))})}});
  examples.push_back(
      {words.text("gallery.state.filled"),
       {select({.name = "select-4", .label = words.text("gallery.area"), .value = "south"},
               {select_option("north", words.text("gallery.area.north")),
                select_option("south", words.text("gallery.area.south"))})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(select({.name = "select-5", .label = words.text("gallery.area")},
                        {select_option("north", words.text("gallery.area.north")),
                         select_option("south", words.text("gallery.area.south"))}))}});
  return examples;
}

}  // namespace sayso::components
