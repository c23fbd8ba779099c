// From an invitation to an enrolled key: the code, whose device this is, a PIN, the enrolment, safe ways of contact.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"
#include "client/app/vault.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using encoding::Json;

constexpr std::size_t kPinDigits = 6;
constexpr const char* kWays[] = {"call", "text", "email", "post", "none"};


bool is_pin(const std::string& text) {
  return text.size() == kPinDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void forget_pin_fields(State& state) {
  state.fields.erase(screens::kFieldPin);
  state.fields.erase(screens::kFieldPinAgain);
}

std::string json_text(Json::Object object) { return encoding::encode_canonical(Json(std::move(object))); }

void enrol_failed(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status != 403) {
    state.problem = problem_of(answer.status);
    return;
  }
  // Wrong, used or expired: the server does not say which, and the key that was made for it is of no use.
  state.seed.reset();
  if (state.keep == Keep::Open) step.want(EraseVault{});
  step.go(to(Place::Code), Step::History::Replace);
  state.errors[screens::kFieldCode] = "problem.invitation";
}

void go_on_to_contact(Step& step) { step.go(to(Place::Contact), Step::History::Replace); }

}  // namespace

void press_begin(Step& step) {
  State& state = step.state;
  if (state.session) return step.go(to(Place::Home));
  const auto code = encoding::decode_code(state.fields[screens::kFieldCode]);
  step.go(to(code ? Place::Device : Place::Code));
}

void press_code(Step& step) {
  State& state = step.state;
  const auto code = encoding::decode_code(state.fields[screens::kFieldCode]);
  if (!code) {
    state.errors = {{screens::kFieldCode, state.fields[screens::kFieldCode].empty() ? "error.code.empty" : "error.code.length"}};
    return;
  }
  state.fields[screens::kFieldCode] = encoding::encode_code(*code);
  step.go(to(Place::Device));
}

void press_device(Step& step) {
  State& state = step.state;
  const std::string picked = state.fields[screens::kFieldDevice];
  if (picked != "mine" && picked != "pin" && picked != "nothing") {
    state.errors = {{screens::kFieldDevice, "error.device.empty"}};
    return;
  }
  if (picked == "pin") return step.go(to(Place::PinSet));
  state.keep = picked == "mine" && state.storage_available && !state.others_here ? Keep::Open : Keep::Nothing;
  enrol(step);
}

void press_pin_set(Step& step) {
  State& state = step.state;
  const std::string pin = state.fields[screens::kFieldPin];
  state.errors.clear();
  if (!is_pin(pin)) state.errors[screens::kFieldPin] = "error.pin.length";
  else if (pin != state.fields[screens::kFieldPinAgain]) state.errors[screens::kFieldPinAgain] = "error.pin.differs";
  if (!state.errors.empty()) return;
  state.keep = Keep::Pin;
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
  state.errors.clear();
  state.busy = true;
  step.want(DerivePin{pin});
}

void on_pin_derived(Step& step, const PinDerived& derived) {
  State& state = step.state;
  forget_pin_fields(state);
  if (state.route.place == Place::Unlock)
    return step.call(Call::PinRelease, "POST", "/api/pin-shares/release",
                     json_text({{"device", derived.device}, {"verifier", derived.verifier}}));
  state.pin_device = derived.device;
  state.pin_verifier = derived.verifier;
  enrol(step);
}

void enrol(Step& step) {
  State& state = step.state;
  if (!state.seed) {
    state.seed = step.fresh();
    // Kept before it is sent: if the answer is lost with the battery, the same key asks again.
    if (state.keep == Keep::Open) step.save();
  }
  state.problem.clear();
  state.busy = true;
  step.call(Call::Enrol, "POST", "/api/enrolments",
            json_text({{"code", state.fields[screens::kFieldCode]}, {"record", sign_enrolment(step)}}));
}

void answered_enrol(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status != 200 && answer.status != 201) return enrol_failed(step, answer);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const Json* me = json ? json->find("me") : nullptr;
  if (!me || !take_me(step, *me)) {
    state.problem = "problem.server";
    return;
  }
  state.session = true;
  state.fields.erase(screens::kFieldCode);
  if (state.keep != Keep::Pin) {
    step.save();
    return go_on_to_contact(step);
  }
  state.pin_share = encoding::encode_base64url(step.fresh());
  state.busy = true;
  step.call(Call::PinShare, "POST", "/api/pin-shares",
            json_text({{"device", state.pin_device}, {"verifier", state.pin_verifier}, {"share", state.pin_share}}));
}

void answered_pin_share(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status >= 200 && answer.status < 300) {
    step.save();
  } else {
    // Nothing is kept rather than something that no PIN opens; the person is told.
    state.keep = Keep::Nothing;
    state.pin_share.clear();
  }
  go_on_to_contact(step);
  if (state.keep == Keep::Nothing) state.problem = "problem.pin-not-kept";
}

void answered_pin_release(Step& step, const Answered& answer) {
  State& state = step.state;
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status == 200 && json) {
    state.pin_share = text_member(*json, "share");
    return step.want(OpenVault{state.pin_share});
  }
  state.busy = false;
  if (answer.status == 410) {
    state.pin_gone = true;
    return;
  }
  if (answer.status != 403) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.errors = {{screens::kFieldPin, "error.pin.wrong"}};
  const Json* left = json ? json->find("tries_left") : nullptr;
  if (left && left->integer()) state.pin_tries_left = static_cast<int>(*left->integer());
}

void on_vault_opened(Step& step, const VaultOpened& opened) {
  State& state = step.state;
  state.busy = false;
  if (!opened.opened || !restore_vault(state, opened.text)) {
    state.pin_share.clear();
    state.errors = {{screens::kFieldPin, "error.pin.wrong"}};
    return;
  }
  state.keep = Keep::Pin;
  step.go(to(Place::Home), Step::History::Replace);
  sign_in(step, to(Place::Home));
}

void on_vault_saved(Step& step, const VaultSaved& saved) {
  State& state = step.state;
  if (saved.saved) return;
  // A private window, or a full disk. The visit goes on; the screens say that nothing stays here.
  state.storage_available = false;
  state.keep = Keep::Nothing;
  state.problem = "problem.storage";
}

void press_contact(Step& step) {
  State& state = step.state;
  if (state.route.place != Place::Contact) return;
  Json::Array ways;
  for (const char* way : kWays) {
    if (state.fields["ways:" + std::string(way)] == "yes") ways.emplace_back(way);
  }
  if (ways.empty()) {
    state.errors = {{screens::kFieldContactWays, "error.contact.empty"}};
    return;
  }
  const bool none_and_more = ways.size() > 1 && state.fields["ways:none"] == "yes";
  if (none_and_more) {
    state.errors = {{screens::kFieldContactWays, "error.contact.none_and_more"}};
    return;
  }
  state.errors.clear();
  state.busy = true;
  step.call(Call::Contact, "PUT", "/api/me/contact",
            json_text({{"shared_device", state.keep != Keep::Open},
                       {"ways", ways},
                       {"safe_times", state.fields[screens::kFieldContactTimes]},
                       {"note", state.fields[screens::kFieldContactDetail]}}));
}

void answered_contact(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status == 401) return sign_in(step, to(Place::Contact));
  if (answer.status < 200 || answer.status > 299) {
    state.problem = problem_of(answer.status);
    return;
  }
  if (state.held_choices()) return step.go(to(Place::Home));
  begin_choosing(step, "");
}

}  // namespace sayso::client
