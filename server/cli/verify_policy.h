// `sayso verify --policy`: a receipt or proof, and who has seen the log that it is in.
#pragma once

#include <iosfwd>

#include "server/cli/verify.h"

namespace sayso::cli {

// As run_verify. Precondition: options.policy is given, with a receipt or a proof and its entry.
[[nodiscard]] int run_verify_by_policy(const VerifyOptions& options, std::ostream& out,
                                       std::ostream& err);

}  // namespace sayso::cli
