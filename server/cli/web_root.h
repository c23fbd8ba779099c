// Where the web root is when nobody says so: beside the program, as a build or an installation
// leaves it.
#pragma once

#include <string>

namespace sayso::cli {

// The first of these that holds notices: `www` beside the program, `../wasm/www` (a build),
// `../share/sayso/www` (an installation). Where there is none, "www", so that what is said of it
// names something.
[[nodiscard]] std::string find_web_root();

}  // namespace sayso::cli
