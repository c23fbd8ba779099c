#include "shared/protocol/add_checkpoint.h"

#include <doctest/doctest.h>

namespace sayso::protocol {
namespace {

AddCheckpoint sample() {
  AddCheckpoint request;
  request.old_size = TreeSize(20'852'014);
  request.proof = {Digest{1}, Digest{2}};
  crypto::Seed seed{};
  request.checkpoint =
      encode_note(sign_note("council.example/sayso\n7\nf11u\n", "council.example/sayso",
                            crypto::SigningKey::from_seed(seed)));
  return request;
}

TEST_CASE("a request is read back as it was written") {
  const std::string text = encode_add_checkpoint(sample());
  CHECK(text.substr(0, 13) == "old 20852014\n");
  const auto read = decode_add_checkpoint(text);
  REQUIRE(read.has_value());
  CHECK(read->old_size == TreeSize(20'852'014));
  CHECK(read->proof == sample().proof);
  CHECK(read->checkpoint == sample().checkpoint);
  CHECK(encode_add_checkpoint(*read) == text);
}

TEST_CASE("what is not a request is refused") {
  const std::string text = encode_add_checkpoint(sample());
  const std::string note = sample().checkpoint;
  CHECK_FALSE(decode_add_checkpoint("").has_value());
  CHECK_FALSE(decode_add_checkpoint("old 0").has_value());
  CHECK_FALSE(decode_add_checkpoint("old 0\n").has_value());
  CHECK_FALSE(decode_add_checkpoint("old 00\n\n" + note).has_value());
  CHECK_FALSE(decode_add_checkpoint("old -1\n\n" + note).has_value());
  CHECK_FALSE(decode_add_checkpoint("new 0\n\n" + note).has_value());
  CHECK_FALSE(decode_add_checkpoint("old 0\nAAAA\n\n" + note).has_value());
  CHECK_FALSE(decode_add_checkpoint(text + "x").has_value());
  auto long_proof = sample();
  long_proof.proof.assign(63, Digest{3});
  CHECK(decode_add_checkpoint(encode_add_checkpoint(long_proof)).has_value());
  const std::string hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  std::string too_many = "old 1\n";
  for (int i = 0; i < 64; ++i) too_many += hash;
  CHECK_FALSE(decode_add_checkpoint(too_many + "\n" + note).has_value());
}

TEST_CASE("an answer is signature lines and nothing else") {
  const auto lines = decode_note(sample().checkpoint)->signatures;
  const std::string text = encode_signature_lines(lines);
  const auto read = decode_signature_lines(text);
  REQUIRE(read.has_value());
  CHECK(encode_signature_lines(*read) == text);
  CHECK_FALSE(decode_signature_lines("").has_value());
  CHECK_FALSE(decode_signature_lines("hello\n").has_value());
  CHECK_FALSE(decode_signature_lines(text.substr(0, text.size() - 1)).has_value());
  CHECK_FALSE(decode_signature_lines(text + "\n" + text).has_value());
}

}  // namespace
}  // namespace sayso::protocol
