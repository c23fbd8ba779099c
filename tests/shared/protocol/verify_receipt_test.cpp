#include "shared/protocol/verify_receipt.h"

#include <doctest/doctest.h>

#include "shared/protocol/revocation_record.h"
#include "tests/support/small_log.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

Step wrong_step(const Receipt& receipt, const VerifierKey& key) {
  const auto verified = verify_receipt(receipt, key);
  REQUIRE_FALSE(verified.has_value());
  return verified.error().step;
}

// Two people with a key each, and a record of the first.
struct TwoPeople {
  TwoPeople() {
    first = log.enrol(1, key, 11);
    second = log.enrol(2, other_key, 21);
    log.add_cover();
  }
  EntryIndex add_consent(const crypto::SigningKey& signer, EntryIndex enrolment) {
    return log.add_record(EntryType::Consent,
                          sign_consent_record(test::sample_consent(1, 12), signer), enrolment);
  }

  crypto::SigningKey key = test::sample_key(1);
  crypto::SigningKey other_key = test::sample_key(2);
  test::SmallLog log;
  EntryIndex first;
  EntryIndex second;
};

TEST_CASE("a receipt proves its record, its key and its place in the log") {
  const test::SampleLog sample;
  const auto account = verify_receipt(sample.log.receipt(sample.consent), sample.log.verifier());
  REQUIRE(account.has_value());
  CHECK(account->type == EntryType::Consent);
  CHECK(account->signer == PersonId(test::sample_id(1)));
  CHECK(account->key == sample.key.public_key());
  CHECK(account->assurance == Assurance::Letter);
  CHECK(account->index == sample.consent);
  CHECK(account->checkpoint.size == TreeSize(5));
  CHECK(account->server_time == test::sample_time(1));
  CHECK(account->running == 2);
  CHECK(account->record_hash == record_hash(sample.record));
  REQUIRE(account->record.has_value());
  CHECK(std::get_if<ConsentRecord>(&*account->record)->choices.size() == 3);
}

TEST_CASE("the receipt of an enrolment stands alone") {
  const test::SampleLog sample;
  const auto account = verify_receipt(sample.log.receipt(sample.enrolment), sample.log.verifier());
  REQUIRE(account.has_value());
  CHECK(account->type == EntryType::Enrolment);
  CHECK(account->signer == PersonId(test::sample_id(1)));
}

TEST_CASE("a request has a receipt of the same kind") {
  TwoPeople people;
  const Json request = sign_request_record(test::sample_request(1, 13), people.key);
  const EntryIndex index = people.log.add_record(EntryType::Request, request, people.first);
  CHECK(verify_receipt(people.log.receipt(index), people.log.verifier()).has_value());
}

TEST_CASE("a parent's key signs for a child") {
  TwoPeople people;
  ConsentRecord record = test::sample_consent(8, 14);
  record.common.expressed_by = {PersonId(test::sample_id(1)), Role::ParentalResponsibility};
  const EntryIndex index = people.log.add_record(
      EntryType::Consent, sign_consent_record(record, people.key), people.first);
  const auto account = verify_receipt(people.log.receipt(index), people.log.verifier());
  REQUIRE(account.has_value());
  CHECK(account->signer == PersonId(test::sample_id(1)));
}

TEST_CASE("a record signed by a key that was never enrolled fails at the signature") {
  TwoPeople people;
  const EntryIndex index = people.add_consent(test::sample_key(3), people.first);
  CHECK(wrong_step(people.log.receipt(index), people.log.verifier()) == Step::Signature);
}

TEST_CASE("another person's enrolment, honestly logged, fails at the key") {
  TwoPeople people;
  // The second person's key signs as the first, and the entry refers to the second's enrolment.
  const EntryIndex index = people.add_consent(people.other_key, people.second);
  CHECK(wrong_step(people.log.receipt(index), people.log.verifier()) == Step::Key);
}

TEST_CASE("an enrolment swapped for another person's fails at the signature") {
  TwoPeople people;
  Receipt receipt = people.log.receipt(people.add_consent(people.key, people.first));
  receipt.enrolment = people.log.open(people.second);
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Signature);
}

TEST_CASE("an enrolment of the same key in another place fails at the key") {
  TwoPeople people;
  const EntryIndex again = people.log.enrol(1, people.key, 31);
  Receipt receipt = people.log.receipt(people.add_consent(people.key, people.first));
  receipt.enrolment = people.log.open(again);
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Key);
}

TEST_CASE("an enrolment that came after the record fails at the key") {
  TwoPeople people;
  Envelope envelope = people.log.open(people.add_consent(people.key, people.first)).envelope;
  const EntryIndex later(people.add_consent(people.key, people.first).value() + 1);
  Receipt receipt = people.log.receipt(EntryIndex(later.value() - 1));
  people.log.enrol(1, people.key, 41);
  envelope.enrolment = people.log.reference(later);
  receipt.entry.envelope = envelope;
  receipt.enrolment = people.log.open(later);
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Key);
}

TEST_CASE("an enrolment with another leaf than the entry refers to fails at the leaf") {
  TwoPeople people;
  Receipt receipt = people.log.receipt(people.add_consent(people.key, people.first));
  receipt.enrolment->salt[0] ^= 1;
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Leaf);
  receipt = people.log.receipt(people.add_consent(people.key, people.first));
  receipt.enrolment->envelope.assurance = Assurance::Confirmed;
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Leaf);
}

TEST_CASE("an entry altered by the council, or opened with another salt, fails at the inclusion") {
  const test::SampleLog sample;
  const VerifierKey key = sample.log.verifier();
  Receipt receipt = sample.log.receipt(sample.consent);
  receipt.entry.envelope.server_time = test::sample_time(100);
  CHECK(wrong_step(receipt, key) == Step::Inclusion);
  receipt = sample.log.receipt(sample.consent);
  receipt.entry.envelope.running = 3;
  CHECK(wrong_step(receipt, key) == Step::Inclusion);
  receipt = sample.log.receipt(sample.consent);
  receipt.entry.salt[31] ^= 0x80;
  CHECK(wrong_step(receipt, key) == Step::Inclusion);
  receipt = sample.log.receipt(sample.consent);
  receipt.entry.hashes.clear();
  CHECK(wrong_step(receipt, key) == Step::Inclusion);
  receipt = sample.log.receipt(sample.consent);
  receipt.enrolment->hashes[0][0] ^= 1;
  const auto verified = verify_receipt(receipt, key);
  REQUIRE_FALSE(verified.has_value());
  CHECK(verified.error().step == Step::Inclusion);
  CHECK(verified.error().in_enrolment);
}

TEST_CASE("a checkpoint by another log fails at the checkpoint") {
  const test::SampleLog sample;
  const Receipt receipt = sample.log.receipt(sample.consent);
  const test::SmallLog same_name("council.example/sayso", 0xc1);
  CHECK(wrong_step(receipt, same_name.verifier()) == Step::Checkpoint);
  VerifierKey renamed = sample.log.verifier();
  renamed.name = "other.example/log";
  CHECK(wrong_step(receipt, renamed) == Step::Checkpoint);
  Receipt broken = receipt;
  broken.checkpoint = "nothing";
  CHECK(wrong_step(broken, sample.log.verifier()) == Step::Checkpoint);
}

TEST_CASE("a record that is not of its entry's type fails at the record") {
  TwoPeople people;
  Receipt receipt = people.log.receipt(people.add_consent(people.key, people.first));
  receipt.entry.envelope.record = sign_request_record(test::sample_request(1, 12), people.key);
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Record);
  receipt.entry.envelope.record = Json("nothing");
  CHECK(wrong_step(receipt, people.log.verifier()) == Step::Record);
}

TEST_CASE("a consent record that lacks its enrolment fails, whatever it says") {
  const test::SampleLog sample;
  Receipt receipt = sample.log.receipt(sample.consent);
  receipt.enrolment.reset();
  CHECK(wrong_step(receipt, sample.log.verifier()) == Step::Record);
}

TEST_CASE("a revocation ends the key whose enrolment it refers to") {
  TwoPeople people;
  const auto revoke = [&](const crypto::SigningKey& key) {
    Envelope envelope;
    envelope.type = EntryType::Revocation;
    envelope.record = encode_revocation_record(
        {RecordId(test::sample_id(50)), key.public_key(), RevocationReason::Replaced});
    envelope.server_time = test::sample_time(5);
    envelope.running = 3;
    envelope.person = PersonId(test::sample_id(1));
    envelope.enrolment = people.log.reference(people.first);
    return people.log.add(envelope);
  };
  const EntryIndex right = revoke(people.key);
  const EntryIndex wrong = revoke(people.other_key);
  const auto account = verify_receipt(people.log.receipt(right), people.log.verifier());
  REQUIRE(account.has_value());
  CHECK_FALSE(account->record.has_value());
  CHECK(account->key == people.key.public_key());
  CHECK(wrong_step(people.log.receipt(wrong), people.log.verifier()) == Step::Key);
}

}  // namespace
}  // namespace sayso::protocol
