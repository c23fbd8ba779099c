// Who used what is known about a person and the children whom they choose for: asked for and read.
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/stop_json.h"
#include "shared/encoding/use_json.h"

namespace sayso::client {
namespace {

using encoding::Fields;
using encoding::Json;

std::optional<std::vector<UsesAbout>> read_uses_about(const Json& json) {
  std::vector<UsesAbout> people;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.objects("people", [&](Fields& one) {
      UsesAbout about{PersonId(one.text("person")), {}, {}};
      if (!encoding::is_id(about.person.value())) one.refuse("person");
      one.objects("uses", [&](Fields& use) { about.uses.push_back(encoding::read_use(use)); });
      one.objects("stops", [&](Fields& stop) { about.stops.push_back(encoding::read_stop(stop)); });
      people.push_back(std::move(about));
    });
  });
  if (!read) return std::nullopt;
  return people;
}

}  // namespace

void want_uses(Step& step) {
  if (!step.state.confirmed || step.state.is_under_way(Call::Uses)) return;
  step.call(Call::Uses, "GET", "/api/uses");
}

void answered_uses(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  auto people = json ? read_uses_about(*json) : std::nullopt;
  if (answer.status != 200 || !people) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.uses_about = std::move(*people);
}

}  // namespace sayso::client
