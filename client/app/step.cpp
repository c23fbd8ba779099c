#include "client/app/step.h"

#include "client/app/vault.h"
#include "shared/crypto/hash.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

// A PIN must not stand here for the next person, nor a tick or a reason for the next choice.
void forget_typed(State& state, const Route& next) {
  state.fields.erase(screens::kFieldPin);
  state.fields.erase(screens::kFieldPinAgain);
  state.fields.erase(std::string(screens::kFieldDelete) + ":yes");
  for (const char* name :
       {screens::kFieldRequestKind, screens::kFieldRequestText, screens::kFieldMessage})
    state.fields.erase(name);
  if (state.route.place == Place::Object || next.place == Place::Object)
    state.fields.erase(screens::kFieldReason);
}

}  // namespace

void Step::show(Route route) {
  // The first screen of a visit is where the browser put the person already.
  if (!(route == state.route) && state.begun) {
    state.focus = "page-heading";
    ++state.focus_serial;
  }
  if (!(route == state.route)) {
    forget_typed(state, route);
    state.renewing = {};
  }
  state.route = std::move(route);
  state.errors.clear();
  state.problem.clear();
  state.busy = false;
}

void Step::go(Route route, History history) {
  const std::string address = address_of(route);
  show(std::move(route));
  want(GoTo{address, history == History::Replace});
}

void Step::call(Call kind, std::string method, std::string path, std::string body) {
  const std::uint32_t ticket = state.next_ticket++;
  state.calls[ticket] = kind;
  want(CallServer{ticket, std::move(method), std::move(path), std::move(body)});
}

void Step::save() {
  const bool kept =
      state.keep == Keep::Open || (state.keep == Keep::Pin && !state.pin_share.empty());
  if (kept && state.storage_available && state.seed)
    want(SaveVault{encode_vault(state), state.pin_share});
}

ByteArray<32> Step::fresh() {
  ++drawn_;
  return crypto::hmac_sha256(entropy_, ByteView(&drawn_, 1));
}

}  // namespace sayso::client
