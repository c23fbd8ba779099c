// What was proved, told to somebody at a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "shared/crypto/ed25519.h"
#include "shared/protocol/record.h"
#include "shared/protocol/statement_receipt.h"
#include "shared/protocol/tlog_proof.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::cli {

void write_account(std::ostream& out, const protocol::Account& account);
// The first thing that is wrong, as a sentence without its end.
[[nodiscard]] std::string explain(const protocol::Fault& fault);

// Of a receipt that was verified against that checkpoint.
void write_statement(std::ostream& out, const protocol::StatementReceipt& receipt,
                     const protocol::Checkpoint& checkpoint);

void write_inclusion(std::ostream& out, const protocol::TlogProof& proof,
                     const protocol::Checkpoint& checkpoint);
[[nodiscard]] std::string_view explain(const protocol::TlogFault& fault);

// `record` is null for a document of another kind than ours.
void write_signed(std::ostream& out, const protocol::AnyRecord* record,
                  const crypto::PublicKey& key);

}  // namespace sayso::cli
