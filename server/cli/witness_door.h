// Witnesses over HTTP, as a council's server reaches them.
#pragma once

#include <string>
#include <vector>

#include "server/app/witnessing.h"
#include "shared/base/expected.h"

namespace sayso::cli {

class HttpWitnessDoor final : public app::WitnessDoor {
 public:
  [[nodiscard]] Expected<app::WitnessReply, std::string> add_checkpoint(
      const std::string& url, const std::string& body) override;
};

// The witnesses of a tlog-policy file that have an address there: the file that is handed out for
// checking receipts says also whom to ask. The error is a sentence that names file and line.
[[nodiscard]] Expected<std::vector<app::KnownWitness>, std::string> load_witnesses(
    const std::string& path);

}  // namespace sayso::cli
