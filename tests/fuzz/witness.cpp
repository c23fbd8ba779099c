// What passes between a log and its witnesses, and the policies that name them: whatever is read is
// written back as the same bytes, and nothing that was made up counts as a cosignature.
#include <cstddef>
#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/protocol/add_checkpoint.h"
#include "shared/protocol/cosignature.h"
#include "shared/protocol/policy.h"

namespace {

using namespace sayso;
using namespace sayso::protocol;

void check_policy(std::string_view text) {
  const auto policy = decode_policy(text);
  if (!policy) {
    CHECK(!policy.error().what.empty());
    return;
  }
  CHECK(policy->logs.size() + policy->witnesses.size() + policy->groups.size() <= kMaxPolicyParts);
  const auto judged = judge_checkpoint(text, *policy);
  CHECK(!judged.has_value());
}

void check_note(std::string_view text) {
  const auto note = decode_note(text);
  // Nobody holds the key of all zeros.
  if (note) CHECK(!verify_cosignature(*note, {"witness.example", {}}).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text({data, size});
  if (const auto request = decode_add_checkpoint(text)) {
    CHECK(encode_add_checkpoint(*request) == text);
    CHECK(request->proof.size() <= kMaxConsistencyHashes);
    check_note(request->checkpoint);
  }
  if (const auto lines = decode_signature_lines(text))
    CHECK(encode_signature_lines(*lines) == text);
  if (const auto key = decode_witness_vkey(text)) CHECK(encode_witness_vkey(*key) == text);
  check_note(text);
  check_policy(text);
  return 0;
}
