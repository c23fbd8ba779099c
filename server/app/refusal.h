// How a use case says no: which problem, in which field, with what the caller may be told besides.
#pragma once

#include <functional>
#include <string>

#include "shared/base/expected.h"
#include "shared/encoding/json.h"

namespace sayso::app {

enum class Problem {
  // The body is not what this call takes; `field` names the part.
  Body,
  // Wrong, used, expired or replaced code: deliberately one answer.
  Invitation,
  // Unknown or revoked key, spent or expired challenge, wrong signature; of the team, unknown name,
  // wrong password, wrong or used code, revoked account: deliberately one answer.
  SignIn,
  // No session, or one that has ended.
  Session,
  // An organisation's request that is not signed as it has to be: by a key that is registered, just
  // now, once; `field` names the part.
  Signature,
  // Somebody of the team whose role does not include this.
  NotAllowed,
  // Somebody of the team who has to choose a password of their own first.
  ChangePassword,
  // The key is good, and what let it in was destroyed in its time: nothing more can be signed by
  // it.
  EnrolmentGone,
  // Signed in with a key of which nobody made sure who holds it.
  NotConfirmed,
  // The record is well-formed and signed, and not acceptable; `field` names the part.
  Record,
  // The record id was used for other content.
  RecordConflict,
  // `extra.head` is the hash of the key's newest record.
  StaleHead,
  // Wrong PIN verifier; `extra.tries_left` says how many tries remain.
  Pin,
  // No such share, or its tries are used up.
  PinGone,
  // Nothing was stored; the same call may be made again.
  Unavailable,
};

struct Refusal {
  Problem problem = Problem::Body;
  // Empty where no one field is at fault.
  std::string field;
  // An object; its members join the problem details.
  encoding::Json extra;
};

// Whether this refusal may be somebody guessing a secret, so that the address it came from is
// slowed down.
[[nodiscard]] constexpr bool counts_as_guess(Problem problem) {
  return problem == Problem::Invitation || problem == Problem::SignIn || problem == Problem::Pin ||
         problem == Problem::PinGone;
}

template <class T>
using Outcome = Expected<T, Refusal>;

// Called exactly once, possibly before the call that took it returns, possibly on the sequencer's
// thread: hand over quickly, and call nothing in the portal that waits.
template <class T>
using Done = std::function<void(Outcome<T>)>;

}  // namespace sayso::app
