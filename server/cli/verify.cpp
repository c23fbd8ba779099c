#include "server/cli/verify.h"

#include <cstddef>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "server/cli/exit_code.h"
#include "server/cli/verify_account.h"
#include "server/cli/verify_policy.h"
#include "shared/encoding/json.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/tlog_proof.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::cli {
namespace {

// Larger than anything that could be read as one of our formats.
constexpr std::size_t kMaxFileBytes = 1024 * 1024;

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text(kMaxFileBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  // A directory opens, and then cannot be read.
  if (file.bad()) return std::nullopt;
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kMaxFileBytes) return std::nullopt;
  return text;
}

int complain(std::ostream& err, const std::string& what, int code = kWrongQuestion) {
  err << "sayso verify: " << what << "\n";
  return code;
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

// The text itself, or else the name of a file that holds it.
std::optional<protocol::VerifierKey> read_key(const std::string& argument) {
  if (auto key = protocol::decode_vkey(argument)) return key;
  const auto text = read_file(argument);
  return text ? protocol::decode_vkey(without_line_end(*text)) : std::nullopt;
}

int complain_of_key(const std::string& key, std::ostream& err) {
  if (key.empty())
    return complain(
        err, "give the log's key with --key: the council shows it at /log/key of its portal");
  return complain(err, key + ": neither a key like name+1a2b3c4d+AbC… nor a file that holds one");
}

// A receipt is one exact text. Programs that lay JSON out anew change it without changing what it
// says.
std::string_view describe_unread(std::string_view text) {
  const auto json = encoding::decode_json(text);
  if (json && protocol::read_receipt(encoding::encode_canonical(*json)))
    return "says what a receipt says, but is not the file as it was saved: save it again";
  return "is not a receipt";
}

int verify_receipt_file(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  const auto key = read_key(options.key);
  if (!key) return complain_of_key(options.key, err);
  const auto text = read_file(options.receipt);
  if (!text) return complain(err, options.receipt + ": cannot be read");
  if (const auto statement = protocol::read_statement_receipt(*text)) {
    const auto checkpoint = protocol::verify_statement_receipt(*statement, *key);
    if (!checkpoint)
      return complain(err, "wrong: " + std::string(explain(checkpoint.error())), kFailed);
    write_statement(out, *statement, *checkpoint);
    return kDone;
  }
  const auto receipt = protocol::read_receipt(*text);
  if (!receipt) return complain(err, options.receipt + ": " + std::string(describe_unread(*text)));
  const auto account = protocol::verify_receipt(*receipt, *key);
  if (!account) return complain(err, "wrong: " + explain(account.error()), kFailed);
  write_account(out, *account);
  return kDone;
}

int verify_proof_file(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  const auto key = read_key(options.key);
  if (!key) return complain_of_key(options.key, err);
  const auto text = read_file(options.tlog_proof);
  if (!text) return complain(err, options.tlog_proof + ": cannot be read");
  const auto entry = read_file(options.entry);
  if (!entry) return complain(err, options.entry + ": cannot be read");
  const auto proof = protocol::decode_tlog_proof(*text);
  if (!proof)
    return complain(err, options.tlog_proof + ": is not a proof (c2sp.org/tlog-proof@v1)");
  const auto checkpoint = protocol::verify_tlog_proof(*proof, as_bytes(*entry), *key);
  if (!checkpoint)
    return complain(err, "wrong: " + std::string(explain(checkpoint.error())), kFailed);
  write_inclusion(out, *proof, *checkpoint);
  return kDone;
}

// A document that calls itself one of our records must be one in every respect.
int verify_our_record(const encoding::Json& secured, const crypto::PublicKey& key,
                      std::ostream& out, std::ostream& err) {
  const auto record = protocol::verify_record(secured, key);
  if (record) {
    write_signed(out, &*record, key);
    return kDone;
  }
  if (const auto* fault = std::get_if<protocol::ProofFault>(&record.error()))
    return complain(err, "wrong: " + std::string(protocol::describe(*fault)), kFailed);
  const auto* problem = std::get_if<encoding::FieldProblem>(&record.error());
  return complain(
      err, "wrong: " + problem->pointer + ": " + std::string(encoding::describe(problem->error)),
      kFailed);
}

int verify_record_file(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  const auto text = read_file(options.record);
  if (!text) return complain(err, options.record + ": cannot be read");
  const auto json = encoding::decode_json(*text);
  if (!json)
    return complain(err, options.record + ":" + std::to_string(json.error().line) + ":" +
                             std::to_string(json.error().column) + ": " +
                             std::string(encoding::describe(json.error().error)));
  const auto key = protocol::claimed_key(*json);
  if (!key) return complain(err, options.record + ": has no proof made with a did:key");
  const encoding::Json* format = json->find("dct:conformsTo");
  if (format != nullptr && format->string() != nullptr && format->string()->rfind("sayso/", 0) == 0)
    return verify_our_record(*json, *key, out, err);
  const auto verified = protocol::verify_proof(*json, {}, *key);
  if (!verified)
    return complain(err, "wrong: " + std::string(protocol::describe(verified.error())), kFailed);
  write_signed(out, nullptr, *key);
  return kDone;
}

}  // namespace

int run_verify(const VerifyOptions& options, std::ostream& out, std::ostream& err) {
  const bool has_receipt = !options.receipt.empty();
  const bool has_record = !options.record.empty();
  const bool has_proof = !options.tlog_proof.empty();
  if (has_proof != !options.entry.empty())
    return complain(err, "--tlog-proof and --entry go together");
  if (int{has_receipt} + int{has_record} + int{has_proof} != 1)
    return complain(err,
                    "give one thing to verify: RECEIPT, --record, or --tlog-proof and --entry");
  if (!options.policy.empty()) {
    if (has_record || !options.key.empty())
      return complain(err, "--policy takes the place of --key, with RECEIPT or --tlog-proof");
    return run_verify_by_policy(options, out, err);
  }
  if (has_record) return verify_record_file(options, out, err);
  return has_proof ? verify_proof_file(options, out, err) : verify_receipt_file(options, out, err);
}

}  // namespace sayso::cli
