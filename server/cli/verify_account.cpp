#include "server/cli/verify_account.h"

#include <ostream>
#include <variant>

#include "shared/base/instant.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/multikey.h"

namespace sayso::cli {
namespace {

using protocol::Account;
using protocol::AnyRecord;
using protocol::Assurance;
using protocol::Choice;
using protocol::ConsentRecord;
using protocol::Decision;
using protocol::EntryType;
using protocol::RecordCommon;
using protocol::RequestKind;
using protocol::RequestRecord;
using protocol::Role;

// Text out of a file must not move the cursor or recolour the terminal.
std::string printable(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_c1 =
        byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    safe += byte < 0x20 || byte == 0x7f || is_c1 ? '?' : text[i];
    if (is_c1) ++i;
  }
  return safe;
}

std::string_view word_for(EntryType type) {
  switch (type) {
    case EntryType::Consent:
      return "choices";
    case EntryType::Request:
      return "a request";
    case EntryType::Enrolment:
      return "the enrolment of a key";
    case EntryType::Revocation:
      return "the revocation of a key";
  }
  return "";
}

std::string_view word_for(Decision decision) {
  switch (decision) {
    case Decision::Agreed:
      return "agreed";
    case Decision::Refused:
      return "refused";
    case Decision::Withdrawn:
      return "withdrawn";
  }
  return "";
}

std::string_view word_for(RequestKind kind) {
  switch (kind) {
    case RequestKind::See:
      return "see my information";
    case RequestKind::Correct:
      return "correct";
    case RequestKind::Delete:
      return "delete";
    case RequestKind::Limit:
      return "limit use";
    case RequestKind::Object:
      return "object";
    case RequestKind::Move:
      return "take it elsewhere";
    case RequestKind::Complain:
      return "complain";
    case RequestKind::Ask:
      return "ask a question";
  }
  return "";
}

void write_common(std::ostream& out, const RecordCommon& common) {
  out << "  about person        " << common.person.value() << "\n";
  if (common.expressed_by.role == Role::ParentalResponsibility)
    out << "  expressed by        " << common.expressed_by.person.value()
        << ", with parental responsibility\n";
  out << "  notice              " << common.notice.id << ", version "
      << printable(common.notice.version) << ", " << common.notice.language << "\n"
      << "  notice's SHA-256    " << encode_hex(common.notice.hash) << "\n"
      << "  questions' SHA-256  " << encode_hex(common.shown) << "\n"
      << "  time on the device  " << encode_instant(common.device_time) << "\n";
}

void write_consent(std::ostream& out, const ConsentRecord& record) {
  write_common(out, record.common);
  for (const Choice& choice : record.choices)
    out << "  " << choice.purpose.value() << ", " << choice.organisation.value() << ": "
        << word_for(choice.decision) << "\n";
}

void write_request(std::ostream& out, const RequestRecord& record) {
  write_common(out, record.common);
  out << "  request             " << word_for(record.kind) << "\n";
  if (record.purpose) out << "  about purpose       " << record.purpose->value() << "\n";
  if (record.organisation) out << "  about organisation  " << record.organisation->value() << "\n";
  if (!record.text.empty()) out << "  in their words      " << printable(record.text) << "\n";
}

void write_record(std::ostream& out, const AnyRecord& record) {
  out << "What was signed\n";
  if (const auto* consent = std::get_if<ConsentRecord>(&record))
    return write_consent(out, *consent);
  if (const auto* request = std::get_if<RequestRecord>(&record))
    return write_request(out, *request);
  const auto* enrolment = std::get_if<protocol::EnrolmentRecord>(&record);
  out << "  a key presents itself\n  time on the device  " << encode_instant(enrolment->device_time)
      << "\n";
}

void write_proved(std::ostream& out, const Account& account) {
  const auto& log = account.checkpoint;
  out << "What was proved\n";
  if (account.record)
    out << "  The record was signed with the key " << protocol::encode_multikey(account.key)
        << ",\n"
        << "  and not a letter of it has changed since.\n";
  out << (account.type == EntryType::Enrolment
              ? "  The council entered that key as this person's: person "
              : "  The council had entered that key as this person's, earlier in the log: person ")
      << account.signer.value() << ".\n"
      << "  It is entry " << account.index.value() << " of the log " << log.origin << ", which had "
      << log.size.value() << " entries when\n"
      << "  the log's key signed its root " << encoding::encode_base64(log.root) << ".\n";
}

void write_not_proved(std::ostream& out, const Account& account) {
  out << "What was not proved\n"
      << "  Who really holds the key. The council says that it was "
      << (account.assurance == Assurance::Letter ? "enrolled with an invitation by post.\n"
                                                 : "confirmed by a key worker.\n")
      << "  That the times are right: the council says that it arrived at "
      << encode_instant(account.server_time) << ".\n"
      << "  That the key had not been revoked in between.\n"
      << "  That nothing else was entered, or left out: the council counts this as number "
      << account.running << "\n  of the person who signed, so that a gap would show.\n"
      << "  That everyone is shown this same log: that takes witnesses, and this check knows "
         "none.\n";
}

void write_what(std::ostream& out, const protocol::NoticePublished& published) {
  const auto& notice = published.notice;
  out << "  a notice was published\n"
      << "  notice              " << notice.id << ", version " << printable(notice.version) << ", "
      << notice.language << "\n"
      << "  notice's SHA-256    " << encode_hex(notice.hash) << "\n";
}

std::string_view word_for(protocol::UseKind kind) {
  switch (kind) {
    case protocol::UseKind::Viewed:
      return "viewed";
    case protocol::UseKind::Joined:
      return "joined";
    case protocol::UseKind::Disclosed:
      return "disclosed";
  }
  return "";
}

void write_what(std::ostream& out, const protocol::Used& used) {
  out << "  information was     " << word_for(used.kind) << "\n"
      << "  by                  " << printable(used.role) << ", " << used.organisation.value()
      << "\n";
  for (const std::string& kind : used.information)
    out << "  kind                " << printable(kind) << "\n";
  out << "  for purpose         " << used.purpose.value() << "\n";
  for (const Digest& choice : used.choices)
    out << "  under the choice    " << encode_hex(choice) << "\n";
}

void write_what(std::ostream& out, const protocol::RequestAnswered& answered) {
  static constexpr std::string_view kOutcomes[] = {"being looked at", "waiting for its person",
                                                   "given more time", "done", "refused"};
  out << "  a request was       " << kOutcomes[static_cast<std::size_t>(answered.kind)] << "\n"
      << "  request's SHA-256   " << encode_hex(answered.request) << "\n";
}

void write_what(std::ostream& out, const protocol::Destroyed& destroyed) {
  out << "  data was destroyed  " << printable(destroyed.data_class) << "\n"
      << "  certificate SHA-256 " << encode_hex(destroyed.certificate) << "\n";
}

void write_what(std::ostream& out, const protocol::KeyConfirmed& confirmed) {
  out << "  a key was confirmed to be its person's, by a " << printable(confirmed.role) << "\n"
      << "  enrolment's leaf    " << encode_hex(confirmed.enrolment) << "\n";
}

void write_what(std::ostream& out, const protocol::StopAcknowledged& acknowledged) {
  static constexpr std::string_view kSteps[] = {"was told to stop", "stopped", "deleted it"};
  out << "  an organisation     " << kSteps[static_cast<std::size_t>(acknowledged.step)] << "\n"
      << "  which               " << acknowledged.organisation.value() << "\n"
      << "  for purpose         " << acknowledged.purpose.value() << "\n";
}

void write_what(std::ostream& out, const protocol::StaffChanged& changed) {
  static constexpr std::string_view kSteps[] = {"added", "given another role", "reset", "revoked"};
  out << "  an account of the team was " << kSteps[static_cast<std::size_t>(changed.step)] << "\n"
      << "  account             " << changed.account.value() << "\n"
      << "  role                " << printable(changed.role) << "\n";
}

}  // namespace

void write_statement(std::ostream& out, const protocol::StatementReceipt& receipt,
                     const protocol::Checkpoint& checkpoint) {
  const protocol::Statement& statement = receipt.statement;
  out << "This receipt holds. It is for a statement of the council's.\n\nWhat was stated\n";
  std::visit([&](const auto& what) { write_what(out, what); }, statement.what);
  if (statement.person) out << "  about person        " << statement.person->value() << "\n";
  out << "\nWhat was proved\n"
      << "  The council stated this: it is entry " << receipt.index.value() << " of the log "
      << checkpoint.origin << ",\n  which had " << checkpoint.size.value()
      << " entries when the log's key signed its root " << encoding::encode_base64(checkpoint.root)
      << ".\n\nWhat was not proved\n"
      << "  That it is true, and that the time is right: the council says "
      << encode_instant(statement.server_time) << ".\n"
      << "  That nothing else was stated, or left out: the council counts this as number "
      << statement.running
      << ",\n  so that a gap would show.\n"
         "  That everyone is shown this same log: that takes witnesses.\n";
}

void write_account(std::ostream& out, const Account& account) {
  out << "This receipt holds. It is for " << word_for(account.type) << ", reference "
      << protocol::record_reference(account.record_hash) << ".\n"
      << "SHA-256 of the record: " << encode_hex(account.record_hash) << "\n\n";
  if (account.record) {
    write_record(out, *account.record);
    out << "\n";
  }
  write_proved(out, account);
  out << "\n";
  write_not_proved(out, account);
}

std::string explain(const protocol::Fault& fault) {
  std::string text(protocol::describe(fault.step));
  if (fault.in_enrolment) text += " (in the enrolment of the key)";
  return text;
}

void write_inclusion(std::ostream& out, const protocol::TlogProof& proof,
                     const protocol::Checkpoint& checkpoint) {
  out << "The proof holds: the entry is number " << proof.index.value() << " of the log "
      << checkpoint.origin << ", which had " << checkpoint.size.value()
      << " entries when\nthe log's key signed its root " << encoding::encode_base64(checkpoint.root)
      << ".\n"
      << "This does not show what the entry stands for, nor that everyone is shown this same "
         "log.\n";
}

std::string_view explain(const protocol::TlogFault& fault) {
  using merkle::ProofError;
  using protocol::CheckpointFault;
  if (const auto* proof = std::get_if<ProofError>(&fault)) {
    switch (*proof) {
      case ProofError::IndexBeyondSize:
        return "the checkpoint's log has no entry of that number";
      case ProofError::WrongLength:
        return "the proof has too many hashes or too few";
      case ProofError::WrongRoot:
        return "the entry is not in the log that the checkpoint describes";
    }
  }
  if (const auto* checkpoint = std::get_if<CheckpointFault>(&fault)) {
    switch (*checkpoint) {
      case CheckpointFault::Malformed:
        return "the checkpoint is not well-formed";
      case CheckpointFault::WrongOrigin:
        return "the checkpoint is of another log";
      case CheckpointFault::UnknownKey:
        return "the checkpoint was not signed with this key";
      case CheckpointFault::WrongSignature:
        return "the checkpoint's signature is wrong";
    }
  }
  return "";
}

void write_signed(std::ostream& out, const AnyRecord* record, const crypto::PublicKey& key) {
  out << "The signature holds. It was made with the key " << protocol::encode_multikey(key)
      << ",\nwhich the document names itself: this does not show who holds that key, nor that any\n"
         "council received the document.\n\n";
  if (record != nullptr)
    write_record(out, *record);
  else
    out << "The document is not one of Sayso's records.\n";
}

}  // namespace sayso::cli
