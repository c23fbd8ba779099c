// What a verb's end means to whoever called it.
#pragma once

namespace sayso::cli {

inline constexpr int kDone = 0;           // done; proved; in order
inline constexpr int kFailed = 1;         // it did not work; wrong; refused
inline constexpr int kWrongQuestion = 2;  // wrong arguments, or a file that cannot be read

}  // namespace sayso::cli
