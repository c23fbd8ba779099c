// The receipt: one small file that proves, offline, that a record is in the log.
// docs/formats/receipt.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/leaf.h"
#include "shared/protocol/tlog_proof.h"

namespace sayso::protocol {

// An entry laid open: the envelope, the salt that opens its leaf, and the leaf's proof.
struct Opening {
  Envelope envelope;
  Salt salt{};
  EntryIndex index;
  std::vector<Digest> hashes;
};

struct Receipt {
  Opening entry;
  // Of the key that signed. Absent in the receipt of an enrolment.
  std::optional<Opening> enrolment;
  // One signed checkpoint for both proofs, so that both are known to be in one tree.
  std::string checkpoint;
};

inline constexpr std::size_t kMaxReceiptBytes = 160 * 1024;

// `{"enrolment":{…},"entry":{…},"format":"sayso/receipt/v1"}`, each part an envelope and a C2SP
// tlog-proof as text.
[[nodiscard]] encoding::Json encode_receipt(const Receipt& receipt);
[[nodiscard]] Expected<Receipt, encoding::FieldProblem> decode_receipt(const encoding::Json& json);

// The file: canonical JSON, nothing after it.
[[nodiscard]] std::string receipt_text(const Receipt& receipt);
// Nothing when it cannot be read as a receipt, byte for byte as receipt_text would write it.
[[nodiscard]] std::optional<Receipt> read_receipt(std::string_view text);

// The C2SP proof of one part, its `extra` the salt: what other people's tools take.
[[nodiscard]] TlogProof tlog_proof_of(const Opening& opening, const std::string& checkpoint);

}  // namespace sayso::protocol
