// Lines of a file, none longer in memory than it may be.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace sayso::items {

struct Line {
  std::size_t number = 1;  // from 1
  std::string text;        // without its end
  bool too_long = false;   // then `text` is empty: the line was passed over
};

class Lines {
 public:
  // The stream outlives this.
  Lines(std::istream& stream, std::size_t most_bytes) : stream_(stream), most_(most_bytes) {}

  // Nothing at the end. A byte order mark and the CR of a CRLF are taken off.
  [[nodiscard]] std::optional<Line> next();

 private:
  std::istream& stream_;
  std::size_t most_;
  std::size_t number_ = 0;
};

}  // namespace sayso::items
