// The vectors of tests/vectors: made here, checked in, and read by programs that share no code with
// us. A change that alters one of them changes a published format: raise its version.
// SAYSO_WRITE_VECTORS=1 writes them anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "shared/protocol/receipt.h"
#include "shared/protocol/sign_in.h"
#include "tests/support/small_log.h"
#include "tests/support/text_file.h"

namespace sayso::protocol {
namespace {

void hold(const std::string& name, const std::string& text) {
  CAPTURE(name);
  const std::string path = std::string(SAYSO_SOURCE_DIR) + "/tests/vectors/" + name;
  if (std::getenv("SAYSO_WRITE_VECTORS") != nullptr)
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  const auto stored = test::read_text_file(path);
  REQUIRE(stored.has_value());
  CHECK(*stored == text);
}

TEST_CASE("records, receipts and proofs come out as they were published") {
  const test::SampleLog sample;
  const Receipt receipt = sample.log.receipt(sample.consent);
  hold("consent-record.json", encoding::encode_canonical(sample.record));
  hold("request-record.json",
       encoding::encode_canonical(sign_request_record(test::sample_request(1, 13), sample.key)));
  hold("sign-in.json",
       encoding::encode_canonical(
           sign_sign_in({"Zm9vYmFy", "https://sayso.example", test::sample_time()}, sample.key)));
  hold("receipt.json", receipt_text(receipt));
  hold("receipt.tlog-proof", encode_tlog_proof(tlog_proof_of(receipt.entry, receipt.checkpoint)));
  hold("receipt.entry", std::string(as_text(sample.log.leaf(sample.consent))));
  hold("log.vkey", encode_vkey(sample.log.verifier()) + "\n");
}

}  // namespace
}  // namespace sayso::protocol
