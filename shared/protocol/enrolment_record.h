// The enrolment record: a device key presents itself and proves that somebody holds it.
// docs/formats/enrolment.md.
#pragma once

#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/record_common.h"

namespace sayso::protocol {

// Names no person: whose key it is, the council says, in the envelope of the entry.
struct EnrolmentRecord {
  RecordId id;
  crypto::PublicKey key{};
  Instant device_time;
  Nonce nonce{};
};

[[nodiscard]] encoding::Json encode_enrolment_record(const EnrolmentRecord& record);
// Of a document without its proof.
[[nodiscard]] Expected<EnrolmentRecord, encoding::FieldProblem> decode_enrolment_record(
    const encoding::Json& document);

// Secured by the key that it presents. Precondition: record.key is that key's public half.
[[nodiscard]] encoding::Json sign_enrolment_record(const EnrolmentRecord& record,
                                                   const crypto::SigningKey& key);

}  // namespace sayso::protocol
