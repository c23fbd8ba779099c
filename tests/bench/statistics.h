// What many measurements come to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sayso::bench {

struct Latencies {
  double p50_ms = 0;
  double p99_ms = 0;
  double max_ms = 0;
};

// The value below which this share lies (nearest rank); 0 of nothing.
inline double percentile(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

inline double median(std::vector<double> values) { return percentile(values, 0.5); }

// Precondition: seconds.
inline Latencies summarize(std::vector<double> seconds) {
  return {1e3 * percentile(seconds, 0.50), 1e3 * percentile(seconds, 0.99),
          1e3 * percentile(seconds, 1.00)};
}

}  // namespace sayso::bench
