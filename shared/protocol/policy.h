// Trust policies (c2sp.org/tlog-policy): which logs, which witnesses, and how many of them have to
// have seen a checkpoint.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/cosignature.h"
#include "shared/protocol/signed_note.h"

namespace sayso::protocol {

struct PolicyLog {
  VerifierKey key;
  // As written; empty where none is given.
  std::string url;
};

struct PolicyWitness {
  // Means something inside the policy alone.
  std::string name;
  WitnessKey key;
  std::string url;
};

struct PolicyGroup {
  std::string name;
  std::size_t threshold = 1;
  std::vector<std::string> members;
};

struct Policy {
  std::vector<PolicyLog> logs;
  std::vector<PolicyWitness> witnesses;
  std::vector<PolicyGroup> groups;
  // The name of a witness or group, or "none".
  std::string quorum;
};

inline constexpr std::size_t kMaxPolicyBytes = 64 * 1024;
// Of logs, of witnesses and of groups, each.
inline constexpr std::size_t kMaxPolicyParts = 256;

struct PolicyProblem {
  // From 1; 0 where the whole is at fault.
  std::size_t line = 0;
  // The end of a sentence.
  std::string what;
};

[[nodiscard]] Expected<Policy, PolicyProblem> decode_policy(std::string_view text);

// Who saw a checkpoint, and when as they say.
struct Witnessed {
  Checkpoint checkpoint;
  // By policy name; only those whose cosignature is there and right.
  std::map<std::string, Instant> seen;
  bool has_quorum = false;
};

// The fault is of the log's own signature: no log of the policy signed it, or wrongly. A
// cosignature that is wrong counts as none.
[[nodiscard]] Expected<Witnessed, CheckpointFault> judge_checkpoint(std::string_view note,
                                                                    const Policy& policy);

}  // namespace sayso::protocol
