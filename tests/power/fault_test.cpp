// Each fault of the table in docs/storage.md, put under a council that works: what the process
// does, and that nothing is lost.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/power/world.h"

namespace sayso::power {
namespace {

// Moments in the middle of the work, after the store is open.
constexpr std::uint64_t kMoments[] = {60, 61, 62, 100, 177, 251};

DiskPlan plan_of(Fault fault, std::uint64_t at, std::uint64_t lasts = 1) {
  DiskPlan plan;
  plan.fault = fault;
  plan.at = at;
  plan.lasts = lasts;
  plan.seed = at;
  return plan;
}

// A life that has acknowledged something before it meets the fault at each of the moments, and
// another that goes on.
template <class Check>
void meet(Fault fault, const Check& check, std::uint64_t later = 0) {
  World world(static_cast<std::uint64_t>(fault));
  REQUIRE(world.live({}, 10) == Ending::RanOut);
  for (const std::uint64_t moment : kMoments) {
    CAPTURE(moment);
    const auto ending = world.live(plan_of(fault, moment + later));
    CAPTURE(world.last_words());
    check(world, ending);
    REQUIRE(world.find_problem() == "");
  }
  REQUIRE(world.live({}, 10) == Ending::RanOut);
  REQUIRE(world.find_problem() == "");
}

void stops_and_says_why(const World& world, Ending ending) {
  REQUIRE(ending == Ending::Stopped);
  REQUIRE(world.last_words().find("storage: SQLite error") != std::string::npos);
}

std::uintmax_t size_of(const std::string& path) { return std::filesystem::file_size(path); }

void flip_byte(const std::string& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ 0x40);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
}

}  // namespace

TEST_CASE("a sync that fails stops the process, and nothing that was acknowledged is lost") {
  meet(Fault::SyncFails, stops_and_says_why);
}

TEST_CASE("a write that fails stops the process, and nothing that was acknowledged is lost") {
  meet(Fault::WriteFails, stops_and_says_why);
}

TEST_CASE("a short write stops the process, and nothing that was acknowledged is lost") {
  meet(Fault::ShortWrite, stops_and_says_why);
}

TEST_CASE("a read that fails stops the process, or keeps it from starting") {
  int stopped = 0;
  const auto stops_or_refuses = [&](const World& world, Ending ending) {
    if (ending == Ending::Stopped) {
      ++stopped;
      return stops_and_says_why(world, ending);
    }
    REQUIRE(ending == Ending::Broken);
    // While it was opened: it is not served, and that is said of the file.
    REQUIRE(world.last_words().find("sayso.sqlite ") != std::string::npos);
  };
  meet(Fault::ReadFails, stops_or_refuses);
  // Past the reads of an opening.
  meet(Fault::ReadFails, stops_or_refuses, 400);
  CHECK(stopped > 0);
}

TEST_CASE("a process killed at any operation loses nothing that it acknowledged") {
  meet(Fault::Killed, [](const World&, Ending ending) { REQUIRE(ending == Ending::Killed); });
}

TEST_CASE(
    "a full disk refuses what is handed in, goes on serving, and takes it when there is room") {
  for (const std::uint64_t moment : kMoments) {
    CAPTURE(moment);
    World world(moment);
    const auto ending = world.live(plan_of(Fault::DiskFull, moment, 5), 40);
    CAPTURE(world.last_words());
    REQUIRE(ending == Ending::RanOut);
    CHECK(world.totals().refused > 0);
    // Far more than there was before the disk was full.
    CHECK(world.totals().acknowledged > 15);
    REQUIRE(world.find_problem() == "");
  }
}

TEST_CASE("a write-ahead log that ends in half a frame or in rubbish is read up to there") {
  World world(1);
  REQUIRE(world.live(plan_of(Fault::Killed, 300)) == Ending::Killed);
  std::ofstream(world.data() + "/sayso.sqlite-wal", std::ios::app | std::ios::binary)
      << std::string(1500, '\x5a');
  CHECK(world.find_problem() == "");
}

TEST_CASE(
    "damage in the middle of a write-ahead log keeps the server from starting, and nothing is "
    "lost") {
  for (const std::uintmax_t part : {4, 3, 2}) {
    CAPTURE(part);
    World world(2);
    REQUIRE(world.live(plan_of(Fault::Killed, 300)) == Ending::Killed);
    const std::string wal = world.data() + "/sayso.sqlite-wal";
    const std::uintmax_t at = size_of(wal) / part;
    flip_byte(wal, at);
    const std::string problem = world.open();
    CAPTURE(problem);
    CHECK(problem.find("sayso.sqlite-wal is damaged at frame") != std::string::npos);
    // Untouched meanwhile: whoever knows what stood there can put it back.
    flip_byte(wal, at);
    CHECK(world.find_problem() == "");
  }
}

TEST_CASE(
    "a write-ahead log whose header is damaged, or that is gone, keeps the server from starting") {
  World world(4);
  REQUIRE(world.live(plan_of(Fault::Killed, 300)) == Ending::Killed);
  const std::string wal = world.data() + "/sayso.sqlite-wal";
  REQUIRE(size_of(wal) > 4096);
  SUBCASE("damaged: it is left as it is, for whoever knows what stood there") {
    flip_byte(wal, 17);
    const std::string problem = world.open();
    CAPTURE(problem);
    CHECK(problem.find("sayso.sqlite-wal is damaged: the log has") != std::string::npos);
    flip_byte(wal, 17);
  }
  SUBCASE("gone") {
    const std::string aside = world.data() + "-aside";
    std::filesystem::rename(wal, aside);
    const std::string problem = world.open();
    CAPTURE(problem);
    CHECK(problem.find("sayso.sqlite is damaged: the log has") != std::string::npos);
    std::filesystem::rename(aside, wal);
  }
  CHECK(world.find_problem() == "");
}

TEST_CASE("a mark that is older than the log, torn or missing keeps nobody from starting") {
  World world(5);
  REQUIRE(world.live({}, 20) == Ending::RanOut);
  const std::string mark = world.data() + "/log-mark";
  REQUIRE(size_of(mark) == 16);
  SUBCASE("older") {
    std::filesystem::copy_file(mark, mark + "-old");
    REQUIRE(world.live({}, 20) == Ending::RanOut);
    std::filesystem::rename(mark + "-old", mark);
  }
  SUBCASE("torn") { std::filesystem::resize_file(mark, 11); }
  SUBCASE("of rubbish") { flip_byte(mark, 3); }
  SUBCASE("missing") { std::filesystem::remove(mark); }
  REQUIRE(world.live({}, 20) == Ending::RanOut);
  CHECK(world.find_problem() == "");
}

TEST_CASE("a clock that goes backwards loses nothing and the log goes on") {
  World world(3);
  REQUIRE(world.live({}, 20) == Ending::RanOut);
  world.pass(-20 * 24 * 60 * 60);
  const auto ending = world.live({}, 20);
  CAPTURE(world.last_words());
  REQUIRE(ending == Ending::RanOut);
  CHECK(world.find_problem() == "");
  world.pass(40 * 24 * 60 * 60);
  REQUIRE(world.live({}, 20) == Ending::RanOut);
  CHECK(world.find_problem() == "");
}

TEST_CASE("a key that cannot be written whole stops the process, and leaves no half of a key") {
  const test::TemporaryFolder folder;
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const auto shelf = keyring::FileKeyShelf::open(folder.path() + "/keys");
    const rlimit small{20, 20};
    (void)signal(SIGXFSZ, SIG_IGN);
    if (!shelf || setrlimit(RLIMIT_FSIZE, &small) != 0) _exit(1);
    (void)signal(SIGABRT, SIG_DFL);
    (void)(*shelf)->store_once("people/ab12", Bytes(32, 1));
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  const auto shelf = keyring::FileKeyShelf::open(folder.path() + "/keys");
  REQUIRE(shelf.has_value());
  CHECK_FALSE((*shelf)->has("people/ab12"));
  CHECK((*shelf)->store_once("people/ab12", Bytes(32, 2)) == Bytes(32, 2));
}

}  // namespace sayso::power
