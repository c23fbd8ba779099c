// Something wrong with a content file, at the line where a council's editor has to look.
#pragma once

#include <cstddef>
#include <string>

namespace sayso::encoding {

struct LineProblem {
  std::size_t line = 1;  // from 1
  std::string what;      // a sentence for whoever edits the file
  friend bool operator==(const LineProblem& a, const LineProblem& b) {
    return a.line == b.line && a.what == b.what;
  }
};

}  // namespace sayso::encoding
