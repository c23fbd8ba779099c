// What people have seen of a log, from wherever it was kept: what a restore is held against.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/app/lineage.h"
#include "shared/base/expected.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {

struct Evidence {
  // At least one.
  std::vector<app::Seen> seen;
  // Where the entries themselves were kept too; otherwise null.
  std::unique_ptr<app::LogCopy> copy;
};

// `path` is a checkpoint, a receipt, a copy of the public log, a witness's folder, or a data folder
// (which is read by way of a copy in `scratch`, an empty folder that outlives the evidence, and is
// left as it is). What is not signed with the log's key is refused. The error is a sentence.
[[nodiscard]] Expected<Evidence, std::string> load_evidence(const std::string& path,
                                                            const protocol::VerifierKey& key,
                                                            const std::string& scratch);

}  // namespace sayso::cli
