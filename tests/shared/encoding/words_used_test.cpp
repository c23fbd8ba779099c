// Every key that a source names is in the catalogue: a key that is missing ends the process, so it
// may not get that far.
#ifndef __EMSCRIPTEN__
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "tests/support/shipped_content.h"

using namespace sayso;

namespace {

namespace fs = std::filesystem;

std::set<std::string> groups_of(const domain::Words& words) {
  std::set<std::string> groups;
  for (const auto& [key, text] : words.texts()) groups.insert(key.substr(0, key.find('.')));
  return groups;
}

bool is_file_name(const std::string& name) {
  return name.size() > 3 && name.substr(name.size() - 3) == ".js";
}

// String literals that look like keys: "group.name", a group of the catalogue; "exit.js" is a file.
std::set<std::string> keys_in(const std::string& source, const std::set<std::string>& groups) {
  static const std::regex literal("\"([a-z_]+)(\\.[a-z0-9_.-]*[a-z0-9_])\"");
  std::set<std::string> keys;
  for (std::sregex_iterator at(source.begin(), source.end(), literal), end; at != end; ++at) {
    const std::string key = (*at)[1].str() + (*at)[2].str();
    if (groups.count((*at)[1]) > 0 && !is_file_name(key)) keys.insert(key);
  }
  return keys;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".h";
}

}  // namespace

TEST_CASE("every key that the screens, the client and the server name is in the catalogue") {
  const domain::Words words = test::shipped_words();
  const std::set<std::string> groups = groups_of(words);
  int found = 0;
  for (const char* part : {"shared", "client", "server"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SAYSO_SOURCE_DIR) / part)) {
      if (!is_source(entry.path())) continue;
      const fs::path path = fs::relative(entry.path(), SAYSO_SOURCE_DIR);
      for (const std::string& key : keys_in(test::source_file(path.string()), groups)) {
        ++found;
        CHECK_MESSAGE(words.has(key), path.string() << " names " << key);
      }
    }
  }
  CHECK(found > 0);
}
#endif
