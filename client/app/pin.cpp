// Keeping the key behind a PIN, and opening it again: the PIN is stretched here, tried against the
// server.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"
#include "client/app/vault.h"
#include "shared/encoding/base64.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

constexpr std::size_t kPinDigits = 6;

bool is_pin(std::string_view text) {
  return text.size() == kPinDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// All the same, or a run up or down: the first that anybody would try.
bool is_simple(std::string_view pin) {
  for (const int step : {-1, 0, 1}) {
    bool run = true;
    for (std::size_t i = 1; i < pin.size(); ++i) run = run && pin[i] - pin[i - 1] == step;
    if (run) return true;
  }
  return false;
}

void cannot_keep(Step& step) {
  State& state = step.state;
  if (state.route.place == Place::Unlock) {
    state.busy = false;
    state.problem = "problem.vault";
    return;
  }
  state.keep = Keep::Nothing;
  state.storage_available = false;
  step.go(to(Place::Device), Step::History::Replace);
  state.problem = "problem.storage";
}

// A screen of its own: there is nothing to type any more.
void pin_is_gone(State& state) {
  state.pin_gone = true;
  state.focus = "page-heading";
  ++state.focus_serial;
}

void forget_pin_fields(State& state) {
  state.fields.erase(screens::kFieldPin);
  state.fields.erase(screens::kFieldPinAgain);
}

}  // namespace

void press_pin_set(Step& step) {
  State& state = step.state;
  const std::string pin = state.fields[screens::kFieldPin];
  state.errors.clear();
  if (!is_pin(pin))
    state.errors[screens::kFieldPin] = "error.pin.length";
  else if (is_simple(pin))
    state.errors[screens::kFieldPin] = "error.pin.simple";
  else if (pin != state.fields[screens::kFieldPinAgain])
    state.errors[screens::kFieldPinAgain] = "error.pin.differs";
  if (!state.errors.empty()) return;
  keep_as(step, Keep::Pin);
  state.busy = true;
  step.want(DerivePin{pin});
}

void press_unlock(Step& step) {
  State& state = step.state;
  const std::string pin = state.fields[screens::kFieldPin];
  if (!is_pin(pin)) {
    state.errors = {{screens::kFieldPin, "error.pin.length"}};
    return;
  }
  // Whoever's key was open here is not who has this PIN.
  if (state.person) {
    forget_person(step);
    step.want(CloseVault{});
  }
  forget_pin_fields(state);
  state.errors.clear();
  state.problem.clear();
  state.busy = true;
  step.want(DerivePin{pin});
}

void on_pin_derived(Step& step, const PinDerived& derived) {
  State& state = step.state;
  forget_pin_fields(state);
  // Whoever has gone elsewhere meanwhile thought better of it.
  if (!state.busy) return;
  if (derived.device.empty()) return cannot_keep(step);
  if (state.route.place == Place::Unlock && !state.is_under_way(Call::PinRelease))
    return step.call(Call::PinRelease, "POST", "/api/pin-shares/release",
                     json_text({{"device", derived.device}, {"verifier", derived.verifier}}));
  if (state.route.place != Place::PinSet) return;
  state.pin_device = derived.device;
  state.pin_verifier = derived.verifier;
  enrol(step);
}

void send_pin_share(Step& step) {
  State& state = step.state;
  state.pin_share = encoding::encode_base64url(step.fresh());
  state.busy = true;
  step.call(Call::PinShare, "POST", "/api/pin-shares",
            json_text({{"device", state.pin_device},
                       {"verifier", state.pin_verifier},
                       {"share", state.pin_share}}));
}

void answered_pin_share(Step& step, const Answered& answer) {
  State& state = step.state;
  // Whoever goes on, and then loads the page again, has to find what the PIN opens: it is kept
  // first (on_vault_saved).
  if (answer.status >= 200 && answer.status < 300) return step.save();
  // Nothing is kept rather than something that no PIN opens; the person is told.
  state.busy = false;
  state.keep = Keep::Nothing;
  state.pin_share.clear();
  go_on_to_contact(step);
  state.problem = "problem.pin-not-kept";
}

void answered_pin_release(Step& step, const Answered& answer) {
  State& state = step.state;
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (state.route.place != Place::Unlock) return;
  if (answer.status == 200 && json) {
    state.pin_share = text_member(*json, "share");
    if (!state.pin_share.empty()) return step.want(OpenVault{state.pin_share});
  }
  state.busy = false;
  if (answer.status == 410) return pin_is_gone(state);
  if (answer.status != 403) {
    state.problem = problem_of(answer.status);
    return;
  }
  const encoding::Json* left = json ? json->find("tries_left") : nullptr;
  if (left && left->integer())
    state.pin_tries_left = static_cast<int>(std::clamp<std::int64_t>(*left->integer(), 0, 5));
  if (state.pin_tries_left == 0) return pin_is_gone(state);
  state.errors = {{screens::kFieldPin, "error.pin.wrong"}};
}

void on_vault_opened(Step& step, const VaultOpened& opened) {
  State& state = step.state;
  // Whoever has gone elsewhere meanwhile thought better of it.
  if (!state.busy || state.person) return state.pin_share.clear();
  state.busy = false;
  if (!opened.opened || !restore_vault(state, opened.text)) {
    state.pin_share.clear();
    state.errors = {{screens::kFieldPin, "error.pin.wrong"}};
    return;
  }
  state.keep = Keep::Pin;
  step.go(to(Place::Home), Step::History::Replace);
  sign_in(step);
}

}  // namespace sayso::client
