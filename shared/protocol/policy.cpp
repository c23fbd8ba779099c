// log VKEY [URL]
// witness NAME VKEY [URL]
// group NAME all|any|K NAME…
// quorum NAME|none
#include "shared/protocol/policy.h"

#include <algorithm>
#include <set>

#include "shared/protocol/decimal.h"
#include "shared/protocol/lines.h"

namespace sayso::protocol {
namespace {

using Words = std::vector<std::string_view>;
using Problem = std::optional<std::string>;

constexpr std::string_view kNone = "none";
constexpr std::string_view kBlanks = " \t";

Words split(std::string_view line) {
  Words words;
  while (true) {
    const auto start = line.find_first_not_of(kBlanks);
    if (start == std::string_view::npos) return words;
    const auto end = line.find_first_of(kBlanks, start);
    words.push_back(line.substr(start, end - start));
    if (end == std::string_view::npos) return words;
    line.remove_prefix(end);
  }
}

bool has_other_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7f';
  });
}

class Reader {
 public:
  Problem read_line(std::string_view line) {
    const Words words = split(line);
    if (words.empty() || words[0].front() == '#') return std::nullopt;
    if (words[0] == "log") return read_log(words);
    if (words[0] == "witness") return read_witness(words);
    if (words[0] == "group") return read_group(words);
    if (words[0] == "quorum") return read_quorum(words);
    return "'" + std::string(words[0]) + "' is none of log, witness, group, quorum";
  }

  Expected<Policy, PolicyProblem> take() {
    if (policy_.quorum.empty()) return failure(PolicyProblem{0, "there is no quorum line"});
    return std::move(policy_);
  }

 private:
  Problem read_log(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return "this is not 'log VKEY [URL]'";
    auto key = decode_vkey(words[1]);
    if (!key) return "this is no log's key";
    if (policy_.logs.size() == kMaxPolicyParts) return "there are too many logs";
    if (!log_keys_.insert(key->key).second) return "this log was named before";
    policy_.logs.push_back({std::move(*key), words.size() == 3 ? std::string(words[2]) : ""});
    return std::nullopt;
  }

  Problem read_witness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) return "this is not 'witness NAME VKEY [URL]'";
    auto key = decode_witness_vkey(words[2]);
    if (!key) return "this is no witness's key";
    if (policy_.witnesses.size() == kMaxPolicyParts) return "there are too many witnesses";
    if (auto problem = define(words[1])) return problem;
    if (!witness_keys_.insert(key->key).second) return "this witness was named before";
    policy_.witnesses.push_back(
        {std::string(words[1]), std::move(*key), words.size() == 4 ? std::string(words[3]) : ""});
    return std::nullopt;
  }

  Problem read_group(const Words& words) {
    if (words.size() < 4) return "this is not 'group NAME all|any|K NAME…'";
    if (policy_.groups.size() == kMaxPolicyParts) return "there are too many groups";
    PolicyGroup group;
    group.name = words[1];
    for (std::size_t i = 3; i < words.size(); ++i) {
      const std::string member(words[i]);
      if (defined_.count(member) == 0) return "'" + member + "' is not defined before";
      if (!members_.insert(member).second) return "'" + member + "' is a member already";
      group.members.push_back(member);
    }
    const auto threshold = read_threshold(words[2], group.members.size());
    if (!threshold) return "the threshold is neither all, any nor a number of members";
    group.threshold = *threshold;
    if (auto problem = define(words[1])) return problem;
    policy_.groups.push_back(std::move(group));
    return std::nullopt;
  }

  static std::optional<std::size_t> read_threshold(std::string_view word, std::size_t members) {
    if (word == "any") return 1;
    if (word == "all") return members;
    const auto number = decode_decimal(word);
    if (!number || *number < 1 || *number > members) return std::nullopt;
    return static_cast<std::size_t>(*number);
  }

  Problem read_quorum(const Words& words) {
    if (words.size() != 2) return "this is not 'quorum NAME'";
    if (!policy_.quorum.empty()) return "there is a quorum line before";
    if (words[1] != kNone && defined_.count(std::string(words[1])) == 0)
      return "'" + std::string(words[1]) + "' is not defined before";
    policy_.quorum = words[1];
    return std::nullopt;
  }

  // Witnesses and groups share their names.
  Problem define(std::string_view name) {
    if (name == kNone) return "'none' cannot be defined";
    if (!defined_.insert(std::string(name)).second)
      return "'" + std::string(name) + "' is defined before";
    return std::nullopt;
  }

  Policy policy_;
  std::set<crypto::PublicKey> log_keys_;
  std::set<crypto::PublicKey> witness_keys_;
  std::set<std::string> defined_;
  std::set<std::string> members_;
};

bool has_quorum(const Policy& policy, const std::map<std::string, Instant>& seen) {
  if (policy.quorum == kNone) return true;
  std::set<std::string> witnessed;
  for (const auto& [name, time] : seen) witnessed.insert(name);
  // In their order each group stands behind its members.
  for (const PolicyGroup& group : policy.groups) {
    std::size_t count = 0;
    for (const std::string& member : group.members) count += witnessed.count(member);
    if (count >= group.threshold) witnessed.insert(group.name);
  }
  return witnessed.count(policy.quorum) > 0;
}

}  // namespace

Expected<Policy, PolicyProblem> decode_policy(std::string_view text) {
  if (text.size() > kMaxPolicyBytes) return failure(PolicyProblem{0, "it is too large"});
  Reader reader;
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const auto line = take_line(rest);
    if (!line) return failure(PolicyProblem{number, "the line has no end"});
    if (has_other_controls(*line)) return failure(PolicyProblem{number, "has a control character"});
    if (auto problem = reader.read_line(*line))
      return failure(PolicyProblem{number, std::move(*problem)});
  }
  return reader.take();
}

Expected<Witnessed, CheckpointFault> judge_checkpoint(std::string_view note, const Policy& policy) {
  const auto decoded = decode_note(note);
  if (!decoded) return failure(CheckpointFault::Malformed);
  Witnessed witnessed;
  CheckpointFault fault = CheckpointFault::UnknownKey;
  bool is_signed = false;
  for (const PolicyLog& log : policy.logs) {
    auto checkpoint = verify_checkpoint(note, log.key);
    if (checkpoint) {
      witnessed.checkpoint = std::move(*checkpoint);
      is_signed = true;
      break;
    }
    if (checkpoint.error() != CheckpointFault::UnknownKey) fault = checkpoint.error();
  }
  if (!is_signed) return failure(fault);
  for (const PolicyWitness& witness : policy.witnesses) {
    if (const auto time = verify_cosignature(*decoded, witness.key))
      witnessed.seen.emplace(witness.name, *time);
  }
  witnessed.has_quorum = has_quorum(policy, witnessed.seen);
  return witnessed;
}

}  // namespace sayso::protocol
