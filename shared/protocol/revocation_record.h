// The revocation record: from this entry on, a device key counts for nothing.
// docs/formats/enrolment.md.
#pragma once

#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

enum class RevocationReason {
  Replaced,   // a newer key took its place
  Lost,       // the person said so
  Withdrawn,  // the council ended it
};

// Has no proof of its own, because a lost key cannot sign: it is the council's statement, and being
// in the log is what holds the council to it.
struct RevocationRecord {
  RecordId id;
  crypto::PublicKey key{};
  RevocationReason reason = RevocationReason::Replaced;
};

[[nodiscard]] encoding::Json encode_revocation_record(const RevocationRecord& record);
[[nodiscard]] Expected<RevocationRecord, encoding::FieldProblem> decode_revocation_record(
    const encoding::Json& document);

}  // namespace sayso::protocol
