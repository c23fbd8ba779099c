// Home's own calls: a recovery code, and the notices that earlier choices were made under.
#include <algorithm>
#include <set>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/encoding/notice_json.h"

namespace sayso::client {
namespace {

const protocol::RecordCommon& common_of(const Held& held) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&held.record)) return consent->common;
  return std::get<protocol::RequestRecord>(held.record).common;
}

}  // namespace

void press_recovery(Step& step) {
  step.state.busy = true;
  step.state.problem.clear();
  step.call(Call::Recovery, "POST", "/api/recovery-codes", "{}");
}

void answered_recovery(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status == 401) return sign_in(step, to(Place::Recovery));
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status < 200 || answer.status > 299 || !json) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.recovery_code = text_member(*json, "code");
}

void want_old_notices(Step& step) {
  State& state = step.state;
  std::set<std::string> wanted;
  for (const Held& held : state.held) wanted.insert(encode_hex(common_of(held).notice.hash));
  if (state.route.place == Place::Read && !state.route.reference.empty()) wanted.insert(state.route.reference);
  wanted.erase(state.facts.notice_hash);
  const bool under_way = std::any_of(state.calls.begin(), state.calls.end(),
                                     [](const auto& call) { return call.second == Call::OldNotice; });
  if (under_way) return;
  for (const std::string& hash : wanted) {
    // One at a time: the answer asks for the next. Only what looks like a hash goes into an address.
    const auto bytes = decode_hex(hash);
    if (state.old_notices.count(hash) || !bytes || bytes->size() != 32) continue;
    state.wanted_notice = hash;
    return step.call(Call::OldNotice, "GET", "/notices/" + hash + ".json");
  }
}

void answered_old_notice(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status != 200) return;
  auto notice = encoding::decode_notice(answer.body);
  if (!notice) return;
  state.old_notices[state.wanted_notice] = std::move(*notice);
  want_old_notices(step);
}

}  // namespace sayso::client
