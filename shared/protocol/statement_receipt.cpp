#include "shared/protocol/statement_receipt.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/protocol/receipt.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kFormat = "sayso/statement-receipt/v1";

TlogProof proof_of(const StatementReceipt& receipt) {
  return {Bytes(receipt.salt.begin(), receipt.salt.end()), receipt.index, receipt.hashes,
          receipt.checkpoint};
}

}  // namespace

Json encode_statement_receipt(const StatementReceipt& receipt) {
  return Json::Object{{"format", kFormat},
                      {"entry", encode_statement(receipt.statement)},
                      {"proof", encode_tlog_proof(proof_of(receipt))}};
}

Expected<StatementReceipt, encoding::FieldProblem> decode_statement_receipt(const Json& json) {
  StatementReceipt receipt;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.constant("format", kFormat);
    auto statement = decode_statement(fields.json("entry"));
    if (!statement) return fields.refuse("entry", statement.error().error);
    receipt.statement = std::move(*statement);
    auto proof = decode_tlog_proof(fields.text("proof"));
    if (!proof || !proof->extra || proof->extra->size() != receipt.salt.size())
      return fields.refuse("proof");
    std::copy(proof->extra->begin(), proof->extra->end(), receipt.salt.begin());
    receipt.index = proof->index;
    receipt.hashes = std::move(proof->hashes);
    receipt.checkpoint = std::move(proof->checkpoint);
  });
  if (!read) return failure(read.error());
  return receipt;
}

std::optional<StatementReceipt> read_statement_receipt(std::string_view text) {
  if (text.size() > kMaxReceiptBytes) return std::nullopt;
  const auto json = encoding::decode_json(text);
  if (!json || encoding::encode_canonical(*json) != text) return std::nullopt;
  auto receipt = decode_statement_receipt(*json);
  return receipt ? std::optional(std::move(*receipt)) : std::nullopt;
}

Expected<Checkpoint, TlogFault> verify_statement_receipt(const StatementReceipt& receipt,
                                                         const VerifierKey& log_key) {
  const LeafData leaf = commit(statement_text(receipt.statement), receipt.salt);
  return verify_tlog_proof(proof_of(receipt), leaf, log_key);
}

}  // namespace sayso::protocol
