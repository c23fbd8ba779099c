// The use cases of the Turnaround Plus team: admitting people, saying who is responsible for whom,
// inviting, answering their requests.
//
// Every function waits until its work is durable; call none from the sequencer's thread. Safe from
// any other thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/casework.h"
#include "server/app/desk.h"
#include "server/app/held.h"
#include "server/app/organisations.h"
#include "server/app/refusal.h"
#include "server/app/uses.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"

namespace sayso::app {

struct NewPerson {
  std::string name;
  Date born;
};

// One piece of information about one person, as it came.
struct ItemOf {
  PersonId person;
  domain::HeldItem item;
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

  // The code that a person read out from their own screen, in person or on a known number. A wrong
  // one uses up a try. Refused with "/code": wrong, used up, or too old.
  [[nodiscard]] Outcome<void> confirm(const PersonId& person, std::string_view code);
  // What keep_items() would do, in their order. Writes nothing.
  [[nodiscard]] std::vector<Expected<Keeping, KeepFault>> compare_items(
      std::span<const ItemOf> items) const;
  // All in one commit; an item with a fault is left out, and the others are kept. Precondition: the
  // notice allows each (domain::find_fault).
  [[nodiscard]] Outcome<std::vector<Expected<Keeping, KeepFault>>> keep_items(
      std::span<const ItemOf> items);

  // Somebody of the team is about to look: what they look at may be shown once this has succeeded,
  // and not before. Refusals as of append_look().
  [[nodiscard]] Outcome<void> note_look(const PersonId& person, const Look& look);

  // list_cases().
  [[nodiscard]] std::vector<CaseLine> cases(bool closed_too) const;
  // open_file(), and its refusals.
  [[nodiscard]] Outcome<CaseFile> read_case(std::uint64_t number) const;
  // work_on_case(), and its refusals.
  [[nodiscard]] Outcome<Worked> work(std::uint64_t number, const Work& work);

  // From now on requests signed with this key (a Multikey) are this organisation's.
  // "/organisation": the notice has none of this id. "/key": no key, or one that was ever
  // registered before.
  [[nodiscard]] Outcome<void> add_organisation_key(const OrganisationId& organisation,
                                                   const std::string& key);
  // From now on nothing signed with it is taken. "/key": no key in force.
  [[nodiscard]] Outcome<void> revoke_organisation_key(const std::string& key);
  [[nodiscard]] std::vector<OrganisationKey> organisation_keys() const;

 private:
  Desk& desk_;
};

}  // namespace sayso::app
