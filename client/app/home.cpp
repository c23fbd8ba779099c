// Home's own calls: a recovery code, and the notices that earlier choices were made under.
#include <set>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/notice_json.h"

namespace sayso::client {
namespace {

// The council cannot show other words than those that were signed: a notice is what has the hash.
bool has_hash(const std::string& notice, const std::string& hash) {
  const auto canonical = encoding::canonical_notice(notice);
  return canonical && encode_hex(crypto::sha256(as_bytes(*canonical))) == hash;
}

bool is_hash(const std::string& text) {
  const auto bytes = decode_hex(text);
  return bytes && encode_hex(*bytes) == text && bytes->size() == Digest{}.size();
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
  if (answer.status == 401) return sign_in(step);
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
  if (state.route.place == Place::Read && !state.route.reference.empty())
    wanted.insert(state.route.reference);
  wanted.erase(state.facts.notice_hash);
  if (state.is_under_way(Call::OldNotice)) return;
  for (const std::string& hash : wanted) {
    // One at a time: the answer asks for the next. Only what looks like a hash goes into an
    // address.
    if (state.old_notices.count(hash) || state.missing_notices.count(hash) || !is_hash(hash))
      continue;
    state.wanted_notice = hash;
    return step.call(Call::OldNotice, "GET", "/notices/" + hash + ".json");
  }
}

void answered_old_notice(Step& step, const Answered& answer) {
  State& state = step.state;
  const bool waited_for = state.route.place == Place::Changed || state.route.place == Place::Read;
  if (is_temporary(answer.status)) {
    if (waited_for) state.problem = problem_of(answer.status);
    return;
  }
  auto notice = encoding::decode_notice(answer.body);
  if (answer.status == 200 && notice && has_hash(answer.body, state.wanted_notice))
    state.old_notices[state.wanted_notice] = std::move(*notice);
  else
    state.missing_notices.insert(state.wanted_notice);
  want_old_notices(step);
}

}  // namespace sayso::client
