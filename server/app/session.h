// Sessions: who asks, for as long as they keep asking. Kept under a hash of their token; the token
// itself is stored nowhere. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "server/app/desk.h"
#include "server/app/people.h"
#include "server/app/refusal.h"

namespace sayso::app {

struct Session {
  PersonId person;
  // The Multikey that signed in.
  std::string key;
  // When it ends if nothing more is asked; never past `ends`.
  Instant expires;
  // When it ends in any case.
  Instant ends;
  Device device;
};

struct OpenedSession {
  std::string token;
  Session session;
};

// A fresh token, with the session's row in `rows`. The device is the one of that key.
[[nodiscard]] OpenedSession open_session(const Desk& desk, RowLayer& rows, Device device,
                                         std::string_view multikey, Instant now);

// The session of this token, if it has not ended and its key is still in force. Problem::Session
// otherwise.
[[nodiscard]] Outcome<Session> resolve_session(const Desk& desk, const Rows& rows,
                                               std::string_view token, Instant now);

// Moves the end of the session on, behind the caller's back: nobody waits for it, and losing it
// costs a sign-in. Answers the session as it will be.
Session prolong_session(const Desk& desk, std::string_view token, const Session& session);

[[nodiscard]] RowAddress session_address(const Vault& vault, std::string_view token);

}  // namespace sayso::app
