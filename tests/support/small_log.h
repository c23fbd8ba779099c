// A log in memory that makes receipts the way a server does, for tests to take apart.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/crypto/ed25519.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/statement_receipt.h"
#include "tests/support/memory_nodes.h"
#include "tests/support/sample_records.h"

namespace sayso::test {

class SmallLog {
 public:
  explicit SmallLog(std::string name = "council.example/sayso", std::uint8_t key = 0xc0)
      : name_(std::move(name)), key_(sample_key(key)) {}

  [[nodiscard]] protocol::VerifierKey verifier() const { return {name_, key_.public_key()}; }

  // Random to whoever looks, the same in every run.
  void add_cover() { append(Bytes(32, static_cast<std::uint8_t>(0xf0 + entries_.size()))); }

  EntryIndex add(protocol::Envelope envelope) {
    protocol::Salt salt{};
    salt.fill(static_cast<std::uint8_t>(0xa0 + entries_.size()));
    const protocol::LeafData leaf = protocol::commit(envelope, salt);
    const EntryIndex index(entries_.size());
    append(Bytes(leaf.begin(), leaf.end()));
    entries_.back().envelope = std::move(envelope);
    entries_.back().salt = salt;
    return index;
  }

  EntryIndex enrol(std::uint8_t person, const crypto::SigningKey& key, std::uint8_t record) {
    protocol::Envelope envelope;
    envelope.type = protocol::EntryType::Enrolment;
    envelope.record = protocol::sign_enrolment_record(sample_enrolment(key, record), key);
    envelope.server_time = sample_time(-59);
    envelope.person = PersonId(sample_id(person));
    envelope.assurance = protocol::Assurance::Letter;
    return add(std::move(envelope));
  }

  // A consent or request record, signed, by a key that was enrolled at `enrolment`.
  EntryIndex add_record(protocol::EntryType type, encoding::Json secured, EntryIndex enrolment,
                        std::uint64_t running = 2) {
    protocol::Envelope envelope;
    envelope.type = type;
    envelope.record = std::move(secured);
    envelope.server_time = sample_time(1);
    envelope.running = running;
    envelope.enrolment = reference(enrolment);
    return add(std::move(envelope));
  }

  // A statement of the council's, and its receipt as of then.
  protocol::StatementReceipt state(protocol::Statement statement) {
    protocol::Salt salt{};
    salt.fill(static_cast<std::uint8_t>(0xa0 + entries_.size()));
    const protocol::LeafData leaf = protocol::commit(protocol::statement_text(statement), salt);
    const EntryIndex index(entries_.size());
    append(Bytes(leaf.begin(), leaf.end()));
    return {std::move(statement), salt, index,
            merkle::inclusion_proof(index, nodes_.size(), nodes_), checkpoint()};
  }

  [[nodiscard]] protocol::EnrolmentReference reference(EntryIndex index) const {
    return {index, merkle::leaf_hash(entries_[index.value()].leaf)};
  }

  [[nodiscard]] std::string checkpoint() const {
    const protocol::Checkpoint checkpoint{
        name_, nodes_.size(), merkle::root(nodes_.size(), nodes_), {}};
    return protocol::encode_note(
        protocol::sign_note(protocol::encode_checkpoint(checkpoint), name_, key_));
  }

  [[nodiscard]] protocol::Opening open(EntryIndex index) const {
    const Entry& entry = entries_[index.value()];
    return {entry.envelope, entry.salt, index,
            merkle::inclusion_proof(index, nodes_.size(), nodes_)};
  }

  [[nodiscard]] protocol::Receipt receipt(EntryIndex index) const {
    protocol::Receipt receipt;
    receipt.entry = open(index);
    receipt.checkpoint = checkpoint();
    if (const auto& enrolment = receipt.entry.envelope.enrolment)
      receipt.enrolment = open(enrolment->index);
    return receipt;
  }

  [[nodiscard]] const Bytes& leaf(EntryIndex index) const { return entries_[index.value()].leaf; }

 private:
  struct Entry {
    Bytes leaf;
    protocol::Envelope envelope;
    protocol::Salt salt{};
  };

  void append(Bytes leaf) {
    nodes_.append({merkle::leaf_hash(leaf)});
    entries_.push_back({std::move(leaf), {}, {}});
  }

  std::string name_;
  crypto::SigningKey key_;
  MemoryNodes nodes_;
  std::vector<Entry> entries_;
};

// The log that the checked-in vectors come from: a person with one key and one consent record,
// cover around it.
struct SampleLog {
  SampleLog() {
    log.add_cover();
    enrolment = log.enrol(1, key, 11);
    log.add_cover();
    record = protocol::sign_consent_record(sample_consent(1, 12), key);
    consent = log.add_record(protocol::EntryType::Consent, record, enrolment);
    log.add_cover();
  }

  crypto::SigningKey key = sample_key(1);
  SmallLog log;
  EntryIndex enrolment;
  EntryIndex consent;
  encoding::Json record;
};

}  // namespace sayso::test
