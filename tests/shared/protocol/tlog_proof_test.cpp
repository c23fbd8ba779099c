#include "shared/protocol/tlog_proof.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/small_log.h"

namespace sayso::protocol {
namespace {

std::string sample_text() {
  const test::SampleLog sample;
  return encode_tlog_proof(tlog_proof_of(sample.log.open(sample.consent), sample.log.checkpoint()));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("a proof comes back as the same bytes, with extra data and without") {
  const std::string text = sample_text();
  CHECK(text.substr(0, text.find('\n')) == "c2sp.org/tlog-proof@v1");
  auto proof = decode_tlog_proof(text);
  REQUIRE(proof.has_value());
  CHECK(encode_tlog_proof(*proof) == text);
  proof->extra.reset();
  const std::string bare = encode_tlog_proof(*proof);
  CHECK(bare.find("extra") == std::string::npos);
  const auto again = decode_tlog_proof(bare);
  REQUIRE(again.has_value());
  CHECK_FALSE(again->extra.has_value());
  CHECK(encode_tlog_proof(*again) == bare);
}

TEST_CASE("a proof that is not well-formed is refused") {
  const std::string text = sample_text();
  CHECK_FALSE(decode_tlog_proof(""));
  CHECK_FALSE(decode_tlog_proof("c2sp.org/tlog-proof@v1\n"));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "@v1", "@v2")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "extra ", "extra  ")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "index ", "Index ")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "index ", "index 0")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "index ", "index -")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "=\n", "\n")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "\n\n", "\n")));
  CHECK_FALSE(decode_tlog_proof(replaced(text, "\n", "\r\n")));
  CHECK_FALSE(decode_tlog_proof(text + "\n"));
  CHECK_FALSE(decode_tlog_proof(text.substr(0, text.find("\n\n") + 2)));
}

TEST_CASE("a proof with more hashes than any tree has is refused") {
  const test::SampleLog sample;
  TlogProof proof = tlog_proof_of(sample.log.open(sample.consent), sample.log.checkpoint());
  proof.hashes.assign(kMaxProofHashes, Digest{});
  const std::string longest = encode_tlog_proof(proof);
  CHECK(decode_tlog_proof(longest).has_value());
  const std::string hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  CHECK_FALSE(decode_tlog_proof(replaced(longest, hash, hash + hash)));
}

TEST_CASE("extra data has a limit") {
  const test::SampleLog sample;
  TlogProof proof = tlog_proof_of(sample.log.open(sample.consent), sample.log.checkpoint());
  proof.extra = Bytes(kMaxExtraBytes, 1);
  CHECK(decode_tlog_proof(encode_tlog_proof(proof)).has_value());
  proof.extra->push_back(1);
  CHECK_FALSE(decode_tlog_proof(encode_tlog_proof(proof)));
}

TEST_CASE("every entry of a log is proved, and none in another's place") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  for (std::uint64_t i = 0; i < 5; ++i)
    for (std::uint64_t j = 0; j < 5; ++j) {
      const TlogProof proof =
          tlog_proof_of(sample.log.open(EntryIndex(i)), sample.log.checkpoint());
      CHECK(verify_tlog_proof(proof, sample.log.leaf(EntryIndex(j)), key).has_value() == (i == j));
    }
}

TEST_CASE("a proof says what is wrong with it") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  const Bytes& leaf = sample.log.leaf(sample.consent);
  const TlogProof good = tlog_proof_of(sample.log.open(sample.consent), sample.log.checkpoint());

  TlogProof proof = good;
  proof.index = EntryIndex(5);
  CHECK(verify_tlog_proof(proof, leaf, key).error() ==
        TlogFault(merkle::ProofError::IndexBeyondSize));
  proof = good;
  proof.hashes.pop_back();
  CHECK(verify_tlog_proof(proof, leaf, key).error() == TlogFault(merkle::ProofError::WrongLength));
  proof = good;
  proof.hashes[0][0] ^= 1;
  CHECK(verify_tlog_proof(proof, leaf, key).error() == TlogFault(merkle::ProofError::WrongRoot));
  const test::SmallLog other("council.example/sayso", 0xc1);
  CHECK(verify_tlog_proof(good, leaf, other.verifier()).error() ==
        TlogFault(CheckpointFault::UnknownKey));
}

}  // namespace
}  // namespace sayso::protocol
