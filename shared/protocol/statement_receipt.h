// What a receipt is to a record, for a statement of the council's: the statement laid open, and the
// proof that it is in the log. docs/formats/receipt.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/leaf.h"
#include "shared/protocol/statement.h"
#include "shared/protocol/tlog_proof.h"

namespace sayso::protocol {

struct StatementReceipt {
  Statement statement;
  Salt salt{};
  EntryIndex index;
  std::vector<Digest> hashes;
  std::string checkpoint;
};

// `{"entry":{…},"format":"sayso/statement-receipt/v1","proof":"…"}`.
[[nodiscard]] encoding::Json encode_statement_receipt(const StatementReceipt& receipt);
[[nodiscard]] Expected<StatementReceipt, encoding::FieldProblem> decode_statement_receipt(
    const encoding::Json& json);

// The file: canonical JSON, nothing after it. Nothing when the text is not that, byte for byte.
[[nodiscard]] std::optional<StatementReceipt> read_statement_receipt(std::string_view text);

// That the statement is in the log, as of the checkpoint that is answered with. Not that it is
// true.
[[nodiscard]] Expected<Checkpoint, TlogFault> verify_statement_receipt(
    const StatementReceipt& receipt, const VerifierKey& log_key);

}  // namespace sayso::protocol
