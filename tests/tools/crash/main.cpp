// sayso_crash PROGRAM WWW FOLDER ROUNDS [SEED]
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <thread>

#include "shared/encoding/notice_json.h"
#include "tests/tools/crash/complaint.h"
#include "tests/tools/crash/log_view.h"
#include "tests/tools/crash/phone.h"
#include "tests/tools/crash/server_process.h"

namespace sayso::crash {
namespace {

using encoding::Json;

constexpr std::size_t kPhones = 8;
constexpr int kRoundsAReport = 25;
// Longer than a batch, a commit and an answer take, so that kills fall into every part of them.
constexpr int kLongestLife_ms = 400;
constexpr int kLongestStart_ms = 60;

struct Plan {
  std::string program;
  std::string www;
  std::string folder;
  int rounds = 0;
  std::uint64_t seed = 0;
};

class Run {
 public:
  explicit Run(Plan plan) : plan_(std::move(plan)), random_(plan_.seed) {
    std::ofstream(config()) << "port = 0\ndata = " << plan_.folder << "/data\nwww = " << plan_.www
                            << "\npublish-seconds = 1\ncover-seconds = 1\n";
  }

  void run() {
    for (std::size_t i = 0; i < kPhones; ++i) add_phone();
    learn();
    for (round_ = 1; round_ <= plan_.rounds; ++round_) {
      kill_at_work();
      if (draw(8) == 0) kill_at_start();
      check();
      // One new phone each round, so that enrolling is killed too; the oldest has been looked at
      // often enough.
      phones_.pop_front();
      add_phone();
      if (round_ % kRoundsAReport == 0 || round_ == plan_.rounds) report();
    }
  }

  [[nodiscard]] int round() const { return round_; }

 private:
  // A long run that is broken off has said what it found until then.
  void report() const {
    std::cout << round_ << " rounds, " << acknowledged_ << " records acknowledged, " << unanswered_
              << " left without an answer and sent again, " << log_->size()
              << " entries in the log: nothing lost, nothing doubled" << std::endl;
  }

  [[nodiscard]] std::string config() const { return plan_.folder + "/sayso.conf"; }
  [[nodiscard]] int draw(int below) {
    return static_cast<int>(random_() % static_cast<unsigned>(below));
  }

  [[nodiscard]] std::unique_ptr<ServerProcess> start() {
    return std::make_unique<ServerProcess>(
        std::vector<std::string>{plan_.program, "serve", "--config", config()},
        plan_.folder + "/server.log");
  }

  void add_phone() {
    const auto said = run_program({plan_.program, "invite", "--config", config(), "--name",
                                   "Crash " + std::to_string(invited_++), "--born", "1990-01-01"});
    const auto code = said.substr(said.find('#') + 1);
    phones_.push_back(std::make_unique<Phone>(code.substr(0, code.find('\n')), random_()));
  }

  // What does not change from start to start: the key of the log and the notice.
  void learn() {
    const auto server = start();
    Client client(server->wait_until_serving());
    const auto key = client.get("/log/key");
    demand(key.has_value(), "no key");
    key_ = protocol::decode_vkey(key->body.substr(0, key->body.size() - 1));
    demand(key_.has_value(), "the log's key cannot be read");
    log_ = std::make_unique<LogView>(*key_);
    const auto page = client.get("/");
    demand(page.has_value(), "no page");
    const auto at = page->body.find("/notices/");
    const auto address = page->body.substr(at, page->body.find('"', at) - at);
    const auto notice = client.get(address);
    demand(notice && notice->status == 200, "no notice");
    auto decoded = encoding::decode_notice(notice->body);
    demand(decoded.has_value(), "the notice cannot be read");
    notice_.notice = std::move(*decoded);
    const auto hash = decode_hex(address.substr(9, 64));
    demand(hash.has_value(), "the notice's address has no hash");
    std::copy(hash->begin(), hash->end(), notice_.hash.begin());
    server->stop();
  }

  void kill_at_work() {
    const auto server = start();
    const auto port = server->wait_until_serving();
    std::atomic<bool> stop{false};
    std::exception_ptr trouble;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (const auto& phone : phones_) {
      threads.emplace_back([&, worker = phone.get()] {
        try {
          worker->work(port, notice_, stop);
        } catch (...) {
          const std::lock_guard lock(mutex);
          trouble = std::current_exception();
        }
      });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(draw(kLongestLife_ms)));
    server->kill();
    stop = true;
    for (auto& thread : threads) thread.join();
    if (trouble) std::rethrow_exception(trouble);
  }

  void kill_at_start() {
    const auto server = start();
    std::this_thread::sleep_for(std::chrono::milliseconds(draw(kLongestStart_ms)));
    server->kill();
  }

  void check() {
    const auto server = start();
    const auto port = server->wait_until_serving();
    for (const auto& phone : phones_) {
      if (phone->has_unanswered()) ++unanswered_;
      phone->check(port, *key_);
      const auto given = phone->take_checkpoints();
      acknowledged_ += given.size();
      for (const auto& checkpoint : given) log_->expect(checkpoint);
    }
    Client client(port);
    if (round_ < plan_.rounds) {
      log_->catch_up(client);
    } else {
      log_->catch_up_with_all(client);
    }
    server->stop();
  }

  Plan plan_;
  std::mt19937_64 random_;
  int round_ = 0;
  int invited_ = 0;
  std::size_t acknowledged_ = 0;
  std::size_t unanswered_ = 0;
  KnownNotice notice_;
  std::optional<protocol::VerifierKey> key_;
  std::unique_ptr<LogView> log_;
  std::deque<std::unique_ptr<Phone>> phones_;
};

int main_with(const Plan& plan) {
  std::cout << "seed: " << plan.seed << std::endl;
  Run run(plan);
  try {
    run.run();
  } catch (const std::exception& problem) {
    std::cout << "round " << run.round() << ": " << problem.what() << "\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace sayso::crash

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "sayso_crash PROGRAM WWW FOLDER ROUNDS [SEED]\n";
    return 2;
  }
  sayso::crash::Plan plan{argv[1], argv[2], argv[3], std::atoi(argv[4]), std::random_device{}()};
  if (argc > 5) plan.seed = std::strtoull(argv[5], nullptr, 10);
  return sayso::crash::main_with(plan);
}
