#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <thread>

#include "tests/bench/crowd.h"
#include "tests/bench/machine.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

using std::chrono::milliseconds;

// Which phones do what, by number: each level has its own, so that one that is used up is not
// another's.
constexpr std::size_t kReaders = 16;
struct Level {
  std::size_t callers;
  std::size_t first;
};
constexpr Level kLevels[] = {{1, 16}, {8, 17}, {64, 25}, {512, 89}};
constexpr Level kOthers = kLevels[2];
constexpr std::size_t kPhones = 89 + 512;
// What somebody has who chose, and changed their mind twice.
constexpr std::size_t kRecordsOfReader = 3;
constexpr std::size_t kIdlePhones = 10'000;

struct Reading {
  const char* name;
  const char* path;
};
constexpr Reading kReadings[] = {{"page", "/home"},
                                 {"me", "/api/me"},
                                 {"receipt", "/api/receipts/2"},
                                 {"tile", "/log/tile/0/000"}};

std::size_t enough(double rate, milliseconds window, std::size_t callers) {
  const double records = rate * std::chrono::duration<double>(window).count() * 1.5;
  return static_cast<std::size_t>(records / static_cast<double>(callers)) + 5;
}

}  // namespace

bool Options::wants(const std::string& part) const {
  return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
}

Bench::Bench(Options options)
    : options_(std::move(options)), cores_(std::max(1U, std::thread::hardware_concurrency())) {}

milliseconds Bench::shorter(int ms) const { return milliseconds(options_.quick ? ms / 4 : ms); }

Bench::Limits Bench::measure_machine() {
  const Limits now{measure_verifications(cores_, shorter(600)),
                   measure_commits(options_.folder + "/commits-" + std::to_string(probes_.size()),
                                   shorter(600))};
  probes_.push_back(now);
  return now;
}

Bench::Limits Bench::mean_of(const Limits& a, const Limits& b) {
  return {(a.verifications + b.verifications) / 2, (a.commits + b.commits) / 2};
}

double Bench::limit(const Limits& limits, double batch) const {
  return std::min(cores_ * limits.verifications, limits.commits * batch);
}

void Bench::report_machine() {
  std::vector<double> verifications;
  std::vector<double> commits;
  for (const Limits& probe : probes_) {
    verifications.push_back(probe.verifications);
    commits.push_back(probe.commits);
  }
  const Limits limits{median(verifications), median(commits)};
  report_.open("machine");
  report_.add("cores", cores_);
  report_.add("verifications_per_second_per_core", limits.verifications);
  report_.add("synced_commits_per_second", limits.commits);
  report_.close();
  std::fprintf(stderr, "machine: %u cores, %.0f verifications/s each, %.0f synced commits/s\n",
               cores_, limits.verifications, limits.commits);
}

void Bench::run() {
  town_ = std::make_unique<Town>(options_.site, options_.folder + "/town", kPhones);
  town_->start();
  // Readers first: by the time that they read, what they chose has been published.
  town_->sign_ahead(0, kReaders, kRecordsOfReader);
  static_cast<void>(town_->submit(0, kReaders, milliseconds(5000)));
  // A first look, which nothing reports: it warms up, and says how many records have to be signed.
  town_->sign_ahead(kOthers.first, kOthers.callers, 40);
  const auto first = town_->submit(kOthers.first, kOthers.callers, milliseconds(600));
  expected_rate_ = first.rate;
  if (options_.wants("records")) measure_records();
  if (options_.wants("reads")) measure_reads();
  if (options_.wants("slow")) measure_slow_clients();
  if (options_.wants("idle")) measure_idle_phones();
  town_->stop();
  if (options_.wants("growth")) measure_growth();
}

void Bench::measure_records() {
  const auto window = shorter(5000);
  struct Done {
    Town::Submitted result;
    Limits limits;
  };
  std::map<std::size_t, Done> done;
  Level best = kLevels[0];
  double best_rate = 0;
  Limits before = measure_machine();
  for (const Level& level : kLevels) {
    town_->sign_ahead(level.first, level.callers, enough(expected_rate_, window, level.callers));
    const auto result = town_->submit(level.first, level.callers, window);
    // The machine gets quicker and slower: what it can do is taken just before and just after.
    const Limits after = measure_machine();
    done[level.callers] = {result, mean_of(before, after)};
    before = after;
    if (result.rate <= best_rate) continue;
    best_rate = result.rate;
    best = level;
  }
  expected_rate_ = best_rate;
  town_->sign_ahead(best.first, best.callers, enough(best_rate / 2, window, best.callers));
  const auto half = town_->submit(best.first, best.callers, window, best_rate / 2);
  report_machine();

  std::fprintf(stderr, "%12s %10s %8s %8s %8s %8s %8s %9s %8s %10s %6s\n", "connections",
               "records/s", "p50 ms", "p99 ms", "max ms", "batch", "cpu us", "verify/s", "syncs/s",
               "limit/s", "eta");
  report_.open_list("records");
  for (const auto& [callers, level] : done) {
    const Town::Submitted& result = level.result;
    const double most = limit(level.limits, result.batch);
    report_.open_element();
    report_.add("connections", static_cast<double>(callers));
    report_.add("acknowledged_per_second", result.rate);
    report_.add("latency", result.latencies);
    report_.add("batch", result.batch);
    report_.add("server_cpu_us_per_record", result.cpu_us);
    report_.add("server_cpu_in_verifications", result.cpu_us * level.limits.verifications / 1e6);
    report_.add("verifications_per_second_per_core", level.limits.verifications);
    report_.add("synced_commits_per_second", level.limits.commits);
    report_.add("limit_per_second", most);
    report_.add("eta", result.rate / most);
    report_.close();
    std::fprintf(stderr, "%12zu %10.0f %8.2f %8.2f %8.2f %8.1f %8.0f %9.0f %8.0f %10.0f %6.3f\n",
                 callers, result.rate, result.latencies.p50_ms, result.latencies.p99_ms,
                 result.latencies.max_ms, result.batch, result.cpu_us, level.limits.verifications,
                 level.limits.commits, most, result.rate / most);
  }
  report_.close();
  report_.open("half_load");
  report_.add("connections", static_cast<double>(best.callers));
  report_.add("acknowledged_per_second", half.rate);
  report_.add("latency", half.latencies);
  report_.close();
  report_.add("memory_mb", town_->memory_mb());
  std::fprintf(stderr, "%12s %10.0f %8.2f %8.2f %8.2f   server in %.0f MB\n", "at half", half.rate,
               half.latencies.p50_ms, half.latencies.p99_ms, half.latencies.max_ms,
               town_->memory_mb());
}

double Bench::read_rate(Town& town, std::size_t first, std::size_t callers, const std::string& path,
                        milliseconds window) {
  std::vector<Request> requests;
  for (std::size_t i = 0; i < callers; ++i) requests.push_back(town.phone(first + i).read(path));
  Load load;
  load.port = town.port();
  load.callers = callers;
  load.next = [&](std::size_t caller) { return &requests[caller]; };
  load.window = window;
  load.keep_bodies = false;
  return run_load(load).rate();
}

void Bench::measure_reads() {
  report_.open("reads_per_second");
  std::fprintf(stderr, "reads/s:");
  for (const Reading& reading : kReadings) {
    const double rate = read_rate(*town_, 0, kReaders, reading.path, shorter(2000));
    report_.add(reading.name, rate);
    std::fprintf(stderr, "  %s %.0f", reading.path, rate);
  }
  report_.close();
  std::fprintf(stderr, "\n");
}

void Bench::measure_slow_clients() {
  struct Case {
    const char* name;
    std::size_t clients;
    Manner manner;
  };
  constexpr Case kCases[] = {{"one_slow", 1, Manner::Trickles},
                             {"hundred_slow", 100, Manner::Trickles},
                             {"never_reads", 1, Manner::NeverReads}};
  const auto window = shorter(2000);
  const double rate = expected_rate_ / 4;
  const auto p99_of_others = [&] {
    town_->sign_ahead(kOthers.first, kOthers.callers, enough(rate, window, kOthers.callers));
    return town_->submit(kOthers.first, kOthers.callers, window, rate).latencies.p99_ms;
  };
  std::map<std::string, std::vector<double>> p99;
  std::map<std::string, std::vector<double>> ratios;
  for (int round = 0; round < (options_.quick ? 1 : 3); ++round) {
    for (const Case& each : kCases) {
      const double before = p99_of_others();
      const Crowd crowd(town_->port(), each.clients, each.manner, town_->notice().address);
      const double with = p99_of_others();
      p99["calm"].push_back(before);
      p99[each.name].push_back(with);
      ratios[each.name].push_back(with / before);
    }
  }
  report_.open("slow_clients");
  report_.add("calm_p99_ms", median(p99["calm"]));
  std::fprintf(stderr, "others' p99 at %.0f records/s: %.2f ms", rate, median(p99["calm"]));
  for (const Case& each : kCases) {
    report_.open(each.name);
    report_.add("p99_ms", median(p99[each.name]));
    report_.add("ratio", median(ratios[each.name]));
    report_.close();
    std::fprintf(stderr, "; %s %.2f ms (%.2f times)", each.name, median(p99[each.name]),
                 median(ratios[each.name]));
  }
  report_.close();
  std::fprintf(stderr, "\n");
}

void Bench::measure_idle_phones() {
  const auto window = shorter(3000);
  const double rate = expected_rate_ / 4;
  const auto p99_of_others = [&] {
    town_->sign_ahead(kOthers.first, kOthers.callers, enough(rate, window, kOthers.callers));
    return town_->submit(kOthers.first, kOthers.callers, window, rate).latencies.p99_ms;
  };
  const double memory_before = town_->memory_mb();
  const double calm = p99_of_others();
  const Crowd crowd(town_->port(), kIdlePhones, Manner::Idle);
  const double memory = town_->memory_mb();
  const double with = p99_of_others();
  crash::demand(crowd.connected() == kIdlePhones, "idle phones were cut off");
  report_.open("idle_phones");
  report_.add("connected", kIdlePhones);
  report_.add("memory_mb_before", memory_before);
  report_.add("memory_mb", memory);
  report_.add("kilobytes_each", (memory - memory_before) * 1024 / kIdlePhones);
  report_.add("others_p99_ms_before", calm);
  report_.add("others_p99_ms", with);
  report_.close();
  std::fprintf(
      stderr,
      "%zu idle phones: server in %.0f MB (%.0f before), others' p99 %.2f ms (%.2f before)\n",
      kIdlePhones, memory, memory_before, with, calm);
}

}  // namespace sayso::bench
