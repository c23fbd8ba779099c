// A council and its witnesses, without a network between them.
#include "server/app/witness.h"

#include <map>
#include <set>

#include "server/app/stored_tree.h"
#include "server/app/witnessing.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/add_checkpoint.h"
#include "shared/protocol/policy.h"
#include "tests/server/app/council.h"
#include "tests/server/app/whole_log.h"

namespace sayso::app::test {

namespace {

class MemoryOfWitness final : public WitnessMemory {
 public:
  [[nodiscard]] std::optional<std::string> find(const std::string& origin) const override {
    const auto found = kept.find(origin);
    return found == kept.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] bool store(const std::string& origin, const std::string& checkpoint) override {
    if (is_full) return false;
    kept[origin] = checkpoint;
    return true;
  }
  std::map<std::string, std::string> kept;
  bool is_full = false;
};

crypto::SigningKey witness_key(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

struct Auditor {
  Auditor(const Council& council, std::uint8_t number)
      : key{"witness.example/w" + std::to_string(number), witness_key(number).public_key()},
        witness(key.name, witness_key(number), {council.log_key()}, memory, council.clock,
                [this](const Fork& fork) { forks.push_back(fork); }) {}

  protocol::WitnessKey key;
  MemoryOfWitness memory;
  std::vector<Fork> forks;
  Witness witness;
};

// Witnesses by their address; those that are not there do not answer.
class Neighbours final : public WitnessDoor {
 public:
  [[nodiscard]] Expected<WitnessReply, std::string> add_checkpoint(
      const std::string& url, const std::string& body) override {
    const std::lock_guard lock(mutex_);
    ++asked;
    const auto found = doors.find(url);
    if (found == doors.end()) return failure(std::string("nobody answers"));
    const auto answer = found->second->add_checkpoint(body);
    return WitnessReply{answer.status, answer.body};
  }
  std::map<std::string, Witness*> doors;
  int asked = 0;

 private:
  std::mutex mutex_;
};

struct Scene {
  Scene() { phone.must_enrol(council.admit("Ada Vale", kGrownUp)); }

  // Some records, then a new published checkpoint.
  std::string publish() {
    REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
    council.clock.pass(300);
    council.tick_and_wait();
    return council.memory.published_head()->checkpoint;
  }

  [[nodiscard]] std::string request(TreeSize from, const std::string& checkpoint) const {
    const auto parsed = protocol::verify_checkpoint(checkpoint, council.log_key());
    protocol::AddCheckpoint made{from, {}, checkpoint};
    if (TreeSize{} < from && from < parsed->size)
      made.proof = merkle::consistency_proof(from, parsed->size, StoredTree(council.memory));
    return protocol::encode_add_checkpoint(made);
  }

  [[nodiscard]] TreeSize published() const { return council.memory.published_head()->size; }

  // A checkpoint of another tree, signed with the log's own key.
  [[nodiscard]] std::string forged(TreeSize size) const {
    protocol::SignedNote note;
    note.text = protocol::encode_checkpoint({council.log_key().name, size, Digest{66}, {}});
    note.signatures.push_back(protocol::note_signature(
        council.log_key(), council.keyring->sign_for_log(as_bytes(note.text))));
    return protocol::encode_note(note);
  }

  Council council;
  Phone phone{council};
  Auditor auditor{council, 41};
};

}  // namespace

TEST_CASE("a witness cosigns a log that grows, and remembers it first") {
  Scene scene;
  const std::string first = scene.publish();
  const auto answer = scene.auditor.witness.add_checkpoint(scene.request(TreeSize{}, first));
  REQUIRE(answer.status == 200);
  const auto note = protocol::decode_note(first + answer.body);
  REQUIRE(note.has_value());
  CHECK(protocol::verify_cosignature(*note, scene.auditor.key).value() ==
        scene.council.clock.now());
  const TreeSize size = scene.published();
  const std::string second = scene.publish();
  CHECK(scene.auditor.witness.add_checkpoint(scene.request(size, second)).status == 200);
  CHECK(scene.auditor.memory.kept.begin()->second == second);
  // The same again is signed again, with the time of now.
  CHECK(scene.auditor.witness.add_checkpoint(scene.request(scene.published(), second)).status ==
        200);
}

TEST_CASE("each refusal has the status that the protocol gives it") {
  Scene scene;
  const std::string first = scene.publish();
  const TreeSize size = scene.published();
  Witness& witness = scene.auditor.witness;
  CHECK(witness.add_checkpoint("").status == 400);
  CHECK(witness.add_checkpoint("old 0\n\nnot a note").status == 400);
  CHECK(witness.add_checkpoint(scene.request(TreeSize(size.value() + 1), first)).status == 400);
  const auto unsigned_note = protocol::encode_note(protocol::sign_note(
      protocol::decode_note(first)->text, scene.council.log_key().name, witness_key(9)));
  CHECK(witness.add_checkpoint(scene.request(TreeSize{}, unsigned_note)).status == 403);
  const auto elsewhere = protocol::encode_note(protocol::sign_note(
      "elsewhere.example/log\n1\nf11uVjUsOSXD02DkDyJ5jH6a3rUeB6sgLSTBJm+OffQ=\n",
      "elsewhere.example/log", witness_key(9)));
  CHECK(witness.add_checkpoint("old 0\n\n" + elsewhere).status == 404);
  REQUIRE(witness.add_checkpoint(scene.request(TreeSize{}, first)).status == 200);
  const std::string second = scene.publish();
  const auto stale = witness.add_checkpoint(scene.request(TreeSize{}, second));
  CHECK(stale.status == 409);
  CHECK(stale.type == "text/x.tlog.size");
  CHECK(stale.body == std::to_string(size.value()) + "\n");
  auto cut = protocol::decode_add_checkpoint(scene.request(size, second));
  REQUIRE_FALSE(cut->proof.empty());
  cut->proof.pop_back();
  CHECK(witness.add_checkpoint(protocol::encode_add_checkpoint(*cut)).status == 422);
  scene.auditor.memory.is_full = true;
  CHECK(witness.add_checkpoint(scene.request(size, second)).status == 503);
  CHECK(scene.auditor.forks.empty());
}

TEST_CASE("a fork is refused and said, with both checkpoints in hand") {
  Scene scene;
  const std::string first = scene.publish();
  const TreeSize size = scene.published();
  Witness& witness = scene.auditor.witness;
  REQUIRE(witness.add_checkpoint(scene.request(TreeSize{}, first)).status == 200);
  const std::string other = scene.forged(size);
  CHECK(witness.add_checkpoint("old " + std::to_string(size.value()) + "\n\n" + other).status ==
        409);
  REQUIRE(scene.auditor.forks.size() == 1);
  CHECK(scene.auditor.forks[0].is_proved);
  CHECK(scene.auditor.forks[0].cosigned == first);
  CHECK(scene.auditor.forks[0].offered == other);
  // A longer one that does not continue what was cosigned.
  (void)scene.publish();
  auto longer = *protocol::decode_add_checkpoint(
      scene.request(size, scene.council.memory.published_head()->checkpoint));
  longer.checkpoint = scene.forged(scene.published());
  CHECK(witness.add_checkpoint(protocol::encode_add_checkpoint(longer)).status == 422);
  REQUIRE(scene.auditor.forks.size() == 2);
  CHECK_FALSE(scene.auditor.forks[1].is_proved);
  CHECK(scene.auditor.memory.kept.begin()->second == first);
}

TEST_CASE(
    "the council collects cosignatures, shows them, and works without those that are silent") {
  Scene scene;
  Auditor second(scene.council, 42);
  Neighbours neighbours;
  neighbours.doors = {{"http://one/add-checkpoint", &scene.auditor.witness},
                      {"http://two/add-checkpoint", &second.witness}};
  std::mutex mutex;
  std::vector<std::string> said;
  Witnessing witnessing(*scene.council.desk,
                        {{scene.auditor.key, "http://one"},
                         {second.key, "http://two"},
                         {{"witness.example/gone", {}}, "http://gone"}},
                        neighbours, [&](std::string_view event, const std::string&) {
                          const std::lock_guard lock(mutex);
                          said.emplace_back(event);
                        });
  (void)scene.publish();
  witnessing.collect();
  const auto shown = protocol::decode_note(scene.council.memory.published_head()->checkpoint);
  REQUIRE(shown.has_value());
  CHECK(shown->signatures.size() == 3);
  CHECK(protocol::verify_cosignature(*shown, scene.auditor.key).has_value());
  CHECK(protocol::verify_cosignature(*shown, second.key).has_value());
  CHECK(said == std::vector<std::string>{"witness-silent"});
  // Nothing new, nobody is asked.
  const int asked = neighbours.asked;
  witnessing.collect();
  CHECK(neighbours.asked == asked);
  (void)scene.publish();
  witnessing.collect();
  CHECK(
      protocol::decode_note(scene.council.memory.published_head()->checkpoint)->signatures.size() ==
      3);
  check_whole_log(scene.council);
}

TEST_CASE("a council that forgot what a witness saw learns it, and hears of a contradiction") {
  Scene scene;
  (void)scene.publish();
  Neighbours neighbours;
  neighbours.doors = {{"http://one/add-checkpoint", &scene.auditor.witness}};
  std::vector<std::string> said;
  const auto collect = [&] {
    // A new one each time, as after a restart.
    Witnessing witnessing(
        *scene.council.desk, {{scene.auditor.key, "http://one"}}, neighbours,
        [&](std::string_view event, const std::string&) { said.emplace_back(event); });
    witnessing.collect();
  };
  collect();
  (void)scene.publish();
  collect();
  CHECK(said.empty());
  CHECK(
      protocol::decode_note(scene.council.memory.published_head()->checkpoint)->signatures.size() ==
      2);
  // The witness has seen a log that we know nothing of.
  scene.auditor.memory.kept.begin()->second =
      scene.forged(TreeSize(scene.published().value() + 100));
  (void)scene.publish();
  collect();
  CHECK(said == std::vector<std::string>{"witness-contradicts"});
}

TEST_CASE("a receipt is brought up to date with what witnesses signed") {
  Scene scene;
  Neighbours neighbours;
  neighbours.doors = {{"http://one/add-checkpoint", &scene.auditor.witness}};
  Witnessing witnessing(*scene.council.desk, {{scene.auditor.key, "http://one"}}, neighbours,
                        [](std::string_view, const std::string&) {});
  (void)scene.publish();
  witnessing.collect();
  const auto policy =
      protocol::decode_policy("log " + scene.council.portal->log_key() + "\nwitness W " +
                              protocol::encode_witness_vkey(scene.auditor.key) + "\nquorum W\n");
  REQUIRE(policy.has_value());
  const auto renewed = scene.council.portal->receipt(scene.phone.session, 2);
  REQUIRE(renewed.has_value());
  REQUIRE(renewed->has_value());
  const auto receipt = protocol::decode_receipt(member(**renewed, "receipt"));
  REQUIRE(receipt.has_value());
  const auto account = protocol::verify_receipt(*receipt, scene.council.log_key());
  REQUIRE(account.has_value());
  CHECK(account->running == 2);
  CHECK(protocol::judge_checkpoint(receipt->checkpoint, *policy)->has_quorum);
  // Newer than what is published: as it was given.
  const auto fresh = scene.phone.submit(scene.phone.sign(scene.phone.consent()));
  REQUIRE(fresh.has_value());
  const auto same = scene.council.portal->receipt(scene.phone.session, 3);
  CHECK(member(**same, "receipt") == member(answer_of(*fresh), "receipt"));
  CHECK_FALSE(scene.council.portal->receipt(scene.phone.session, 4)->has_value());
  CHECK(scene.council.portal->receipt("", 2).error().problem == Problem::Session);
}

TEST_CASE("what was published stays consistent, and the proof of it is served") {
  Scene scene;
  const auto first = protocol::verify_checkpoint(scene.publish(), scene.council.log_key());
  for (int i = 0; i < 9; ++i) (void)scene.publish();
  const auto last = protocol::verify_checkpoint(scene.publish(), scene.council.log_key());
  const Portal& portal = *scene.council.portal;
  const auto proof = portal.published_consistency(first->size, last->size);
  REQUIRE(proof.has_value());
  CHECK(merkle::verify_consistency(first->size, last->size, first->root, last->root, *proof)
            .has_value());
  CHECK_FALSE(portal.published_consistency(TreeSize{}, last->size).has_value());
  CHECK_FALSE(portal.published_consistency(last->size, first->size).has_value());
  CHECK_FALSE(
      portal.published_consistency(first->size, TreeSize(last->size.value() + 1)).has_value());
}

}  // namespace sayso::app::test
