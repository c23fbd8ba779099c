// A visit that keeps nothing on the device lives in one page: what its tab remembers, and when the
// browser has to ask before the page goes.
#include <algorithm>

#include "client/app/parts.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

bool keeps_nothing(const State& state) {
  return state.person && state.keep != Keep::Open && state.keep != Keep::Pin;
}

bool has_picked(const State& state) {
  return std::any_of(state.fields.begin(), state.fields.end(), [](const auto& field) {
    return screens::is_choice_field(field.first) && !field.second.empty();
  });
}

}  // namespace

void look_after_visit(Step& step) {
  State& state = step.state;
  RememberInTab tab{state.invitation, keeps_nothing(state) || state.visit_lost};
  if (!(tab == state.remembered)) {
    state.remembered = tab;
    step.want(std::move(tab));
  }
  const bool loses = keeps_nothing(state) && (has_picked(state) || !state.no_receipt_yet.empty());
  if (loses == state.asks_before_leaving) return;
  state.asks_before_leaving = loses;
  step.want(AskBeforeLeaving{loses});
}

void has_receipt(State& state, std::string_view reference) {
  for (const Held& held : state.held) {
    if (held.reference == reference) state.no_receipt_yet.erase(held.id);
  }
}

}  // namespace sayso::client
