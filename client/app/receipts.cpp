// Receipts: keeping one as a file, and checking one, here, without asking any server.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/summary.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/verify_receipt.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using screens::CheckStep;
using Outcome = screens::VerifyView::Outcome;

CheckStep shown_step(const protocol::Fault& fault) {
  switch (fault.step) {
    case protocol::Step::Record:
    case protocol::Step::Signature:
      return CheckStep::Signature;
    case protocol::Step::Key:
      return CheckStep::Key;
    case protocol::Step::Leaf:
      return CheckStep::Leaf;
    case protocol::Step::Inclusion:
      return CheckStep::Inclusion;
    case protocol::Step::Checkpoint:
      return CheckStep::Checkpoint;
  }
  return CheckStep::Signature;
}

screens::VerifyView verify(const State& state, const FileRead& file) {
  screens::VerifyView view;
  view.file_name = file.name;
  view.outcome = Outcome::Unreadable;
  const auto json = encoding::decode_json(file.text, kAnswerLimits);
  const auto held = json ? read_held(*json) : std::nullopt;
  const auto key = protocol::decode_vkey(state.facts.log_key);
  if (!held || held->text != file.text || !key) return view;
  view.receipt = receipt_view(state, *held);
  const auto account = protocol::verify_receipt(held->receipt, *key);
  view.outcome = account ? Outcome::Proved : Outcome::Wrong;
  if (!account) view.first_wrong = shown_step(account.error());
  return view;
}

}  // namespace

void press_receipt_file(Step& step, std::string_view reference) {
  const auto& held = step.state.held;
  const auto found = std::find_if(held.begin(), held.end(),
                                  [&](const Held& one) { return one.reference == reference; });
  if (found == held.end()) return;
  const std::string name =
      step.state.facts.words.text("receipt.file_name", {{"reference", reference}});
  step.want(Download{name, "application/json", found->text});
  has_receipt(step.state, reference);
}

// A file is checked as soon as it is chosen; the button is for those who expect one.
void press_check_receipt(Step& step) {
  if (step.state.verify.outcome == Outcome::None)
    step.state.errors[screens::kFieldReceipt] = "error.receipt.empty";
}

void on_file_read(Step& step, const FileRead& file) {
  State& state = step.state;
  if (state.route.place != Place::CheckReceipt) return;
  state.errors.clear();
  if (file.large) {
    state.verify = {};
    state.errors[screens::kFieldReceipt] = "error.receipt.large";
    return;
  }
  if (file.text.empty()) {
    state.errors[screens::kFieldReceipt] = "error.receipt.empty";
    return;
  }
  state.verify = verify(state, file);
}

}  // namespace sayso::client
