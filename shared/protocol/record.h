// Any secured record: verified and decoded in one step, so that neither is done without the other.
#pragma once

#include <variant>

#include "shared/base/expected.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/request_record.h"

namespace sayso::protocol {

using AnyRecord = std::variant<ConsentRecord, RequestRecord, EnrolmentRecord>;

// Not well-formed (with the field at fault), or well-formed and not properly signed.
using RecordFault = std::variant<encoding::FieldProblem, ProofFault>;

// Reads a secured record without looking at its signature: to find out whom to ask for the enrolled
// key.
[[nodiscard]] Expected<AnyRecord, encoding::FieldProblem> decode_record(
    const encoding::Json& secured);

// decode_record, then the proof: purpose AssertionMethod, dated with the device time, made with
// this key. An enrolment must present the same key.
[[nodiscard]] Expected<AnyRecord, RecordFault> verify_record(const encoding::Json& secured,
                                                             const crypto::PublicKey& enrolled);

}  // namespace sayso::protocol
