// What a receipt proves, checked without trusting the server that gave it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/crypto/ed25519.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record.h"
#include "shared/protocol/signed_note.h"

namespace sayso::protocol {

// In the order in which they are checked; all of them together are the proof.
enum class Step {
  Record,     // the record is well-formed, and of the type that its entry says
  Signature,  // the record was signed with the enrolled key
  Key,   // the enrolment presents that key, signed by it, for the person who signed, earlier in the
         // log
  Leaf,  // the enrolment's leaf is the one that the entry refers to
  Inclusion,   // both leaves are in the tree that the checkpoint describes
  Checkpoint,  // the log's key signed that checkpoint
};

struct Fault {
  Step step = Step::Record;
  // True when it is the enrolment's half of the receipt that is wrong.
  bool in_enrolment = false;
};

// What was proved: that this record was signed with this key, that the council entered the key as
// this person's before, and that both are in the log as the checkpoint describes it.
//
// Not proved, and never to be claimed: who really holds the key (the assurance is the council's
// word); that times are right (one is the device's, the other the server's word); that the key was
// not revoked in between; that nothing else was entered or left out; and, without witnesses, that
// everyone sees this same log.
struct Account {
  EntryType type = EntryType::Consent;
  // Nothing for a revocation, which has no proof of its own.
  std::optional<AnyRecord> record;
  Digest record_hash{};
  // Whose key it is, as the council says.
  PersonId signer;
  crypto::PublicKey key{};
  Assurance assurance = Assurance::Letter;
  Instant server_time;
  std::uint64_t running = 1;
  EntryIndex index;
  Checkpoint checkpoint;
};

[[nodiscard]] Expected<Account, Fault> verify_receipt(const Receipt& receipt,
                                                      const VerifierKey& log_key);

[[nodiscard]] std::string_view describe(Step step);

}  // namespace sayso::protocol
