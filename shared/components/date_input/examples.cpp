#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples date_input_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {date_input({.name = "date-input-1",
                                   .label = asked(words, "gallery.heard", "gallery.who.nhs")},
                                  DateParts{words.text("gallery.day"), words.text("gallery.month"),
                                            words.text("gallery.year")})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {date_input({.name = "date-input-2",
                                   .label = asked(words, "gallery.heard", "gallery.who.police"),
                                   .hint = words.text("gallery.hint")},
                                  DateParts{words.text("gallery.day"), words.text("gallery.month"),
                                            words.text("gallery.year")})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {date_input({.name = "date-input-3",
                                   .label = asked(words, "gallery.heard", "gallery.who.schools"),
                                   .error = words.text("gallery.error")},
                                  DateParts{words.text("gallery.day"), words.text("gallery.month"),
                                            words.text("gallery.year")})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(date_input(
           {.name = "date-input-5", .label = asked(words, "gallery.heard", "gallery.who.justice")},
           DateParts{words.text("gallery.day"), words.text("gallery.month"),
                     words.text("gallery.year")}))}});
  examples.push_back(
      {words.text("gallery.state.filled"),
       {date_input(
           {.name = "date-input-6", .label = words.text("gallery.born"), .autocomplete = "bday"},
           {words.text("gallery.day"), words.text("gallery.month"), words.text("gallery.year"),
            "27", "3", "2009"})}});
  return examples;
}

}  // namespace sayso::components
