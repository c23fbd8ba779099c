// The log, as this device remembers it: at each visit what the council shows now has to begin with
// what it showed before (RFC 9162 §2.1.4). Without that a receipt proves a place in a log that the
// council may since have replaced.
#include <algorithm>
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/encoding/base64.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"

namespace sayso::client {
namespace {

using screens::LogWatch;

constexpr std::size_t kMostHashes = 63;

void remember(Step& step, const SeenLog& seen, LogWatch watch) {
  State& state = step.state;
  state.log_watch = watch;
  if (state.seen_log && state.seen_log->size == seen.size) return;
  state.seen_log = seen;
  if (state.keep == Keep::Open || state.keep == Keep::Pin) step.save();
}

}  // namespace

std::optional<std::vector<Digest>> read_log_proof(std::string_view text) {
  std::vector<Digest> hashes;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos || hashes.size() == kMostHashes) return std::nullopt;
    const auto bytes = encoding::decode_base64(text.substr(0, end));
    Digest& hash = hashes.emplace_back();
    if (!bytes || bytes->size() != hash.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    text.remove_prefix(end + 1);
  }
  return hashes;
}

void watch_log(Step& step) {
  if (!step.state.is_under_way(Call::Checkpoint))
    step.call(Call::Checkpoint, "GET", "/log/checkpoint");
}

void answered_checkpoint(Step& step, const Answered& answer) {
  State& state = step.state;
  const auto key = protocol::decode_vkey(state.facts.log_key);
  // What is no note at all is no statement of the council's: some page in between.
  if (answer.status != 200 || !key || !protocol::decode_note(answer.body)) return;
  const auto checkpoint = protocol::verify_checkpoint(answer.body, *key);
  if (!checkpoint) {
    state.log_watch = LogWatch::Rewritten;
    return;
  }
  const SeenLog now{checkpoint->size, checkpoint->root, step.now};
  if (!state.seen_log) return remember(step, now, LogWatch::First);
  const SeenLog& before = *state.seen_log;
  const bool is_shorter = now.size < before.size;
  const bool differs = now.size == before.size && now.root != before.root;
  if (is_shorter || differs) {
    state.log_watch = LogWatch::Rewritten;
  } else if (now.size == before.size) {
    state.log_watch = LogWatch::Same;
  } else {
    state.offered_log = SeenLog{now.size, now.root, before.since};
    step.call(Call::Consistency, "GET",
              "/log/consistency/" + std::to_string(before.size.value()) + "/" +
                  std::to_string(now.size.value()));
  }
}

void answered_consistency(Step& step, const Answered& answer) {
  State& state = step.state;
  const auto offered = std::exchange(state.offered_log, std::nullopt);
  if (answer.status != 200 || !offered || !state.seen_log) return;
  const auto proof = read_log_proof(answer.body);
  if (!proof) return;
  const auto consistent = merkle::verify_consistency(state.seen_log->size, offered->size,
                                                     state.seen_log->root, offered->root, *proof);
  if (consistent) return remember(step, *offered, LogWatch::Same);
  state.log_watch = LogWatch::Rewritten;
}

}  // namespace sayso::client
