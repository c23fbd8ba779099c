#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples file_upload_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.state.rest"),
       {file_input({.name = "file-upload-1", .label = words.text("gallery.file")})}});
  examples.push_back({words.text("gallery.state.hint"),
                      {file_input({.name = "file-upload-2",
                                   .label = words.text("gallery.file"),
                                   .hint = words.text("gallery.hint")})}});
  examples.push_back({words.text("gallery.state.fault"),
                      {file_input({.name = "file-upload-3",
                                   .label = words.text("gallery.file"),
                                   .error = words.text("gallery.error")})}});
  examples.push_back(
      {words.text("gallery.state.disabled"),
       {disabled(file_input({.name = "file-upload-5", .label = words.text("gallery.file")}))}});
  return examples;
}

}  // namespace sayso::components
