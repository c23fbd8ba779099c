#include "shared/protocol/verify_receipt.h"

#include "shared/merkle/tree.h"
#include "shared/protocol/revocation_record.h"

namespace sayso::protocol {
namespace {

using Checked = Expected<void, Fault>;

constexpr bool kInEnrolment = true;

// The enrolment that counts: the receipt's second half, or the whole of the receipt of an
// enrolment.
const Opening& enrolment_of(const Receipt& receipt) {
  return receipt.enrolment ? *receipt.enrolment : receipt.entry;
}

bool is_of_type(const AnyRecord& record, EntryType type) {
  switch (type) {
    case EntryType::Consent:
      return std::holds_alternative<ConsentRecord>(record);
    case EntryType::Request:
      return std::holds_alternative<RequestRecord>(record);
    case EntryType::Enrolment:
      return std::holds_alternative<EnrolmentRecord>(record);
    case EntryType::Revocation:
      break;
  }
  return false;
}

// Whose key the record must have been signed with; for a revocation, whose key it ends.
PersonId signer_of(const Envelope& envelope, const std::optional<AnyRecord>& record) {
  if (record) {
    if (const auto* consent = std::get_if<ConsentRecord>(&*record))
      return consent->common.expressed_by.person;
    if (const auto* request = std::get_if<RequestRecord>(&*record))
      return request->common.expressed_by.person;
  }
  return envelope.person.value_or(PersonId());
}

Checked check_record(const Receipt& receipt, Account& account) {
  const Envelope& envelope = receipt.entry.envelope;
  if (envelope.type == EntryType::Revocation) {
    if (!decode_revocation_record(envelope.record)) return failure(Fault{Step::Record});
  } else {
    auto record = decode_record(envelope.record);
    if (!record || !is_of_type(*record, envelope.type)) return failure(Fault{Step::Record});
    account.record = std::move(*record);
  }
  const Envelope& enrolment = enrolment_of(receipt).envelope;
  const auto enrolled = decode_record(enrolment.record);
  if (enrolment.type != EntryType::Enrolment || !enrolled ||
      !std::holds_alternative<EnrolmentRecord>(*enrolled))
    return failure(Fault{Step::Record, kInEnrolment});
  account.key = std::get_if<EnrolmentRecord>(&*enrolled)->key;
  return {};
}

Checked check_signature(const Receipt& receipt, const Account& account) {
  const Envelope& envelope = receipt.entry.envelope;
  if (envelope.type == EntryType::Revocation) return {};
  if (!verify_record(envelope.record, account.key)) return failure(Fault{Step::Signature});
  return {};
}

bool ends_key(const Envelope& envelope, const crypto::PublicKey& key) {
  if (envelope.type != EntryType::Revocation) return true;
  const auto revocation = decode_revocation_record(envelope.record);
  return revocation && revocation->key == key;
}

Checked check_key(const Receipt& receipt, const Account& account) {
  const Envelope& enrolment = enrolment_of(receipt).envelope;
  if (!verify_record(enrolment.record, account.key)) return failure(Fault{Step::Key, kInEnrolment});
  if (!enrolment.person || *enrolment.person != account.signer ||
      !ends_key(receipt.entry.envelope, account.key))
    return failure(Fault{Step::Key});
  if (!receipt.enrolment) return {};
  const auto& reference = receipt.entry.envelope.enrolment;
  const EntryIndex index = receipt.enrolment->index;
  if (!reference || reference->index != index || !(index < receipt.entry.index))
    return failure(Fault{Step::Key});
  return {};
}

Digest leaf_hash_of(const Opening& opening) {
  return merkle::leaf_hash(commit(opening.envelope, opening.salt));
}

Checked check_leaf(const Receipt& receipt) {
  if (!receipt.enrolment) return {};
  if (leaf_hash_of(*receipt.enrolment) != receipt.entry.envelope.enrolment->leaf_hash)
    return failure(Fault{Step::Leaf, kInEnrolment});
  return {};
}

bool is_included(const Opening& opening, const Checkpoint& checkpoint) {
  return merkle::verify_inclusion(opening.index, checkpoint.size, leaf_hash_of(opening),
                                  opening.hashes, checkpoint.root)
      .has_value();
}

Checked check_inclusion(const Receipt& receipt) {
  const auto note = decode_note(receipt.checkpoint);
  if (!note) return failure(Fault{Step::Checkpoint});
  const auto checkpoint = decode_checkpoint(note->text);
  if (!checkpoint) return failure(Fault{Step::Checkpoint});
  if (!is_included(receipt.entry, *checkpoint)) return failure(Fault{Step::Inclusion});
  if (receipt.enrolment && !is_included(*receipt.enrolment, *checkpoint))
    return failure(Fault{Step::Inclusion, kInEnrolment});
  return {};
}

Checked check_checkpoint(const Receipt& receipt, const VerifierKey& log_key, Account& account) {
  auto checkpoint = verify_checkpoint(receipt.checkpoint, log_key);
  if (!checkpoint) return failure(Fault{Step::Checkpoint});
  account.checkpoint = std::move(*checkpoint);
  return {};
}

}  // namespace

Expected<Account, Fault> verify_receipt(const Receipt& receipt, const VerifierKey& log_key) {
  Account account;
  const Envelope& envelope = receipt.entry.envelope;
  const auto& assurance = enrolment_of(receipt).envelope.assurance;
  account.type = envelope.type;
  account.record_hash = record_hash(envelope.record);
  account.assurance = assurance.value_or(Assurance::Letter);
  account.server_time = envelope.server_time;
  account.running = envelope.running;
  account.index = receipt.entry.index;
  const auto checked = check_record(receipt, account)
                           .map([&] { account.signer = signer_of(envelope, account.record); })
                           .and_then([&] { return check_signature(receipt, account); })
                           .and_then([&] { return check_key(receipt, account); })
                           .and_then([&] { return check_leaf(receipt); })
                           .and_then([&] { return check_inclusion(receipt); })
                           .and_then([&] { return check_checkpoint(receipt, log_key, account); });
  if (!checked) return failure(checked.error());
  return account;
}

std::string_view describe(Step step) {
  switch (step) {
    case Step::Record:
      return "the record is not well-formed, or not of the type that its entry says";
    case Step::Signature:
      return "the record was not signed with the enrolled key";
    case Step::Key:
      return "the key was not enrolled for the person who signed";
    case Step::Leaf:
      return "the enrolment is not the one that the entry refers to";
    case Step::Inclusion:
      return "it is not in the log that the checkpoint describes";
    case Step::Checkpoint:
      return "the checkpoint was not signed with the key of this log";
  }
  return "";
}

}  // namespace sayso::protocol
