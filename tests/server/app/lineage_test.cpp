// A log that went on, one that stayed behind, and one that became another, told apart.
#include "server/app/lineage.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/app/log_writer.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {
namespace {

// A log of entries that are numbers. Logs with the same numbers are the same.
struct NumberLog {
  explicit NumberLog(Council& made_by) : council(made_by) {}

  void grow(std::uint64_t until, std::uint8_t branch = 0) {
    LogWriter writer("council.example/log", store, *council.keyring);
    std::vector<protocol::LeafData> leaves;
    for (std::uint64_t i = writer.size().value(); i < until; ++i) {
      protocol::LeafData leaf{};
      leaf[0] = branch;
      leaf[1] = static_cast<std::uint8_t>(i);
      leaf[2] = static_cast<std::uint8_t>(i >> 8);
      leaves.push_back(leaf);
    }
    Commit commit;
    commit.log = writer.grow(leaves);
    REQUIRE(store.commit(commit).has_value());
  }

  [[nodiscard]] Seen seen(bool is_public = true) const {
    const auto head = store.log_head();
    const auto note = protocol::decode_note(head->checkpoint);
    return {*protocol::decode_checkpoint(note->text), head->checkpoint, "somewhere", is_public};
  }

  Council& council;
  storage::MemoryStore store;
};

class StoreCopy final : public LogCopy {
 public:
  explicit StoreCopy(const Store& store) : store_(store) {}
  std::optional<Bytes> find_tile(TileAddress address, int width) const override {
    auto bytes = store_.find_tile(address);
    if (bytes && spoil) spoil(address, *bytes);
    // As static files are: partial ones are no longer than was asked for.
    if (bytes) bytes->resize(std::min(bytes->size(), static_cast<std::size_t>(width) * 34));
    return bytes;
  }
  std::function<void(TileAddress, Bytes&)> spoil;

 private:
  const Store& store_;
};

}  // namespace

TEST_CASE("a log goes on from each of its own earlier states") {
  Council council;
  NumberLog log(council);
  std::vector<Seen> seen;
  for (const std::uint64_t size : {1U, 2U, 255U, 256U, 257U, 700U}) {
    log.grow(size);
    seen.push_back(log.seen());
    CHECK(compare_log(log.store, seen).lineage == Lineage::GoesOn);
  }
}

TEST_CASE("a log that lacks what somebody has seen is behind, by the largest that was seen") {
  Council council;
  NumberLog log(council);
  NumberLog backup(council);
  log.grow(300);
  backup.grow(300);
  std::vector<Seen> seen{log.seen()};
  log.grow(310);
  seen.push_back(log.seen());
  log.grow(305 + 100);
  seen.push_back(log.seen());
  const auto answer = compare_log(backup.store, seen);
  CHECK(answer.lineage == Lineage::Behind);
  CHECK(answer.by->checkpoint.size == TreeSize(405));
}

TEST_CASE("a log with another entry differs, and that is said before that it is behind") {
  Council council;
  NumberLog log(council);
  NumberLog backup(council);
  log.grow(280);
  backup.grow(279);
  backup.grow(290, 1);
  std::vector<Seen> seen{log.seen()};
  log.grow(400);
  seen.push_back(log.seen());
  const auto answer = compare_log(backup.store, seen);
  CHECK(answer.lineage == Lineage::Differs);
  CHECK(answer.by->checkpoint.size == TreeSize(280));
}

TEST_CASE("a log that is behind is completed from a copy, and grows on as the same log") {
  Council council;
  NumberLog log(council);
  for (const std::uint64_t had : {0U, 1U, 255U, 256U, 300U}) {
    CAPTURE(had);
    NumberLog whole(council);
    NumberLog backup(council);
    whole.grow(700);
    if (had > 0) backup.grow(had);
    const Seen newest = whole.seen();
    REQUIRE(complete_log(backup.store, StoreCopy(whole.store), newest).has_value());
    CHECK(compare_log(backup.store, {newest}).lineage == Lineage::GoesOn);
    backup.grow(1000);
    whole.grow(1000);
    CHECK(backup.store.log_head()->checkpoint == whole.store.log_head()->checkpoint);
    for (const TileAddress tile : {TileAddress{0, 1}, TileAddress{0, 3}, TileAddress{1, 0},
                                   TileAddress{kEntryBundle, 2}, TileAddress{kEntryBundle, 3}})
      CHECK(backup.store.find_tile(tile) == whole.store.find_tile(tile));
  }
}

TEST_CASE("a copy that is not of this log completes nothing, and nothing is changed") {
  Council council;
  NumberLog whole(council);
  NumberLog backup(council);
  whole.grow(600);
  backup.grow(300);
  const Seen newest = whole.seen();
  StoreCopy copy(whole.store);
  CompletionFault expected = CompletionFault::Differs;
  SUBCASE("an entry before the backup's newest is another") {
    copy.spoil = [](TileAddress address, Bytes& bytes) { bytes[5] ^= address.index == 1 ? 1 : 0; };
  }
  SUBCASE("an entry after it is another") {
    copy.spoil = [](TileAddress address, Bytes& bytes) { bytes[5] ^= address.index == 2 ? 1 : 0; };
  }
  SUBCASE("an entry has another length") {
    copy.spoil = [](TileAddress address, Bytes& bytes) { bytes[1] ^= address.index == 2 ? 1 : 0; };
  }
  SUBCASE("a bundle is too short") {
    copy.spoil = [](TileAddress address, Bytes& bytes) {
      if (address.index == 2) bytes.resize(34);
    };
    expected = CompletionFault::Incomplete;
  }
  const auto done = complete_log(backup.store, copy, newest);
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error() == expected);
  CHECK(backup.store.log_head()->size == TreeSize(300));
}

TEST_CASE("the public is not shown less than it was, nor what one person alone was given") {
  Council council;
  NumberLog log(council);
  log.grow(10);
  const Seen shown = log.seen();
  log.grow(12);
  const Seen receipt = log.seen(false);
  REQUIRE(keep_published(log.store, {shown, receipt}).has_value());
  CHECK(log.store.published_head()->size == TreeSize(10));
}

}  // namespace sayso::app::test
