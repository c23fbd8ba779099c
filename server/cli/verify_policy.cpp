#include "server/cli/verify_policy.h"

#include <optional>
#include <ostream>
#include <string>

#include "server/cli/exit_code.h"
#include "server/cli/text_file.h"
#include "server/cli/verify_account.h"
#include "shared/protocol/policy.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/tlog_proof.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;

int complain(std::ostream& err, const std::string& what, int code = kWrongQuestion) {
  err << "sayso verify: " << what << "\n";
  return code;
}

// The log of the policy that signed the checkpoint, if any did.
const protocol::PolicyLog* find_log(const protocol::Policy& policy, const std::string& note) {
  for (const protocol::PolicyLog& log : policy.logs) {
    if (protocol::verify_checkpoint(note, log.key)) return &log;
  }
  return nullptr;
}

int judge(const protocol::Policy& policy, const std::string& note, std::ostream& out,
          std::ostream& err) {
  const auto witnessed = protocol::judge_checkpoint(note, policy);
  if (!witnessed)
    return complain(err, "wrong: no log of the policy signed the checkpoint", kFailed);
  for (const auto& [name, time] : witnessed->seen)
    out << "witnessed by " << name << " at " << encode_instant(time) << "\n";
  if (!witnessed->has_quorum) {
    return complain(err,
                    "wrong: of the witnesses of the policy " +
                        std::to_string(witnessed->seen.size()) +
                        " have seen this checkpoint, too few for its quorum",
                    kFailed);
  }
  out << "quorum: " << policy.quorum << "\n";
  return kDone;
}

int verify_statement(const protocol::StatementReceipt& receipt, const protocol::Policy& policy,
                     std::ostream& out, std::ostream& err) {
  const auto* log = find_log(policy, receipt.checkpoint);
  if (log == nullptr)
    return complain(err, "wrong: no log of the policy signed the checkpoint", kFailed);
  const auto checkpoint = protocol::verify_statement_receipt(receipt, log->key);
  if (!checkpoint)
    return complain(err, "wrong: " + std::string(explain(checkpoint.error())), kFailed);
  write_statement(out, receipt, *checkpoint);
  return judge(policy, receipt.checkpoint, out, err);
}

int verify_receipt_file(const VerifyOptions& options, const protocol::Policy& policy,
                        std::ostream& out, std::ostream& err) {
  const auto text = load_text_file(options.receipt, kMostBytes);
  if (!text) return complain(err, text.error());
  if (const auto statement = protocol::read_statement_receipt(*text))
    return verify_statement(*statement, policy, out, err);
  const auto receipt = protocol::read_receipt(*text);
  if (!receipt) return complain(err, options.receipt + ": is not a receipt");
  const auto* log = find_log(policy, receipt->checkpoint);
  if (log == nullptr)
    return complain(err, "wrong: no log of the policy signed the checkpoint", kFailed);
  const auto account = protocol::verify_receipt(*receipt, log->key);
  if (!account) return complain(err, "wrong: " + explain(account.error()), kFailed);
  write_account(out, *account);
  return judge(policy, receipt->checkpoint, out, err);
}

int verify_proof_file(const VerifyOptions& options, const protocol::Policy& policy,
                      std::ostream& out, std::ostream& err) {
  const auto text = load_text_file(options.tlog_proof, kMostBytes);
  if (!text) return complain(err, text.error());
  const auto entry = load_text_file(options.entry, kMostBytes);
  if (!entry) return complain(err, entry.error());
  const auto proof = protocol::decode_tlog_proof(*text);
  if (!proof)
    return complain(err, options.tlog_proof + ": is not a proof (c2sp.org/tlog-proof@v1)");
  const auto* log = find_log(policy, proof->checkpoint);
  if (log == nullptr)
    return complain(err, "wrong: no log of the policy signed the checkpoint", kFailed);
  const auto checkpoint = protocol::verify_tlog_proof(*proof, as_bytes(*entry), log->key);
  if (!checkpoint)
    return complain(err, "wrong: " + std::string(explain(checkpoint.error())), kFailed);
  write_inclusion(out, *proof, *checkpoint);
  return judge(policy, proof->checkpoint, out, err);
}

}  // namespace

int run_verify_by_policy(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  const auto text = load_text_file(options.policy, protocol::kMaxPolicyBytes);
  if (!text) return complain(err, text.error());
  const auto policy = protocol::decode_policy(*text);
  if (!policy) {
    return complain(err, options.policy + ":" + std::to_string(policy.error().line) + ": " +
                             policy.error().what);
  }
  return options.receipt.empty() ? verify_proof_file(options, *policy, out, err)
                                 : verify_receipt_file(options, *policy, out, err);
}

}  // namespace sayso::cli
