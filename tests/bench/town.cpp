#include "tests/bench/town.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <sstream>
#include <thread>

#include "server/app/log_writer.h"
#include "server/cli/council.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

using crash::demand;

constexpr unsigned kThreads = 2;
// Leaves that go into one commit while a log is seeded.
constexpr std::uint64_t kSeedStep = std::uint64_t{1} << 15;

// Runs `work` for 0 … count−1 on a few threads; passes the first complaint on.
template <class Work>
void share_out(std::size_t count, unsigned workers, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr trouble;
  std::mutex mutex;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      try {
        for (std::size_t each = next++; each < count; each = next++) work(each);
      } catch (...) {
        const std::lock_guard lock(mutex);
        trouble = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (trouble) std::rethrow_exception(trouble);
}

}  // namespace

Town::Town(const Site& site, std::string folder, std::size_t phones)
    : site_(site), folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  settings_.data = folder_ + "/data";
  settings_.www = site.www;
  settings_.port = site.port;
  auto content = cli::load_content(settings_.www, settings_.notice, settings_.language);
  demand(content.has_value(), "the web root cannot be read");
  content_ = std::move(*content);
  // Room for ten thousand phones at once, and a public log that is never long behind: all else is
  // as a council has it.
  std::ofstream(folder_ + "/sayso.conf")
      << "port = " << settings_.port << "\ndata = " << settings_.data << "\nwww = " << settings_.www
      << "\nconnections = 12000\nconnections-per-address = 256\npublish-seconds = 2\n"
      << "session-minutes = 60\n";
  invite(phones);
}

void Town::invite(std::size_t phones) {
  auto council =
      cli::Council::open(settings_, content_, "http://localhost:" + std::to_string(settings_.port),
                         storage::Opener::Tool);
  demand(council.has_value(), "the data folder cannot be made");
  phones_.resize(phones);
  share_out(phones, 16, [&](std::size_t i) {
    const auto person =
        (*council)->office().admit({"Bench " + std::to_string(i), Date{1990, 1, 1}});
    demand(person.has_value(), "somebody cannot be admitted");
    auto code = (*council)->office().invite(*person);
    demand(code.has_value(), "somebody cannot be invited");
    phones_[i] = std::make_unique<Phone>(std::move(*code), i + 1, settings_.port);
  });
}

void Town::seed(std::uint64_t size) {
  storage::SqliteOptions options;
  options.folder = settings_.data;
  options.opener = storage::Opener::Tool;
  const auto store = storage::SqliteStore::open(options);
  demand(store.has_value(), "the store cannot be opened");
  system::SystemRandom random;
  const auto keyring = cli::open_keyring(settings_, random, keyring::Start::WithData);
  demand(keyring.has_value(), "the keyring cannot be opened");
  app::LogWriter writer(settings_.log_name, **store, *keyring->ring);
  while (writer.size().value() < size) {
    const auto count = std::min(kSeedStep, size - writer.size().value());
    std::vector<protocol::LeafData> leaves(count);
    for (protocol::LeafData& leaf : leaves) random.fill(leaf);
    app::Commit commit;
    commit.log = writer.grow(leaves);
    demand((*store)->commit(commit).has_value(), "leaves cannot be seeded");
    writer.accept();
  }
}

void Town::start() {
  const auto began = std::chrono::steady_clock::now();
  server_ = std::make_unique<crash::ServerProcess>(
      std::vector<std::string>{site_.program, "serve", "--config", folder_ + "/sayso.conf"},
      folder_ + "/server.log");
  demand(server_->wait_until_serving() == settings_.port, "the server serves elsewhere");
  crash::Client client(settings_.port);
  const auto key = client.get("/log/key");
  start_seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  demand(key && key->status == 200, "the server does not answer");
  if (enrolled_) return;
  auto decoded = protocol::decode_vkey(key->body.substr(0, key->body.size() - 1));
  demand(decoded.has_value(), "the log's key cannot be read");
  answers_ = std::make_unique<Answers>(std::move(*decoded));
  enrol();
}

void Town::enrol() {
  share_out(phones_.size(), 16, [&](std::size_t i) {
    crash::Client client(settings_.port);
    phones_[i]->enrol(client);
  });
  enrolled_ = true;
}

void Town::stop() {
  server_->stop();
  server_.reset();
}

double Town::memory_mb() const {
  std::ifstream status("/proc/" + std::to_string(server_->id()) + "/status");
  std::string word;
  while (status >> word) {
    if (word != "VmRSS:") continue;
    double kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

double Town::cpu_seconds() const {
  std::ifstream file("/proc/" + std::to_string(server_->id()) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::istringstream rest(text.substr(text.rfind(')') + 2));
  std::string word;
  double ticks = 0;
  // proc(5): fields 14 and 15 are user and system time; the state after the name is field 3.
  for (int field = 3; field <= 15 && rest >> word; ++field) {
    if (field >= 14) ticks += std::stod(word);
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double Town::disk_mb() const {
  double bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(settings_.data))
    if (file.is_regular_file()) bytes += static_cast<double>(file.file_size());
  return bytes / 1e6;
}

void Town::sign_ahead(std::size_t first, std::size_t count, std::size_t each) {
  share_out(count, kThreads,
            [&](std::size_t i) { phones_[first + i]->sign_ahead(notice(), each); });
}

Town::Submitted Town::submit(std::size_t first, std::size_t count, std::chrono::milliseconds window,
                             double rate) {
  Load load;
  load.port = settings_.port;
  load.callers = count;
  load.next = [&](std::size_t caller) { return phones_[first + caller]->next(); };
  load.window = window;
  load.rate = rate;
  const double cpu_before = cpu_seconds();
  const Measured measured = run_load(load);
  const double cpu = cpu_seconds() - cpu_before;
  Submitted result;
  result.records = measured.answers.size();
  result.rate = measured.rate();
  result.latencies = measured.latencies();
  const auto records = static_cast<double>(result.records);
  result.cpu_us = 1e6 * cpu / records;
  result.batch = records / static_cast<double>(answers_->check(measured.answers));
  for (std::size_t i = 0; i < count; ++i) phones_[first + i]->forget_sent();
  return result;
}

}  // namespace sayso::bench
