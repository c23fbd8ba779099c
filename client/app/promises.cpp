// What can be shown today of the notice's promises: asked for and read.
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/encoding/evidence_json.h"

namespace sayso::client {

void want_evidence(Step& step) {
  if (step.state.is_under_way(Call::Evidence)) return;
  step.call(Call::Evidence, "GET", "/api/promises");
}

void answered_evidence(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 401) return sign_in(step);
  // Figures of before are not today's.
  state.evidence.reset();
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const auto evidence = json ? encoding::decode_evidence(*json) : failure(encoding::FieldProblem{});
  if (answer.status != 200 || !evidence) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.evidence = *evidence;
}

}  // namespace sayso::client
