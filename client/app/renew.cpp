// A receipt under the newest checkpoint, with what witnesses have signed since. The device takes it
// only when it proves the same entry by itself, in the log that the device saw before.
#include <algorithm>
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::client {
namespace {

using screens::Renewal;

struct SeenTree {
  TreeSize size;
  Digest root{};
};

Held* find_held(State& state, const std::string& reference) {
  const auto found = std::find_if(state.held.begin(), state.held.end(),
                                  [&](const Held& one) { return one.reference == reference; });
  return found == state.held.end() ? nullptr : &*found;
}

bool is_same_opening(const protocol::Opening& a, const protocol::Opening& b) {
  return protocol::envelope_text(a.envelope) == protocol::envelope_text(b.envelope) &&
         a.salt == b.salt && a.index == b.index;
}

// The same envelopes under the same salts at the same places: only the proofs are others.
bool is_same_entry(const protocol::Receipt& a, const protocol::Receipt& b) {
  if (a.enrolment.has_value() != b.enrolment.has_value()) return false;
  if (a.enrolment && !is_same_opening(*a.enrolment, *b.enrolment)) return false;
  return is_same_opening(a.entry, b.entry);
}

std::optional<SeenTree> tree_of(const State& state, const Held& held) {
  const auto key = protocol::decode_vkey(state.facts.log_key);
  const auto account = key ? protocol::verify_receipt(held.receipt, *key)
                           : failure(protocol::Fault{protocol::Step::Checkpoint, false});
  if (!account) return std::nullopt;
  return SeenTree{account->checkpoint.size, account->checkpoint.root};
}

// What the newer proof has to agree with: the log as this device saw it last.
std::optional<SeenTree> seen_tree(const State& state, const Held& held) {
  if (state.seen_log) return SeenTree{state.seen_log->size, state.seen_log->root};
  return tree_of(state, held);
}

void end(Step& step, Renewal outcome) {
  step.state.renewing.outcome = outcome;
  step.state.renewing.offered.reset();
  step.state.busy = false;
}

void take(Step& step, Held& kept, Held newer) {
  kept = std::move(newer);
  end(step, Renewal::Renewed);
}

// Trees of different sizes: the larger has to begin with the smaller.
void ask_for_consistency(Step& step, const SeenTree& seen, const SeenTree& offered) {
  const auto [from, to] = std::minmax(seen.size.value(), offered.size.value());
  step.call(Call::ReceiptConsistency, "GET",
            "/log/consistency/" + std::to_string(from) + "/" + std::to_string(to));
}

void look_at(Step& step, Held& kept, Held newer) {
  State& state = step.state;
  const auto before = tree_of(state, kept);
  const auto seen = seen_tree(state, kept);
  const auto offered = tree_of(state, newer);
  if (!offered || !before || !seen || !is_same_entry(kept.receipt, newer.receipt))
    return end(step, Renewal::Contradicts);
  for (const SeenTree& known : {*before, *seen}) {
    if (known.size == offered->size && known.root != offered->root)
      return end(step, Renewal::Contradicts);
  }
  // The public may be shown less than the receipt was given out under.
  if (offered->size < before->size || newer.text == kept.text)
    return end(step, Renewal::NothingNewer);
  if (seen->size == offered->size) return take(step, kept, std::move(newer));
  state.renewing.offered = std::move(newer);
  ask_for_consistency(step, *seen, *offered);
}

}  // namespace

void press_renew_receipt(Step& step, std::string_view reference) {
  State& state = step.state;
  const Held* held = find_held(state, std::string(reference));
  if (!held || state.is_under_way(Call::Receipt) || state.is_under_way(Call::ReceiptConsistency))
    return;
  state.busy = true;
  state.problem.clear();
  state.renewing = {held->reference, Renewal::UnderWay, std::nullopt};
  step.call(Call::Receipt, "GET",
            "/api/receipts/" + std::to_string(held->receipt.entry.envelope.running));
}

void answered_receipt(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 401) {
    end(step, Renewal::None);
    return sign_in(step);
  }
  Held* kept = find_held(state, state.renewing.reference);
  if (!kept) return end(step, Renewal::None);
  if (is_temporary(answer.status)) {
    end(step, Renewal::None);
    state.problem = problem_of(answer.status);
    return;
  }
  if (answer.status != 200) return end(step, Renewal::Refused);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const encoding::Json* receipt = json ? json->find("receipt") : nullptr;
  auto newer = receipt ? read_held(*receipt) : std::nullopt;
  if (!newer) return end(step, Renewal::Contradicts);
  look_at(step, *kept, std::move(*newer));
}

void answered_receipt_consistency(Step& step, const Answered& answer) {
  State& state = step.state;
  auto newer = std::exchange(state.renewing.offered, std::nullopt);
  Held* kept = find_held(state, state.renewing.reference);
  if (!kept || !newer) return end(step, Renewal::None);
  const auto proof = answer.status == 200 ? read_log_proof(answer.body) : std::nullopt;
  // Without a proof nothing is said against the log, and nothing is taken.
  if (!proof) return end(step, Renewal::Refused);
  auto smaller = seen_tree(state, *kept);
  auto larger = tree_of(state, *newer);
  if (!smaller || !larger) return end(step, Renewal::Contradicts);
  if (larger->size < smaller->size) std::swap(smaller, larger);
  const auto consistent =
      merkle::verify_consistency(smaller->size, larger->size, smaller->root, larger->root, *proof);
  if (consistent) return take(step, *kept, std::move(*newer));
  // Two trees in the log's own signatures, neither of which goes on from the other.
  state.log_watch = screens::LogWatch::Rewritten;
  end(step, Renewal::Contradicts);
}

void keep_renewed(std::vector<Held>& fresh, const std::vector<Held>& before) {
  const auto size_of = [](const Held& held) {
    const auto note = protocol::decode_note(held.receipt.checkpoint);
    if (!note) return TreeSize{};
    const auto checkpoint = protocol::decode_checkpoint(note->text);
    return checkpoint ? checkpoint->size : TreeSize{};
  };
  for (Held& one : fresh) {
    const auto same = std::find_if(before.begin(), before.end(), [&](const Held& other) {
      return other.id == one.id && is_same_entry(other.receipt, one.receipt);
    });
    if (same != before.end() && size_of(one) < size_of(*same)) one = *same;
  }
}

}  // namespace sayso::client
