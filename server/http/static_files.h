// The web root, read once and answered from memory: an address is looked up, never turned into a
// path.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http/representation.h"
#include "shared/base/expected.h"

namespace sayso::http {

class StaticFiles {
 public:
  // Every regular file below the folder, at its relative path. `x.br` and `x.gz` beside `x` are its
  // compressed forms; where they are missing they are made here. Names that start with a dot are
  // left out. The error is a sentence for whoever starts the server.
  [[nodiscard]] static Expected<StaticFiles, std::string> load(const std::string& folder);

  // For content that is no file of the web root, such as a version of the notice. Its address must
  // change when its content does.
  void add_immutable(std::string address, std::string content_type, std::string content);

  // Null when there is no such file.
  [[nodiscard]] const Representation* find(std::string_view address) const;
  [[nodiscard]] std::size_t count() const { return files_.size(); }

 private:
  std::map<std::string, Representation, std::less<>> files_;
};

// "portal.3f2a9c01.wasm", "portal-3f2a9c01.js": the name has eight or more hexadecimal digits of
// its own, so it changes with the content.
[[nodiscard]] bool is_hashed_name(std::string_view file_name);

}  // namespace sayso::http
