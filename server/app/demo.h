// A demo council's fictional family, so that a fresh start has somebody to invite.
#pragma once

#include <string>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "shared/base/tagged.h"

namespace sayso::app {

struct DemoInvitation {
  PersonId person;
  std::string name;
  std::string code;
};

// Two adults, a child of 15 with an invitation of their own, a child of 8 for whom both adults are
// responsible. Makes them when they are not there yet; always answers with fresh invitations for
// those who may have a device and have none. Waits until everything is durable.
[[nodiscard]] Outcome<std::vector<DemoInvitation>> prepare_demo(Desk& desk);

}  // namespace sayso::app
