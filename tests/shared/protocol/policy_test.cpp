#include "shared/protocol/policy.h"

#include <doctest/doctest.h>

namespace sayso::protocol {
namespace {

const std::string kText =
    "council.example/sayso\n5\nf11uVjUsOSXD02DkDyJ5jH6a3rUeB6sgLSTBJm+OffQ=\n";

crypto::SigningKey key_of(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

std::string name_of(std::uint8_t number) { return "witness.example/w" + std::to_string(number); }

std::string log_line() {
  return "log " + encode_vkey({"council.example/sayso", key_of(1).public_key()}) + "\n";
}

std::string witness_line(std::uint8_t number) {
  return "witness W" + std::to_string(number) + " " +
         encode_witness_vkey({name_of(number), key_of(number).public_key()}) + "\n";
}

std::string note_by(const std::vector<std::uint8_t>& witnesses) {
  auto note = sign_note(kText, "council.example/sayso", key_of(1));
  for (const std::uint8_t number : witnesses)
    note.signatures.push_back(cosign(kText, name_of(number), key_of(number), Instant{1'000}));
  return encode_note(note);
}

bool has_quorum(const std::string& rules, const std::vector<std::uint8_t>& witnesses) {
  const auto policy =
      decode_policy(log_line() + witness_line(2) + witness_line(3) + witness_line(4) + rules);
  REQUIRE(policy.has_value());
  const auto witnessed = judge_checkpoint(note_by(witnesses), *policy);
  REQUIRE(witnessed.has_value());
  CHECK(witnessed->seen.size() == witnesses.size());
  return witnessed->has_quorum;
}

TEST_CASE("a quorum of none, one, some or groups of witnesses is counted") {
  CHECK(has_quorum("quorum none\n", {}));
  CHECK(has_quorum("quorum W2\n", {2}));
  CHECK_FALSE(has_quorum("quorum W2\n", {3, 4}));
  CHECK(has_quorum("group G 2 W2 W3 W4\nquorum G\n", {4, 2}));
  CHECK_FALSE(has_quorum("group G 2 W2 W3 W4\nquorum G\n", {4}));
  CHECK(has_quorum("group G any W2 W3\nquorum G\n", {3}));
  CHECK_FALSE(has_quorum("group G all W2 W3\nquorum G\n", {3}));
  const std::string nested = "group A any W2 W3\ngroup B all A W4\nquorum B\n";
  CHECK(has_quorum(nested, {3, 4}));
  CHECK_FALSE(has_quorum(nested, {2, 3}));
}

TEST_CASE("a cosignature that is wrong counts as none, and one by the log's own key is none") {
  const auto policy = decode_policy(log_line() + witness_line(2) + "quorum W2\n");
  REQUIRE(policy.has_value());
  auto note = *decode_note(note_by({2}));
  note.signatures[1].signature[10] ^= 1;
  CHECK_FALSE(judge_checkpoint(encode_note(note), *policy)->has_quorum);
  note.signatures[1] = cosign(kText, name_of(2), key_of(1), Instant{1'000});
  CHECK_FALSE(judge_checkpoint(encode_note(note), *policy)->has_quorum);
}

TEST_CASE("a checkpoint that no log of the policy signed is refused") {
  const auto policy = decode_policy(log_line() + "quorum none\n");
  REQUIRE(policy.has_value());
  const auto other = encode_note(sign_note(kText, "council.example/sayso", key_of(9)));
  CHECK(judge_checkpoint(other, *policy).error() == CheckpointFault::UnknownKey);
  auto broken = *decode_note(note_by({}));
  broken.signatures[0].signature[3] ^= 1;
  CHECK(judge_checkpoint(encode_note(broken), *policy).error() == CheckpointFault::WrongSignature);
  const auto without = decode_policy("quorum none\n");
  REQUIRE(without.has_value());
  CHECK_FALSE(judge_checkpoint(note_by({}), *without).has_value());
}

TEST_CASE("comments, blanks, tabs and addresses are taken as the specification says") {
  const auto policy = decode_policy("# ours\n\n \t # more\n\tlog\t" + log_line().substr(4) + "  " +
                                    witness_line(2).substr(0, witness_line(2).size() - 1) +
                                    " https://w.example/ \nquorum W2\n");
  REQUIRE(policy.has_value());
  CHECK(policy->witnesses[0].url == "https://w.example/");
  CHECK(policy->logs[0].url.empty());
}

TEST_CASE("what is wrong with a policy is named with its line") {
  struct Case {
    std::string text;
    std::size_t line;
  };
  const std::vector<Case> cases = {
      {"", 0},
      {"quorum none", 1},
      {"quorum none\nquorum none\n", 2},
      {"quorum W2\n" + witness_line(2), 1},
      {"log nothing\nquorum none\n", 1},
      {log_line() + log_line() + "quorum none\n", 2},
      {witness_line(2) + witness_line(2) + "quorum none\n", 2},
      {witness_line(2) + "group W2 any W2\nquorum none\n", 2},
      {witness_line(2) + "group G 2 W2\nquorum none\n", 2},
      {witness_line(2) + "group G 0 W2\nquorum none\n", 2},
      {witness_line(2) + "group G any none\nquorum none\n", 2},
      {witness_line(2) + "group G any W2\ngroup H any W2\nquorum none\n", 3},
      {"group G any\nquorum none\n", 1},
      {"logs x\n", 1},
      {"quorum none\r\n", 1},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto policy = decode_policy(one.text);
    REQUIRE_FALSE(policy.has_value());
    CHECK(policy.error().line == one.line);
  }
}

}  // namespace
}  // namespace sayso::protocol
