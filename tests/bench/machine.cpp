#include "tests/bench/machine.h"

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "server/storage/sqlite/sqlite_store.h"
#include "shared/crypto/ed25519.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

using Clock = std::chrono::steady_clock;
using crash::demand;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

double measure_verifications(unsigned cores, std::chrono::milliseconds window) {
  const auto key = crypto::SigningKey::from_seed(crypto::Seed{1, 2, 3});
  // As many bytes as a Data Integrity proof signs.
  const ByteArray<64> message{4, 5, 6};
  const auto signature = key.sign(message);
  std::atomic<std::uint64_t> done{0};
  std::atomic<bool> all_good{true};
  const auto start = Clock::now();
  std::vector<std::thread> threads;
  for (unsigned core = 0; core < cores; ++core) {
    threads.emplace_back([&] {
      while (Clock::now() - start < window) {
        for (int i = 0; i < 16; ++i) {
          if (!crypto::verify_signature(key.public_key(), message, signature)) all_good = false;
        }
        done += 16;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  demand(all_good, "a good signature does not verify");
  return static_cast<double>(done) / seconds_since(start) / cores;
}

double measure_commits(const std::string& folder, std::chrono::milliseconds window) {
  storage::SqliteOptions options;
  options.folder = folder;
  const auto store = storage::SqliteStore::open(options);
  demand(store.has_value(), "no store can be opened in " + options.folder);
  const auto start = Clock::now();
  std::uint64_t done = 0;
  while (Clock::now() - start < window) {
    app::RowAddress address{app::Shelf::Records, {}};
    for (std::size_t i = 0; i < 8; ++i)
      address.tag[i] = static_cast<std::uint8_t>(done * 0x9E3779B97F4A7C15U >> (8 * i));
    app::Commit commit;
    commit.rows.push_back({address, app::Revision{}, Bytes(512, 7), 0});
    demand((*store)->commit(commit).has_value(), "a commit was refused");
    ++done;
  }
  return static_cast<double>(done) / seconds_since(start);
}

}  // namespace sayso::bench
