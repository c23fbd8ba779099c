// A council on a folder, the phones of its people, and everything that any of its lives gave out:
// what has to be there after each of them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/keyring/file_key_shelf.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "tests/power/disk.h"
#include "tests/server/app/council.h"
#include "tests/support/temporary_folder.h"

namespace sayso::power {

enum class Ending { PowerLost, Killed, Stopped, RanOut, Broken };

struct Totals {
  std::uint64_t lives = 0;
  std::uint64_t ended = 0;  // by the disk
  std::uint64_t acknowledged = 0;
  std::uint64_t checkpoints = 0;
  std::uint64_t refused = 0;
};

class World {
 public:
  explicit World(std::uint64_t seed);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  // Between lives: when no time is said, some hours pass.
  void pass(std::int64_t seconds) { council.clock.pass(seconds - kPause_s); }

  // A process that serves on this disk, for so many steps at the most. What it says on standard
  // error when it stops by itself is kept in last_words().
  Ending live(const DiskPlan& plan, int steps = 60);
  // Opens what the disk has, with nothing in front of it. Empty when the store opens, fsck finds
  // nothing, every acknowledged record is there as it was acknowledged, and the log goes on from
  // every checkpoint that was given out; otherwise what is wrong.
  [[nodiscard]] std::string find_problem();

  [[nodiscard]] const Totals& totals() const { return totals_; }
  [[nodiscard]] const std::string& last_words() const { return last_words_; }
  [[nodiscard]] std::string data() const { return folder_.path() + "/data"; }
  // Of everything that was given out, in order.
  [[nodiscard]] Digest digest() const;

  // The rest is for lives.
  // Empty, or why the store cannot be opened.
  [[nodiscard]] std::string open();
  void close();
  app::test::Council council;
  // By the number that their keys are made of.
  std::map<std::uint8_t, std::unique_ptr<app::test::Phone>> phones;
  std::uint64_t seed;

 private:
  void take_down(char kind, const std::string& text);
  std::string find_loss(app::test::Phone& phone, const std::vector<encoding::Json>& given);
  std::string find_fork();

  static constexpr std::int64_t kPause_s = 6 * 60 * 60;

  test::TemporaryFolder folder_;
  std::unique_ptr<keyring::FileKeyShelf> shelf_;
  std::unique_ptr<storage::SqliteStore> store_;
  Totals totals_;
  std::string last_words_;
  // Receipts by the phone that they were given to; notes of receipts and of the public log.
  std::map<std::uint8_t, std::vector<encoding::Json>> receipts_;
  std::vector<std::string> notes_;
  std::vector<std::string> published_;
  std::string everything_;
};

// What the council says of the person, after taking the newest record of this key from it: one that
// was on its way when a life ended may be there or not.
encoding::Json catch_up(app::test::Phone& phone);

}  // namespace sayso::power
