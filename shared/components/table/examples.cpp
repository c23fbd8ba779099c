#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples table_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {table(words.text("gallery.table"),
              {header_row({words.text("gallery.table.who"), words.text("gallery.table.when")}),
               row({header_cell(words.text("gallery.nhs")),
                    cell(words.text("gallery.table.today"), words.text("gallery.table.when"))}),
               row({header_cell(words.text("gallery.police")),
                    cell(words.text("gallery.table.yesterday"),
                         words.text("gallery.table.when"))})})}});
  examples.push_back(
      {words.text("gallery.state.sorted"),
       {table(
            words.text("gallery.table.sorted"),
            {sorted_row({sortable_cell(link(words.text("gallery.table.who"), "/gallery/table"),
                                       Sorted::No),
                         sortable_cell(link(words.text("gallery.table.when"), "/gallery/table"),
                                       Sorted::Descending)}),
             row({header_cell(words.text("gallery.nhs")),
                  cell(words.text("gallery.table.today"), words.text("gallery.table.when"))}),
             row({header_cell(words.text("gallery.schools")),
                  cell(words.text("gallery.table.yesterday"), words.text("gallery.table.when"))})}),
        pagination(words.text("gallery.pages.table"),
                   {current_page(link("1", "/gallery/table")), link("2", "/gallery/table")})}});
  return examples;
}

}  // namespace sayso::components
