// What the server can show today of the promises that the notice makes.
//
// About the person who asks, and about what is public or the council's own. Nothing here moves with
// what anybody else does (docs/decisions/quiet-councils.md): no count of people, items or
// destructions but the person's own, and no moment at which the store was written.
#include <algorithm>
#include <vector>

#include "server/app/confirm.h"
#include "server/app/entries.h"
#include "server/app/held.h"
#include "server/app/organisations.h"
#include "server/app/people.h"
#include "server/app/portal.h"
#include "server/app/requests.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "server/app/uses.h"
#include "shared/domain/civil_time.h"
#include "shared/encoding/evidence_json.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {
namespace {

using encoding::Json;

std::int64_t count_of(std::size_t size) { return static_cast<std::int64_t>(size); }

std::vector<OrganisationId> organisations_heard(const Desk& desk) {
  std::vector<OrganisationId> ids;
  for (const OrganisationKey& key : list_organisation_keys(desk.vault(), desk.store())) {
    if (!key.revoked && (ids.empty() || ids.back() != key.organisation))
      ids.push_back(key.organisation);
  }
  return ids;
}

std::optional<domain::LogEvidence> see_log(const Desk& desk) {
  const auto head = desk.store().published_head();
  const auto as_of = desk.sequencer().published_as_of();
  const auto note =
      head ? protocol::decode_note(head->checkpoint) : failure(protocol::NoteFault::Malformed);
  if (!head || !as_of || !note) return std::nullopt;
  // One line is the council's own.
  return domain::LogEvidence{static_cast<std::int64_t>(head->size.value()), *as_of,
                             count_of(note->signatures.size()) - 1};
}

std::int64_t count_choices(const Desk& desk, const Rows& rows, const PersonId& person,
                           std::uint64_t running) {
  std::int64_t count = 0;
  for (std::uint64_t number = 1; number <= running; ++number) {
    const auto receipt = load_entry(desk.vault(), rows, person, number);
    if (receipt && type_of_entry(*receipt) == "consent") ++count;
  }
  return count;
}

domain::RequestEvidence see_requests(const Desk& desk, const Rows& rows, const PersonId& person,
                                     Date today) {
  domain::RequestEvidence requests;
  for (const Json& request : describe_requests(desk, rows, person, desk.clock().now())) {
    ++requests.count;
    // An answer that was given is not due any more.
    const Json* due = request.find("due");
    if (!due) continue;
    const auto day = decode_date(*due->string());
    if (day && *day < today) ++requests.late;
  }
  return requests;
}

domain::UseEvidence see_uses(const Desk& desk, const Rows& rows, const PersonId& person) {
  domain::UseEvidence evidence;
  const auto uses = find_uses(desk.vault(), rows, person);
  evidence.count = count_of(uses.size());
  for (const KeptUse& one : uses) {
    if (!one.choices.empty()) ++evidence.by_choice;
    if (one.use.kind != domain::UseKind::Viewed) ++evidence.by_others;
  }
  if (!uses.empty()) evidence.last = uses.front().use.when;
  return evidence;
}

domain::ItemEvidence see_items(const Desk& desk, const Rows& rows, const PersonId& person,
                               Date today) {
  domain::ItemEvidence evidence;
  const domain::Retention& retention = desk.notices().current().notice->retention;
  for (const domain::HeldItem& item : find_items(desk.vault(), rows, person)) {
    ++evidence.count;
    const Date last = domain::destroy_by(item, retention);
    if (last < today) {
      ++evidence.overdue;
    } else if (!evidence.next || last < *evidence.next) {
      evidence.next = last;
    }
  }
  return evidence;
}

}  // namespace

Outcome<Json> Portal::promises(std::string_view token) {
  const Instant now = desk_.clock().now();
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, now);
  if (!session) return failure(session.error());
  prolong_session(desk_, token, *session);
  const PersonId& person = session->person;
  const auto account = find_account(desk_.vault(), rows, person);
  if (!account) return failure(Refusal{Problem::Session, {}, {}});
  const Date today = domain::uk_time(now).date;
  domain::Evidence evidence;
  evidence.organisations = organisations_heard(desk_);
  evidence.log = see_log(desk_);
  evidence.choices = count_choices(desk_, rows, person, account->running);
  evidence.devices = count_of(account->keys.size());
  evidence.requests = see_requests(desk_, rows, person, today);
  if (is_confirmed(*session)) {
    evidence.uses = see_uses(desk_, rows, person);
    evidence.items = see_items(desk_, rows, person, today);
  }
  return encoding::encode_evidence(evidence);
}

}  // namespace sayso::app
