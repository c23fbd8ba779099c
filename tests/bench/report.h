// The answer as JSON, figure by figure. What signed JSON may hold has no fractions, so this is a
// writer of its own.
#pragma once

#include <string>
#include <string_view>

#include "tests/bench/statistics.h"

namespace sayso::bench {

class Report {
 public:
  void open(std::string_view name);
  void open_list(std::string_view name);
  // An element of the list that is open.
  void open_element();
  void close();

  void add(std::string_view name, double value);
  void add(std::string_view name, std::string_view text);
  void add(std::string_view name, const Latencies& latencies);

  // The whole, with its end. Everything that was opened has to be closed.
  [[nodiscard]] std::string text() const { return "{" + text_ + "\n}\n"; }

 private:
  void begin(std::string_view name);
  std::string text_;
  std::string closers_;
};

}  // namespace sayso::bench
