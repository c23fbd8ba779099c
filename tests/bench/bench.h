// The parts of a run, in their order. Each writes into the report and prints its table to standard
// error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/report.h"
#include "tests/bench/town.h"

namespace sayso::bench {

struct Options {
  Site site;
  std::string folder;
  // Shorter windows, fewer rounds, a smaller log.
  bool quick = false;
  // Empty = all parts.
  std::vector<std::string> parts;

  [[nodiscard]] bool wants(const std::string& part) const;
};

class Bench {
 public:
  explicit Bench(Options options);
  void run();
  [[nodiscard]] const Report& report() const { return report_; }

 private:
  struct Limits {
    double verifications = 0;
    double commits = 0;
  };

  [[nodiscard]] Limits measure_machine();
  [[nodiscard]] static Limits mean_of(const Limits& a, const Limits& b);
  // The middle of all that was measured.
  void report_machine();
  // What the machine allows when so many records share a commit.
  [[nodiscard]] double limit(const Limits& limits, double batch) const;

  void measure_records();
  void measure_reads();
  void measure_slow_clients();
  void measure_idle_phones();
  void measure_growth();

  [[nodiscard]] double read_rate(Town& town, std::size_t first, std::size_t callers,
                                 const std::string& path, std::chrono::milliseconds window);
  [[nodiscard]] std::chrono::milliseconds shorter(int ms) const;

  Options options_;
  unsigned cores_;
  std::vector<Limits> probes_;
  std::unique_ptr<Town> town_;
  // How many records are acknowledged each second at most, as far as is known.
  double expected_rate_ = 0;
  Report report_;
};

}  // namespace sayso::bench
