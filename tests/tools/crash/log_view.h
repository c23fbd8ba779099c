// The public log as an auditor keeps it: every leaf ever seen, and the roots that they must give.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"
#include "tests/tools/crash/client.h"

namespace sayso::crash {

class LogView {
 public:
  explicit LogView(protocol::VerifierKey key) : key_(std::move(key)) {}

  // A root that somebody was given: from now on the log has to have it at this size.
  void expect(const protocol::Checkpoint& given);
  // Reads what is new in the published log, and complains when any root differs from one that was
  // ever given. The log is published at a pace of its own: roots beyond it are kept for later.
  void catch_up(Client& client);
  // The same, but waits until the published log covers all that was expected.
  void catch_up_with_all(Client& client);
  [[nodiscard]] std::size_t size() const { return leaves_.size(); }

 private:
  [[nodiscard]] protocol::Checkpoint await_checkpoint(Client& client, std::uint64_t least) const;
  void follow(Client& client, const protocol::Checkpoint& checkpoint);
  void read_leaves(Client& client, std::uint64_t size);
  void check_roots();

  protocol::VerifierKey key_;
  std::vector<Digest> leaves_;
  // By size.
  std::map<std::uint64_t, Digest> expected_;
};

}  // namespace sayso::crash
