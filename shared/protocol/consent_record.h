// The consent record: each purpose × organisation with its decision, as a person signs it.
// Fields of ISO/IEC TS 27560:2023 in the vocabulary of the W3C Data Privacy Vocabulary;
// docs/formats/record.md.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/record_common.h"

namespace sayso::protocol {

enum class Decision { Agreed, Refused, Withdrawn };

struct Choice {
  PurposeId purpose;
  OrganisationId organisation;
  Decision decision = Decision::Refused;
};

inline constexpr std::size_t kMaxChoices = 128;

// The lawful basis of every choice is consent: where it is another there is nothing to choose, and
// a RequestRecord carries the objection.
struct ConsentRecord {
  RecordCommon common;
  // 1 … kMaxChoices, each purpose × organisation once. The encoder puts them in order.
  std::vector<Choice> choices;
  // ISO 8601 duration, `P5Y`: how long what is shared is kept.
  std::string retention;
  // Where to withdraw: an address or a few words, 1–200 bytes.
  std::string withdrawal;
};

// Without a proof. Precondition: the bounds above.
[[nodiscard]] encoding::Json encode_consent_record(const ConsentRecord& record);
// Of a document without its proof. Choices out of order or twice are refused.
[[nodiscard]] Expected<ConsentRecord, encoding::FieldProblem> decode_consent_record(
    const encoding::Json& document);

// The record, secured; the proof is dated with the device time.
[[nodiscard]] encoding::Json sign_consent_record(const ConsentRecord& record,
                                                 const crypto::SigningKey& key);

}  // namespace sayso::protocol
