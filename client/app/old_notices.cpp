#include "client/app/old_notices.h"

#include <algorithm>

#include "client/app/members.h"

namespace sayso::client {
namespace {

bool answers_questions(const Held& held) {
  const auto* consent = std::get_if<protocol::ConsentRecord>(&held.record);
  return consent && std::any_of(consent->choices.begin(), consent->choices.end(),
                                [](const protocol::Choice& choice) {
                                  return choice.decision != protocol::Decision::Withdrawn;
                                });
}

}  // namespace

std::string newest_notice_hash(const State& state, const std::optional<PersonId>& about) {
  for (auto held = state.held.rbegin(); held != state.held.rend(); ++held) {
    const protocol::RecordCommon& common = common_of(*held);
    if (about && common.person == *about && answers_questions(*held))
      return encode_hex(common.notice.hash);
  }
  return {};
}

const domain::Notice* notice_by_hash(const State& state, const std::string& hash) {
  if (hash == state.facts.notice_hash) return &state.facts.notice;
  const auto found = state.old_notices.find(hash);
  return found == state.old_notices.end() ? nullptr : &found->second;
}

domain::NoticeChanges changes_since_answered(const State& state,
                                             const std::optional<PersonId>& about) {
  const domain::Notice* before = notice_by_hash(state, newest_notice_hash(state, about));
  return before ? domain::diff_notices(*before, state.facts.notice) : domain::NoticeChanges{};
}

}  // namespace sayso::client
