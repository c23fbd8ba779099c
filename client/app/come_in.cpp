// From an invitation to an enrolled key: the code, whose device this is, the enrolment, safe ways
// of contact.
#include <algorithm>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/sign.h"
#include "shared/encoding/crockford.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using encoding::Json;

constexpr const char* kWays[] = {"call", "text", "email", "post", "none"};

bool is_offered(const State& state, std::string_view way) {
  if (way == "mine") return state.storage_available && !state.others_here && !state.open_here;
  return way == "nothing" || (way == "pin" && state.storage_available);
}

// A code is a new beginning while somebody's key is open here. It is the same person's when that
// key does not work any more: then what was signed and not sent goes with them.
void begin_anew(Step& step) {
  State& state = step.state;
  if (!state.person) return;
  const bool replaced = state.key_refused;
  std::vector<Pending> outbox = std::move(state.outbox);
  const bool open_here = state.open_here;
  const std::string code = state.fields[screens::kFieldCode];
  forget_person(step);
  state.fields[screens::kFieldCode] = code;
  if (!replaced) return step.want(CloseVault{});
  state.open_here = open_here;
  state.outbox = std::move(outbox);
}

void enrol_failed(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status != 403) {
    state.problem = problem_of(answer.status);
    return;
  }
  // Wrong, used or expired: the server does not say which, and the key that was made for it is of
  // no use.
  state.seed.reset();
  state.invitation.clear();
  if (state.keep == Keep::Open && state.outbox.empty()) step.want(EraseVault{});
  step.go(to(Place::Code), Step::History::Replace);
  state.errors[screens::kFieldCode] = "problem.invitation";
}

}  // namespace

void keep_as(Step& step, Keep keep) {
  if (step.state.keep == Keep::Open && keep != Keep::Open) step.want(EraseVault{});
  step.state.keep = keep;
  if (keep == Keep::Nothing && !step.state.settings.empty()) keep_settings(step);
}

void go_on_to_contact(Step& step) { step.go(to(Place::Contact), Step::History::Replace); }

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
    state.errors = {{screens::kFieldCode, state.fields[screens::kFieldCode].empty()
                                              ? "error.code.empty"
                                              : "error.code.length"}};
    return;
  }
  begin_anew(step);
  state.fields[screens::kFieldCode] = encoding::encode_code(*code);
  step.go(to(Place::Device));
}

void press_device(Step& step) {
  State& state = step.state;
  const std::string picked = state.fields[screens::kFieldDevice];
  if (!is_offered(state, picked)) {
    state.errors = {{screens::kFieldDevice, "error.device.empty"}};
    return;
  }
  if (picked == "pin") return step.go(to(Place::PinSet));
  keep_as(step, picked == "mine" ? Keep::Open : Keep::Nothing);
  enrol(step);
}

void enrol(Step& step) {
  State& state = step.state;
  state.busy = true;
  if (state.is_under_way(Call::Enrol)) return;
  if (!state.seed) {
    state.seed = step.fresh();
    // Kept before it is sent: if the answer is lost with the battery, the same key asks again.
    if (state.keep == Keep::Open) step.save();
  }
  state.problem.clear();
  step.call(
      Call::Enrol, "POST", "/api/enrolments",
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
  begin_time(step, *me);
  state.key_refused = false;
  state.fields.erase(screens::kFieldCode);
  state.invitation.clear();
  state.visit_lost = false;
  sign_with_new_key(step);
  if (state.keep == Keep::Pin) return send_pin_share(step);
  step.save();
  go_on_to_contact(step);
}

void on_vault_saved(Step& step, const VaultSaved& saved) {
  State& state = step.state;
  const bool of_this_person = state.keep == Keep::Open || state.keep == Keep::Pin;
  if (state.keep == Keep::Pin && state.session && state.route.place == Place::PinSet) {
    state.busy = false;
    go_on_to_contact(step);
  }
  if (saved.saved || !of_this_person) return;
  // A private window, or a full disk. The visit goes on; the screens say that nothing stays here.
  state.storage_available = false;
  state.keep = Keep::Nothing;
  state.problem = "problem.storage";
}

// What the council's side takes of each, at the most.
constexpr std::size_t kMostContactBytes = 2000;

std::map<std::string, std::string> long_texts(State& state) {
  std::map<std::string, std::string> errors;
  for (const char* name : {screens::kFieldContactDetail, screens::kFieldContactTimes}) {
    if (state.fields[name].size() > kMostContactBytes) errors[name] = "error.contact.long";
  }
  return errors;
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
  state.errors = long_texts(state);
  if (!state.errors.empty()) return;
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
  if (answer.status == 401) return sign_in(step);
  if (answer.status < 200 || answer.status > 299) {
    state.problem = problem_of(answer.status);
    return;
  }
  // Whoever has gone elsewhere meanwhile stays there.
  if (state.route.place != Place::Contact) return;
  if (state.held_choices()) return step.go(to(Place::Home));
  arrive(step, {.place = Place::Purpose, .child = {}, .reference = {}}, Step::History::Push);
}

}  // namespace sayso::client
