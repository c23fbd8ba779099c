#include "client/app/update.h"

#include "client/app/parts.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

// "send-again" → {"send-again", ""}; "receipt-file:AB12" → {"receipt-file", "AB12"}.
std::pair<std::string_view, std::string_view> split_action(std::string_view action) {
  const auto colon = action.find(':');
  if (colon == std::string_view::npos) return {action, {}};
  return {action.substr(0, colon), action.substr(colon + 1)};
}

void on_answered(Step& step, const Answered& answer) {
  const auto call = step.state.calls.find(answer.ticket);
  if (call == step.state.calls.end()) return;
  const Call kind = call->second;
  step.state.calls.erase(call);
  switch (kind) {
    case Call::Enrol:
      return answered_enrol(step, answer);
    case Call::Challenge:
      return answered_challenge(step, answer);
    case Call::SignIn:
      return answered_sign_in(step, answer);
    case Call::Me:
      return answered_me(step, answer);
    case Call::Record:
      return answered_record(step, answer);
    case Call::Contact:
      return answered_contact(step, answer);
    case Call::Recovery:
      return answered_recovery(step, answer);
    case Call::HeldItems:
      return answered_held(step, answer);
    case Call::Uses:
      return answered_uses(step, answer);
    case Call::Evidence:
      return answered_evidence(step, answer);
    case Call::Requests:
      return answered_requests(step, answer);
    case Call::Request:
    case Call::Message:
      return answered_request(step, answer);
    case Call::ConfirmationCode:
      return answered_confirmation_code(step, answer);
    case Call::Confirmed:
      return answered_confirmed(step, answer);
    case Call::Receipt:
      return answered_receipt(step, answer);
    case Call::ReceiptConsistency:
      return answered_receipt_consistency(step, answer);
    case Call::PinShare:
      return answered_pin_share(step, answer);
    case Call::PinRelease:
      return answered_pin_release(step, answer);
    case Call::OldNotice:
      return answered_old_notice(step, answer);
    case Call::Checkpoint:
      return answered_checkpoint(step, answer);
    case Call::Consistency:
      return answered_consistency(step, answer);
    case Call::SignOut:
      return;
  }
}

void forget(Step& step) {
  step.want(EraseVault{});
  step.state.keep = Keep::Nothing;
  keep_settings(step);
  sign_out(step);
  step.state.ending = screens::Ending::Removed;
}

void press_print(Step& step) {
  const Route& route = step.state.route;
  if (route.place == Place::Receipt) has_receipt(step.state, route.reference);
  step.want(Print{});
}

void on_pressed(Step& step, const Pressed& pressed) {
  const auto [name, argument] = split_action(pressed.action);
  if (name == screens::kActionReopen) return step.want(Reload{});
  if (name == screens::kActionPrint) return press_print(step);
  if (name == screens::kActionSimpleView) return toggle_simple_view(step);
  if (name == screens::kActionSettings) return press_settings(step);
  if (name == screens::kActionAloud) return press_aloud(step);
  if (name == screens::kActionCheckReceipt) return press_check_receipt(step);
  if (name == screens::kActionReceiptFile) return press_receipt_file(step, argument);
  if (name == screens::kActionHeldTable) return press_held_table(step, argument);
  if (name == screens::kActionHeldJson) return press_held_json(step, argument);
  if (name == screens::kActionSignOut) return sign_out(step);
  if (name == screens::kActionForget) return forget(step);
  if (name == screens::kActionStay) return press_stay(step);
  // A second press while the first is being answered must not do things twice.
  if (step.state.busy) return;
  if (name == screens::kActionBegin) return press_begin(step);
  if (name == screens::kActionCode) return press_code(step);
  if (name == screens::kActionDevice) return press_device(step);
  if (name == screens::kActionPinSet) return press_pin_set(step);
  if (name == screens::kActionUnlock) return press_unlock(step);
  if (name == screens::kActionContact) return press_contact(step);
  if (name == screens::kActionAnswer) return press_answer(step);
  if (name == screens::kActionNoToAll) return press_no_to_all(step);
  if (name == screens::kActionSign) return press_sign(step);
  if (name == screens::kActionSendAgain) return press_send_again(step);
  if (name == screens::kActionWithdraw) return press_withdraw(step);
  if (name == screens::kActionObject) return press_object(step);
  if (name == screens::kActionRequest) return press_request(step);
  if (name == screens::kActionMessage) return press_message(step);
  if (name == screens::kActionChooseAgain) return begin_choosing(step, argument);
  if (name == screens::kActionChooseOne) return choose_one(step, argument);
  if (name == screens::kActionRecovery) return press_recovery(step);
  if (name == screens::kActionConfirmCode) return press_confirmation_code(step);
  if (name == screens::kActionRenewReceipt) return press_renew_receipt(step, argument);
  if (name == screens::kActionConfirmDone) return press_read_out(step);
}

void on_toggled(Step& step, const Toggled& toggled) {
  if (toggled.open)
    step.state.open_details.insert(toggled.id);
  else
    step.state.open_details.erase(toggled.id);
}

struct Handler {
  Step& step;
  void operator()(const Started& a) const { on_started(step, a); }
  void operator()(const Navigated& a) const {
    arrive(step, parse_route(a.address), Step::History::Push);
  }
  void operator()(const Moved& a) const {
    arrive(step, parse_route(a.address), Step::History::Replace);
  }
  void operator()(const Pressed& a) const { on_pressed(step, a); }
  void operator()(const Changed& a) const { on_changed(step, a); }
  void operator()(const Toggled& a) const { on_toggled(step, a); }
  void operator()(const Answered& a) const { on_answered(step, a); }
  void operator()(const PinDerived& a) const { on_pin_derived(step, a); }
  void operator()(const VaultOpened& a) const { on_vault_opened(step, a); }
  void operator()(const VaultSaved& a) const { on_vault_saved(step, a); }
  void operator()(const FileRead& a) const { on_file_read(step, a); }
  void operator()(const Online& a) const { on_online(step, a); }
  void operator()(const Spoken& a) const { on_spoken(step, a); }
  void operator()(const Woke&) const { try_again(step); }
  void operator()(const AlarmRang&) const { on_alarm_rang(step); }
};

struct Wrong {
  std::map<std::string, std::string> errors;
  std::string problem;
  Route route;
};

// A message that is new, or the same again after another press, is where the person has to look.
void focus_what_is_wrong(State& state, const Wrong& before, const Action& action) {
  const bool wrong = !state.errors.empty() || !state.problem.empty();
  const bool news = state.errors != before.errors || state.problem != before.problem;
  const bool pressed = std::holds_alternative<Pressed>(action);
  if (!wrong || !(news || (pressed && !state.busy))) return;
  state.focus = "error-summary";
  ++state.focus_serial;
}

}  // namespace

bool is_temporary(int status) {
  return status == 0 || status == 408 || status == 429 || status >= 500;
}

std::string problem_of(int status) {
  if (status == 0) return "problem.network";
  if (status == 429) return "problem.busy";
  return "problem.server";
}

Effects update(State& state, const Action& action, const Moment& moment) {
  Step step(state, moment);
  const Wrong before{state.errors, state.problem, state.route};
  if (is_in_time(step, action)) std::visit(Handler{step}, action);
  stop_speaking_elsewhere(step, before.route);
  focus_what_is_wrong(state, before, action);
  look_after_visit(step);
  look_after_time(step);
  state.begun = true;
  return std::move(step.effects);
}

}  // namespace sayso::client
