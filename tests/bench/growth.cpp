// The log at three sizes: one server on each, measured in turns, so that a machine that is busy for
// a while is busy for all of them.
#include <cstdio>
#include <memory>

#include "tests/bench/bench.h"

namespace sayso::bench {
namespace {

constexpr std::size_t kWriters = 32;
constexpr std::size_t kReaders = 8;
constexpr std::size_t kRecordsOfReader = 3;

struct Grown {
  std::uint64_t entries = 0;
  std::unique_ptr<Town> town;
  std::vector<double> rate;
  std::vector<double> cpu_us;
  std::vector<double> me;
  std::vector<double> receipts;
  double memory_mb = 0;
  double start_seconds = 0;
};

// Round by round, because the machine is not the same in each.
double ratio(const std::vector<double>& values, const std::vector<double>& first) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < values.size(); ++i) ratios.push_back(values[i] / first[i]);
  return median(std::move(ratios));
}

}  // namespace

void Bench::measure_growth() {
  std::vector<std::uint64_t> sizes{10'000, 1'000'000};
  if (!options_.quick) sizes.push_back(10'000'000);
  std::vector<Grown> all;
  Site site = options_.site;
  for (const std::uint64_t entries : sizes) {
    ++site.port;
    Grown& grown = all.emplace_back();
    grown.entries = entries;
    grown.town = std::make_unique<Town>(site, options_.folder + "/grown-" + std::to_string(entries),
                                        kWriters + kReaders);
    grown.town->seed(entries);
    grown.town->start();
    grown.town->sign_ahead(kWriters, kReaders, kRecordsOfReader);
    static_cast<void>(grown.town->submit(kWriters, kReaders, std::chrono::milliseconds(5000)));
  }
  const auto window = shorter(2000);
  for (int round = 0; round < (options_.quick ? 2 : 5); ++round) {
    for (Grown& grown : all) {
      const double expected = expected_rate_ / 2 * std::chrono::duration<double>(window).count();
      grown.town->sign_ahead(0, kWriters, static_cast<std::size_t>(expected) / kWriters + 5);
      const auto submitted = grown.town->submit(0, kWriters, window);
      grown.rate.push_back(submitted.rate);
      grown.cpu_us.push_back(submitted.cpu_us);
      grown.me.push_back(read_rate(*grown.town, kWriters, kReaders, "/api/me", window / 4));
      grown.receipts.push_back(
          read_rate(*grown.town, kWriters, kReaders, "/api/receipts/2", window / 4));
    }
  }
  for (Grown& grown : all) {
    grown.memory_mb = grown.town->memory_mb();
    grown.town->stop();
    grown.town->start();
    grown.start_seconds = grown.town->start_seconds();
    grown.town->stop();
  }
  report_.open_list("growth");
  std::fprintf(stderr, "%10s %10s %14s %14s %14s %14s %8s %8s %8s\n", "entries", "disk MB",
               "cpu us/record", "records/s", "/api/me/s", "receipts/s", "MB", "start s", "");
  for (const Grown& grown : all) {
    const Grown& first = all.front();
    report_.open_element();
    report_.add("entries", static_cast<double>(grown.entries));
    report_.add("disk_mb", grown.town->disk_mb());
    report_.add("server_cpu_us_per_record", median(grown.cpu_us));
    report_.add("cost_ratio", ratio(grown.cpu_us, first.cpu_us));
    report_.add("acknowledged_per_second", median(grown.rate));
    report_.add("acknowledged_ratio", ratio(grown.rate, first.rate));
    report_.add("me_per_second", median(grown.me));
    report_.add("me_ratio", ratio(grown.me, first.me));
    report_.add("receipts_per_second", median(grown.receipts));
    report_.add("receipts_ratio", ratio(grown.receipts, first.receipts));
    report_.add("memory_mb", grown.memory_mb);
    report_.add("start_seconds", grown.start_seconds);
    report_.close();
    std::fprintf(
        stderr, "%10llu %10.0f %7.0f (%.2f) %7.0f (%.2f) %7.0f (%.2f) %7.0f (%.2f) %8.0f %8.2f\n",
        static_cast<unsigned long long>(grown.entries), grown.town->disk_mb(), median(grown.cpu_us),
        ratio(grown.cpu_us, first.cpu_us), median(grown.rate), ratio(grown.rate, first.rate),
        median(grown.me), ratio(grown.me, first.me), median(grown.receipts),
        ratio(grown.receipts, first.receipts), grown.memory_mb, grown.start_seconds);
  }
  report_.close();
}

}  // namespace sayso::bench
