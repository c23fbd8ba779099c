#include "shared/protocol/receipt.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/protocol/composed.h"
#include "shared/protocol/verify_receipt.h"
#include "tests/support/small_log.h"

namespace sayso::protocol {
namespace {

TEST_CASE("a receipt comes back as the same bytes") {
  const test::SampleLog sample;
  for (const EntryIndex index : {sample.consent, sample.enrolment}) {
    const std::string text = receipt_text(sample.log.receipt(index));
    const auto receipt = read_receipt(text);
    REQUIRE(receipt.has_value());
    CHECK(receipt_text(*receipt) == text);
    CHECK(receipt->enrolment.has_value() == (index == sample.consent));
  }
}

OpeningText text_of(const Opening& opening, const std::string& envelope) {
  return {envelope, opening.salt, opening.index, opening.hashes};
}

TEST_CASE("a receipt put together from texts is the one that is encoded whole") {
  const test::SampleLog sample;
  for (const EntryIndex index : {sample.consent, sample.enrolment}) {
    const Receipt receipt = sample.log.receipt(index);
    const Envelope& envelope = receipt.entry.envelope;
    const std::string entry =
        compose_envelope(envelope, encoding::encode_canonical(envelope.record));
    CHECK(entry == envelope_text(envelope));
    if (!receipt.enrolment) {
      CHECK(compose_receipt(text_of(receipt.entry, entry), nullptr, receipt.checkpoint) ==
            receipt_text(receipt));
      continue;
    }
    const std::string of_key = envelope_text(receipt.enrolment->envelope);
    const OpeningText enrolment = text_of(*receipt.enrolment, of_key);
    CHECK(compose_receipt(text_of(receipt.entry, entry), &enrolment, receipt.checkpoint) ==
          receipt_text(receipt));
  }
}

TEST_CASE("only one spelling of a receipt is read") {
  const test::SampleLog sample;
  const std::string text = receipt_text(sample.log.receipt(sample.consent));
  CHECK_FALSE(read_receipt(""));
  CHECK_FALSE(read_receipt(text + "\n"));
  CHECK_FALSE(read_receipt(" " + text));
  CHECK_FALSE(read_receipt("{ " + text.substr(1)));
  CHECK_FALSE(read_receipt(text + text));
  CHECK_FALSE(read_receipt("\xef\xbb\xbf" + text));
  CHECK_FALSE(read_receipt(text.substr(0, text.size() / 2)));
}

TEST_CASE("a receipt of hostile size or depth is refused") {
  CHECK_FALSE(read_receipt(std::string(kMaxReceiptBytes + 1, ' ')));
  CHECK_FALSE(read_receipt(std::string(100'000, '[')));
  CHECK_FALSE(read_receipt("{\"format\":\"" + std::string(100'000, 'x') + "\"}"));
}

TEST_CASE("proofs under two checkpoints make no receipt") {
  test::SampleLog sample;
  const Receipt before = sample.log.receipt(sample.consent);
  sample.log.add_cover();
  const Receipt after = sample.log.receipt(sample.consent);
  encoding::Json mixed = encode_receipt(before);
  mixed.object()->insert_or_assign("enrolment", *encode_receipt(after).find("enrolment"));
  const auto decoded = decode_receipt(mixed);
  REQUIRE_FALSE(decoded.has_value());
  CHECK(decoded.error().pointer == "/enrolment/proof");
}

TEST_CASE("a salt of another length than 32 bytes is refused") {
  const test::SampleLog sample;
  const Receipt receipt = sample.log.receipt(sample.consent);
  for (const std::size_t length : {0, 31, 33, 64}) {
    TlogProof proof = tlog_proof_of(receipt.entry, receipt.checkpoint);
    proof.extra->resize(length);
    encoding::Json json = encode_receipt(receipt);
    json.object()->insert_or_assign("proof", encoding::Json(encode_tlog_proof(proof)));
    const auto decoded = decode_receipt(json);
    REQUIRE_FALSE(decoded.has_value());
    CHECK(decoded.error().pointer == "/proof");
  }
}

// Every byte, and for each the values that differ in one bit: nothing that reads as a receipt may
// prove anything.
TEST_CASE("a receipt with any one bit altered is refused") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  const std::string text = receipt_text(sample.log.receipt(sample.consent));
  std::size_t proved = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 8)));
    const auto receipt = read_receipt(altered);
    if (!receipt) continue;
    CHECK(receipt_text(*receipt) == altered);
    if (verify_receipt(*receipt, key)) ++proved;
  }
  CHECK(proved == 0);
}

TEST_CASE("a receipt with any one character altered into another letter or digit is refused") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  const std::string text = receipt_text(sample.log.receipt(sample.consent));
  std::size_t read = 0;
  std::size_t proved = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] = altered[i] == '1' ? '2' : '1';
    const auto receipt = read_receipt(altered);
    if (!receipt) continue;
    ++read;
    if (verify_receipt(*receipt, key)) ++proved;
  }
  // Most hashes and signatures still read as such: it is the checks that refuse them.
  CHECK(read > 500);
  CHECK(proved == 0);
}

TEST_CASE("a receipt cut off anywhere, or with a byte missing anywhere, is refused") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  const std::string text = receipt_text(sample.log.receipt(sample.consent));
  std::size_t proved = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string shorter = text;
    shorter.erase(i, 1);
    const auto receipt = read_receipt(shorter);
    if (receipt && verify_receipt(*receipt, key)) ++proved;
    if (read_receipt(text.substr(0, i))) ++proved;
  }
  CHECK(proved == 0);
}

}  // namespace
}  // namespace sayso::protocol
