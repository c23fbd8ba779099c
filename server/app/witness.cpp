#include "server/app/witness.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/add_checkpoint.h"
#include "shared/protocol/cosignature.h"

namespace sayso::app {
namespace {

using protocol::AddCheckpoint;
using protocol::Checkpoint;

WitnessAnswer refuse(unsigned status, const std::string& why) {
  WitnessAnswer answer;
  answer.status = status;
  answer.body = why + "\n";
  return answer;
}

WitnessAnswer answer_size(TreeSize size) {
  return {409, "text/x.tlog.size", std::to_string(size.value()) + "\n"};
}

Checkpoint read_back(const std::string& note) {
  const auto decoded = protocol::decode_note(note);
  // It was read before it was stored.
  CHECK(decoded.has_value());
  auto checkpoint = protocol::decode_checkpoint(decoded->text);
  CHECK(checkpoint.has_value());
  return std::move(*checkpoint);
}

}  // namespace

Witness::Witness(std::string name, crypto::SigningKey key, std::vector<protocol::VerifierKey> logs,
                 WitnessMemory& memory, const Clock& clock,
                 std::function<void(const Fork&)> on_fork)
    : name_(std::move(name)),
      key_(std::move(key)),
      logs_(std::move(logs)),
      memory_(memory),
      clock_(clock),
      on_fork_(std::move(on_fork)) {}

WitnessAnswer Witness::add_checkpoint(std::string_view body) {
  const auto request = protocol::decode_add_checkpoint(body);
  const auto note = request ? protocol::decode_note(request->checkpoint)
                            : failure(protocol::NoteFault::Malformed);
  const auto claimed = note ? protocol::decode_checkpoint(note->text)
                            : failure(protocol::CheckpointFault::Malformed);
  if (!claimed) return refuse(400, "this is not an add-checkpoint request");
  const auto log = std::find_if(logs_.begin(), logs_.end(),
                                [&](const auto& key) { return key.name == claimed->origin; });
  if (log == logs_.end()) return refuse(404, "this log is not watched here");
  const auto checkpoint = protocol::verify_checkpoint(request->checkpoint, *log);
  if (!checkpoint) return refuse(403, "the checkpoint is not signed by its log");
  if (checkpoint->size < request->old_size) return refuse(400, "old is past the checkpoint");

  const std::lock_guard lock(mutex_);
  const auto stored = memory_.find(checkpoint->origin);
  const Checkpoint last = stored ? read_back(*stored) : Checkpoint{};
  const Digest last_root = stored ? last.root : merkle::empty_root();
  const bool contradicts = stored && checkpoint->size == last.size && checkpoint->root != last.root;
  if (contradicts) on_fork_({true, checkpoint->origin, *stored, request->checkpoint});
  if (request->old_size != last.size || contradicts) return answer_size(last.size);
  const auto consistent = merkle::verify_consistency(last.size, checkpoint->size, last_root,
                                                     checkpoint->root, request->proof);
  if (!consistent) {
    // A wrong root under a right signature and a proof of the right shape: the log has forked, or
    // somebody sent an old proof. Both are worth a look.
    if (consistent.error() == merkle::ProofError::WrongRoot && stored)
      on_fork_({false, checkpoint->origin, *stored, request->checkpoint});
    return refuse(422, "the checkpoint does not continue the one cosigned before");
  }
  if (!memory_.store(checkpoint->origin, request->checkpoint))
    return refuse(503, "nothing can be stored just now");
  WitnessAnswer answer;
  answer.body =
      protocol::encode_signature_lines({protocol::cosign(note->text, name_, key_, clock_.now())});
  return answer;
}

}  // namespace sayso::app
