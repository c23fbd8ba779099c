// The use cases of the Turnaround Plus team: admitting people, saying who is responsible for whom,
// inviting.
//
// Every function waits until its work is durable; call none from the sequencer's thread. Safe from
// any other thread.
#pragma once

#include <string>
#include <string_view>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"

namespace sayso::app {

struct NewPerson {
  std::string name;
  Date born;
};

class Office {
 public:
  // The desk outlives the office.
  explicit Office(Desk& desk) : desk_(desk) {}

  [[nodiscard]] Outcome<PersonId> admit(const NewPerson& person);
  // `adult` may choose for `child` from now until the child is 13.
  [[nodiscard]] Outcome<void> give_responsibility(const PersonId& adult, const PersonId& child);
  // Hides the child from this adult: to them it looks as if there were no such child.
  [[nodiscard]] Outcome<void> restrict_child(const PersonId& adult, const PersonId& child);
  // A fresh code of 12 Crockford base32 characters, as printed. Earlier unused codes of the person
  // stop working. When it is used, the person's older keys are revoked.
  [[nodiscard]] Outcome<std::string> invite(const PersonId& person);
  // Whether some key of this person is in force.
  [[nodiscard]] Outcome<bool> has_device(const PersonId& person);

 private:
  Desk& desk_;
};

}  // namespace sayso::app
