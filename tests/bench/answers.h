// Looks at every answer that a submission got: is it this record's receipt, is its index nobody
// else's, does its proof hold?
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "shared/protocol/signed_note.h"
#include "tests/bench/load.h"

namespace sayso::bench {

class Answers {
 public:
  explicit Answers(protocol::VerifierKey key) : key_(std::move(key)) {}

  // How many checkpoints the records came under: each is one commit. Complains about anything that
  // is not as it must be. Every receipt is read; one in kVerifyEach is verified whole.
  std::size_t check(const std::vector<Answer>& answers);

 private:
  protocol::VerifierKey key_;
  std::set<std::uint64_t> indices_;
};

}  // namespace sayso::bench
