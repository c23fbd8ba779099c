// Uses: when information about a person was looked at, joined or passed on, and by whom.
//
// Who is what they are and for whom they work, never a name. On which lawful basis it happened
// follows from the purpose, as the notice has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/instant.h"
#include "shared/domain/notice.h"

namespace sayso::domain {

// The names are stored.
enum class UseKind {
  Viewed,     // somebody of the team looked at it
  Joined,     // an organisation's information was added to what the council holds
  Disclosed,  // it was given to an organisation
};

struct Use {
  Instant when;
  UseKind kind = UseKind::Viewed;
  // A slug: "key-worker", "reviewer", "organisation".
  std::string role;
  OrganisationId organisation;
  // Kinds of information; at least one, none twice.
  std::vector<KindId> information;
  PurposeId purpose;
  // Hash of the reader's own record among those that allowed it; nothing where there is none.
  std::optional<Digest> choice;
  // Where in the log it stands.
  EntryIndex entry;

  friend bool operator==(const Use& a, const Use& b) {
    return a.when == b.when && a.kind == b.kind && a.role == b.role &&
           a.organisation == b.organisation && a.information == b.information &&
           a.purpose == b.purpose && a.choice == b.choice && a.entry == b.entry;
  }
};

// "viewed", "joined", "disclosed".
[[nodiscard]] std::string_view name_of(UseKind kind);
[[nodiscard]] std::optional<UseKind> find_use_kind(std::string_view name);

}  // namespace sayso::domain
