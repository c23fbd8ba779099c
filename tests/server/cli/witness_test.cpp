// What a witness remembers over a restart, and what it refuses to start with.
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "server/cli/run.h"
#include "server/cli/witness_folder.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/add_checkpoint.h"
#include "tests/support/temporary_folder.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

crypto::SigningKey key_of(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

class Noon final : public app::Clock {
 public:
  [[nodiscard]] Instant now() const override { return Instant{1'750'000'000}; }
};

const std::string kOrigin = "council.example/sayso";

// A log of ever the same leaf, so that a tree of each size is at hand.
struct Log {
  protocol::VerifierKey key{kOrigin, key_of(7).public_key()};

  static Digest leaf() { return merkle::leaf_hash(as_bytes(std::string("leaf"))); }

  // Of one entry: its root is the leaf's.
  [[nodiscard]] static std::string checkpoint(std::uint64_t size, const Digest& root,
                                              std::uint8_t signer = 7,
                                              const std::string& origin = kOrigin) {
    return protocol::encode_note(protocol::sign_note(
        protocol::encode_checkpoint({origin, TreeSize(size), root, {}}), origin, key_of(signer)));
  }
  [[nodiscard]] static std::string first() { return checkpoint(1, leaf()); }
  [[nodiscard]] static std::string second() {
    return checkpoint(2, merkle::node_hash(leaf(), leaf()));
  }
  [[nodiscard]] static std::string ask(std::uint64_t from, std::vector<Digest> proof,
                                       std::string checkpoint) {
    return protocol::encode_add_checkpoint(
        {TreeSize(from), std::move(proof), std::move(checkpoint)});
  }
};

// Files of a witness's folder, and witnesses that come and go on it.
struct Place {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/w1";
  Noon noon;
  int forks = 0;

  // One life of the program: the status that it answers with, or 0 and `said` when it does not
  // start.
  unsigned live_and_answer(const std::string& request) {
    auto opened = WitnessFolder::open(path);
    if (!opened) return refuse(opened.error());
    if (const auto checked = (*opened)->check({Log{}.key}); !checked)
      return refuse(checked.error());
    app::Witness witness("witness.example/w1", key_of(8), {Log{}.key}, **opened, noon,
                         [&](const app::Fork&) { ++forks; });
    return witness.add_checkpoint(request).status;
  }
  unsigned refuse(std::string why) {
    said = std::move(why);
    return 0;
  }
  [[nodiscard]] bool says(const std::string& part) const {
    return said.find(part) != std::string::npos;
  }
  [[nodiscard]] std::string file(const std::string& end) const {
    for (const auto& entry : fs::directory_iterator(path)) {
      const std::string name = entry.path().string();
      if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0)
        return name;
    }
    FAIL("no file ends with " << end);
    return {};
  }
  [[nodiscard]] static std::string read(const std::string& name) {
    std::ifstream stream(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  static void write(const std::string& name, const std::string& text) {
    std::ofstream(name, std::ios::binary | std::ios::trunc) << text;
  }

  std::string said;
};

// Two checkpoints cosigned, the first of them kept aside.
struct Grown : Place {
  Grown() {
    REQUIRE(live_and_answer(Log::ask(0, {}, Log::first())) == 200);
    older = read(file(".checkpoint"));
    REQUIRE(live_and_answer(Log::ask(1, {Log::leaf()}, Log::second())) == 200);
  }
  // Neither the log as it was nor a fork of it gets a signature.
  void check_that_nothing_is_cosigned() {
    const Digest other{66};
    CHECK(live_and_answer(Log::ask(0, {}, Log::first())) == 0);
    CHECK(live_and_answer(Log::ask(0, {}, Log::checkpoint(2, other))) == 0);
    CHECK(live_and_answer(Log::ask(1, {other}, Log::checkpoint(2, other))) == 0);
  }
  std::string older;
};

TEST_CASE("a witness that is started again goes on from what it cosigned, and refuses a fork") {
  Grown place;
  CHECK(place.read(place.file(".checkpoint")) == Log::second());
  CHECK(place.live_and_answer(Log::ask(0, {}, Log::first())) == 409);
  CHECK(place.forks == 0);
  CHECK(place.live_and_answer(Log::ask(2, {}, Log::checkpoint(2, Digest{66}))) == 409);
  CHECK(place.forks == 1);
  CHECK(place.live_and_answer(Log::ask(2, {}, Log::second())) == 200);
}

TEST_CASE("a witness does not start with a torn checkpoint, whatever is left of it") {
  Grown place;
  const std::string name = place.file(".checkpoint");
  for (std::size_t bytes :
       {std::size_t{0}, std::size_t{1}, Log::second().size() / 2, Log::second().size() - 2}) {
    CAPTURE(bytes);
    Place::write(name, Log::second().substr(0, bytes));
    place.check_that_nothing_is_cosigned();
    CHECK(place.says(name + " is damaged"));
  }
}

TEST_CASE("a witness does not start when what it cosigned is missing") {
  Grown place;
  const std::string name = place.file(".checkpoint");
  fs::remove(name);
  place.check_that_nothing_is_cosigned();
  CHECK(place.says(name + " is missing"));
  CHECK(place.says("begin anew with a new folder"));
}

TEST_CASE("a witness does not start with a checkpoint that is older than its last") {
  Grown place;
  Place::write(place.file(".checkpoint"), place.older);
  place.check_that_nothing_is_cosigned();
  CHECK(place.says("is not what was cosigned last, at size 2"));
}

TEST_CASE("a witness does not start with a checkpoint of its size and another root") {
  Grown place;
  Place::write(place.file(".checkpoint"), Log::checkpoint(2, Digest{66}));
  place.check_that_nothing_is_cosigned();
  CHECK(place.says("is not what was cosigned last"));
}

TEST_CASE("a witness does not start with a checkpoint of another log or another key") {
  Grown place;
  const std::string name = place.file(".checkpoint");
  Place::write(name, Log::checkpoint(2, Log::leaf(), 9));
  place.check_that_nothing_is_cosigned();
  CHECK(place.says(name + " is not signed by this log"));
  Place::write(name, Log::checkpoint(2, Log::leaf(), 7, "elsewhere.example/log"));
  place.check_that_nothing_is_cosigned();
  CHECK(place.says(name + " is "));
}

TEST_CASE("a witness does not start with a damaged mark, nor with one of another log") {
  Grown place;
  const std::string name = place.file(".mark");
  const std::string whole = Place::read(name);
  for (const std::string& text : {std::string(), whole.substr(0, whole.size() / 2),
                                  "elsewhere.example/log" + whole.substr(kOrigin.size())}) {
    CAPTURE(text);
    Place::write(name, text);
    place.check_that_nothing_is_cosigned();
    CHECK(place.says(name + " is no mark"));
  }
}

TEST_CASE("a witness that ended between a checkpoint and its mark goes on") {
  Grown place;
  Place::write(place.file(".mark"), protocol::decode_note(Log::first())->text);
  CHECK(place.live_and_answer(Log::ask(2, {}, Log::second())) == 200);
  // A folder from before there were marks gets its own.
  fs::remove(place.file(".mark"));
  CHECK(place.live_and_answer(Log::ask(2, {}, Log::second())) == 200);
  Place::write(place.file(".checkpoint"), place.older);
  place.check_that_nothing_is_cosigned();
}

TEST_CASE("a second witness on one folder is refused, until the first has gone") {
  Grown place;
  {
    const auto first = WitnessFolder::open(place.path);
    REQUIRE(first.has_value());
    CHECK(place.live_and_answer(Log::ask(2, {}, Log::second())) == 0);
    CHECK(place.says("is in use by another witness"));
  }
  CHECK(place.live_and_answer(Log::ask(2, {}, Log::second())) == 200);
}

TEST_CASE("sayso witness serve ends with 1 and a sentence when it may have forgotten") {
  Grown place;
  const auto say = [](const std::vector<std::string>& words, std::ostream& err) {
    std::vector<const char*> arguments;
    for (const auto& word : words) arguments.push_back(word.c_str());
    std::ostringstream out;
    return run(static_cast<int>(arguments.size()), arguments.data(), out, err);
  };
  std::ostringstream err;
  REQUIRE(
      say({"sayso", "witness", "new-key", "--state", place.path, "--name", "witness.example/w1"},
          err) == 0);
  fs::remove(place.file(".checkpoint"));
  const int code = say({"sayso", "witness", "serve", "--state", place.path, "--log",
                        protocol::encode_vkey(Log{}.key), "--port", "0"},
                       err);
  CHECK(code == 1);
  CHECK(err.str().find("sayso witness: ") == 0);
  CHECK(err.str().find(".checkpoint is missing") != std::string::npos);
}

}  // namespace
}  // namespace sayso::cli
