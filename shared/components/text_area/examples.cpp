#include <string_view>
#include <utility>

#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

namespace {

// The component fills the place in itself, with every letter.
constexpr std::pair<std::string_view, std::string_view> kNumber{"n", "{n}"};

}  // namespace

Examples text_area_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back({words.text("gallery.state.rest"),
                      {text_area({.name = "text-area-1", .label = words.text("gallery.reason")})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {text_area({.name = "text-area-2",
                                  .label = words.text("gallery.reason"),
                                  .hint = words.text("gallery.hint")})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {text_area({.name = "text-area-3",
                                  .label = words.text("gallery.reason"),
                                  .error = words.text("gallery.error")})}});
  examples.push_back({words.text("gallery.state.filled"),
                      {text_area({.name = "text-area-4",
                                  .label = words.text("gallery.reason"),
                                  .value = words.text("gallery.reason.value")})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(text_area({.name = "text-area-5", .label = words.text("gallery.reason")}))}});
  examples.push_back({words.text("gallery.state.counted"),
                      {counted_text_area({.name = "counted-1", .label = words.text("gallery.why")},
                                         {200, words.text("gallery.count.left", {kNumber}),
                                          words.text("gallery.count.over", {kNumber})})}});
  examples.push_back({words.text("gallery.state.too_long"),
                      {counted_text_area({.name = "counted-2",
                                          .label = words.text("gallery.why"),
                                          .error = words.text("gallery.count.error"),
                                          .value = words.text("gallery.paragraph")},
                                         {10, words.text("gallery.count.left", {kNumber}),
                                          words.text("gallery.count.over", {kNumber})})}});
  return examples;
}

}  // namespace sayso::components
