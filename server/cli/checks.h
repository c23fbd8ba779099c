// `sayso notice check` and `sayso config`: say what is wrong with a file, by line.
#pragma once

#include <iosfwd>
#include <string>

namespace sayso::cli {

// 0: in order. 1: `err` has FILE:LINE: WHAT for each thing that is wrong. 2: cannot be read.
[[nodiscard]] int run_notice_check(const std::string& path, std::ostream& out, std::ostream& err);
[[nodiscard]] int run_config_check(const std::string& path, std::ostream& out, std::ostream& err);
// A file with every setting and what it means.
[[nodiscard]] int run_config_print(std::ostream& out);

}  // namespace sayso::cli
