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

  // "/at/<version>/": in front of a file's address it makes one whose content never changes,
  // because the version is the hash of all files together. Files that name each other relatively
  // stay within it.
  [[nodiscard]] const std::string& versioned_start() const { return versioned_start_; }

  // At its own address or behind versioned_start(); null when there is no such file. Of another
  // version there is none: pieces of two versions do not fit together.
  [[nodiscard]] const Representation* find(std::string_view address) const;
  [[nodiscard]] std::size_t count() const { return files_.size(); }

 private:
  void make_versions();

  using Files = std::map<std::string, Representation, std::less<>>;
  Files files_;
  // The same content, behind versioned_start_.
  Files versioned_;
  std::string versioned_start_;
};

// "portal.3f2a9c01.wasm", "portal-3f2a9c01.js": the name has eight or more hexadecimal digits of
// its own, so it changes with the content.
[[nodiscard]] bool is_hashed_name(std::string_view file_name);

}  // namespace sayso::http
