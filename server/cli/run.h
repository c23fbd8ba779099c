// From arguments to exit code.
#pragma once

#include <iosfwd>

namespace sayso::cli {

// 0 done, 1 it did not work, 2 the question was wrong.
[[nodiscard]] int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli
