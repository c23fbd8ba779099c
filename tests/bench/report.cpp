#include "tests/bench/report.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace sayso::bench {

void Report::begin(std::string_view name) {
  const bool is_first = text_.empty() || text_.back() == '{' || text_.back() == '[';
  text_ += is_first ? "\n" : ",\n";
  text_.append(2 * (closers_.size() + 1), ' ');
  if (!name.empty()) text_ += '"' + std::string(name) + "\": ";
}

void Report::open(std::string_view name) {
  begin(name);
  text_ += '{';
  closers_ += '}';
}

void Report::open_list(std::string_view name) {
  begin(name);
  text_ += '[';
  closers_ += ']';
}

void Report::open_element() { open({}); }

void Report::close() {
  const char closer = closers_.back();
  closers_.pop_back();
  text_ += '\n';
  text_.append(2 * (closers_.size() + 1), ' ');
  text_ += closer;
}

// Enough digits for what is measured, and none that were not.
void Report::add(std::string_view name, double value) {
  begin(name);
  std::array<char, 64> digits{};
  const double size = std::fabs(value);
  const int decimals = value == std::floor(value) || size >= 100 ? 0 : size >= 10 ? 1 : 3;
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
  text_ += digits.data();
}

void Report::add(std::string_view name, std::string_view text) {
  begin(name);
  text_ += '"' + std::string(text) + '"';
}

void Report::add(std::string_view name, const Latencies& latencies) {
  open(name);
  add("p50_ms", latencies.p50_ms);
  add("p99_ms", latencies.p99_ms);
  add("max_ms", latencies.max_ms);
  close();
}

}  // namespace sayso::bench
