// How the team signs in and out: what each call below /api/staff does once bytes have become JSON.
//
// Every function may be called from any thread but the sequencer's. Where it says "slow", the
// calling thread hashes passwords for some tenths of a second in 64 MiB: let few do so at once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/casework.h"
#include "server/app/refusal.h"
#include "server/app/staff.h"
#include "shared/encoding/json.h"

namespace sayso::app {

struct StaffSignedIn {
  // `{me}`.
  encoding::Json answer;
  std::string session;
};

struct StaffLook {
  // Then it is a use, and in the log.
  bool is_allowed = false;
  // The object of docs/formats/use.md, "Looks of the team".
  encoding::Json answer;
};

class StaffDoor {
 public:
  // Both outlive the door.
  StaffDoor(Desk& desk, const Credentials& credentials) : desk_(desk), credentials_(credentials) {}

  // `{user, password, code}`. Slow. Problems: Body, SignIn, Unavailable.
  void sign_in(const encoding::Json& body, Done<StaffSignedIn> done);
  // An unknown session is no error.
  void sign_out(std::string_view session, Done<void> done);
  // `{user, role, may, change_password, session}`. Problems: Session.
  [[nodiscard]] Outcome<encoding::Json> me(std::string_view session);
  // `{accounts: [{user, role, added, revoked}]}`, by name; `revoked` left out of those in force.
  // Problems: Session, ChangePassword, NotAllowed.
  [[nodiscard]] Outcome<encoding::Json> accounts(std::string_view session);
  // `{date, new, due, overdue}`: of requests, figures alone. Problems as of accounts().
  [[nodiscard]] Outcome<encoding::Json> today(std::string_view session);
  // The queue, as describe_queue() has it. Problems as of accounts().
  [[nodiscard]] Outcome<encoding::Json> requests(std::string_view session);
  // `{request}`, a line of the queue; with it `thread`, and `proposal` where there is one, from
  // when somebody took it up. Nothing where there is none of this number. Problems as of
  // accounts().
  [[nodiscard]] Outcome<std::optional<encoding::Json>> request(std::string_view session,
                                                               std::uint64_t number);
  // `{deed, text}`, the text for those that say something: work_on_case() by whoever asks. Nothing
  // where there is none of this number. Problems: as of accounts(), and Body with the field,
  // Unavailable.
  void work(std::string_view session, std::uint64_t number, const encoding::Json& body,
            Done<std::optional<Worked>> done);
  // `{person, purpose, information}`: what is held about somebody, for a purpose of the team's own.
  // Problems: as of accounts(), and Body, Unavailable.
  void look(std::string_view session, const encoding::Json& body, Done<StaffLook> done);
  // `{password, new_password}`: ends every session of the account and opens another. Slow.
  // Problems: Session, Body, SignIn (the password is not theirs), Unavailable.
  void change_password(std::string_view session, const encoding::Json& body,
                       Done<StaffSignedIn> done);

 private:
  // What was typed, checked against the account as it was then.
  struct Proof;
  using Answer = std::function<Outcome<StaffSignedIn>()>;

  // Whoever may do this; their session goes on.
  [[nodiscard]] Outcome<void> admit(std::string_view session, domain::Permission permission);
  [[nodiscard]] Outcome<Proof> check(std::string user, std::string_view password) const;
  [[nodiscard]] Outcome<Answer> enter(Unit& unit, const Proof& proof);
  void note_wrong_code(const std::string& user);

  Desk& desk_;
  const Credentials& credentials_;
};

}  // namespace sayso::app
