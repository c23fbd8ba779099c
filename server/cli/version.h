// The version of the program, as it stands in records and in `--version`.
#pragma once

namespace sayso::cli {

inline constexpr char kVersion[] = "0.1.0";

}  // namespace sayso::cli
