// A process that is killed while it writes: what it acknowledged is there, once, and the log is
// whole.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "server/storage/sqlite/sqlite_store.h"
#include "tests/server/app/council.h"
#include "tests/server/app/whole_log.h"
#include "tests/support/temporary_folder.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

struct World {
  sayso::test::TemporaryFolder folder;
  Council council;
  Phone phone{council};
  std::unique_ptr<storage::SqliteStore> store;

  World() {
    open();
    phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  }

  // The desk uses the store until it ends.
  ~World() { close(); }

  // In place of the council's own desk. The keyring stays: its keys were made at enrolment.
  void open() {
    close();
    auto opened = storage::SqliteStore::open({folder.path()});
    if (!opened) FAIL(opened.error().detail);
    store = std::move(*opened);
    council.desk = std::make_unique<Desk>(Council::quick_settings(), shipped_notices(), *store,
                                          *council.keyring, council.clock, council.random);
    council.portal = std::make_unique<Portal>(*council.desk);
    council.office = std::make_unique<Office>(*council.desk);
  }

  void close() {
    council.office.reset();
    council.portal.reset();
    council.desk.reset();
    store.reset();
  }
};

// Submits until it is killed; writes the hash of each acknowledged record into the pipe.
[[noreturn]] void submit_for_ever(World& world, int acknowledged) {
  world.open();
  if (!world.phone.sign_in()) _exit(1);
  while (true) {
    if (!world.phone.submit(world.phone.sign(world.phone.consent()))) _exit(2);
    if (write(acknowledged, world.phone.head->data(), 32) != 32) _exit(3);
  }
}

// Kills the child once it has acknowledged so many records; answers with all that it did
// acknowledge.
std::set<std::string> kill_after(World& world, int records) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  world.close();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    close(ends[0]);
    world.council.random.part_ways(static_cast<std::uint64_t>(records));
    submit_for_ever(world, ends[1]);
  }
  close(ends[1]);
  std::set<std::string> acknowledged;
  Digest hash{};
  while (read(ends[0], hash.data(), hash.size()) == 32) {
    acknowledged.insert(encode_hex(hash));
    if (acknowledged.size() == static_cast<std::size_t>(records))
      REQUIRE(kill(child, SIGKILL) == 0);
  }
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(WTERMSIG(status) == SIGKILL);
  return acknowledged;
}

}  // namespace

TEST_CASE("a process killed while it writes loses and doubles nothing that it acknowledged") {
  World world;
  std::set<std::string> acknowledged;
  for (int round = 1; round <= 8; ++round) {
    acknowledged.merge(kill_after(world, round * 3));
    world.open();
    check_whole_log(world.council);
    REQUIRE(world.phone.sign_in().has_value());
    const Json me = world.phone.me();
    std::set<std::string> kept;
    std::uint64_t running = 1;
    for (const Json& receipt : *member(me, "entries").array()) {
      const auto account = verified(world.council, receipt);
      CHECK(account.running == ++running);
      CHECK(kept.insert(encode_hex(account.record_hash)).second);
    }
    for (const std::string& hash : acknowledged) CHECK(kept.count(hash) == 1);
    // At most the one that was on its way when the process died.
    CHECK(kept.size() <= acknowledged.size() + static_cast<std::size_t>(round));
    const auto head = decode_hex(text(me, "head"));
    world.phone.head.emplace();
    std::copy(head->begin(), head->end(), world.phone.head->begin());
  }
}

}  // namespace sayso::app::test
