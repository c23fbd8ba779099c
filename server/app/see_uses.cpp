// What a person may see of who used what is known about them: their own uses, and those of the
// children whom they choose for; and how far organisations have stopped that they said no to.
//
// Of the records that a use rested on each is named to whoever signed it, and to nobody else: the
// other could be the other parent's. In the same way each is shown what became of their own no
// alone.
#include <set>

#include "server/app/confirm.h"
#include "server/app/entries.h"
#include "server/app/me.h"
#include "server/app/portal.h"
#include "server/app/stops.h"
#include "server/app/uses.h"
#include "shared/encoding/stop_json.h"
#include "shared/encoding/use_json.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record_common.h"

namespace sayso::app {
namespace {

using encoding::Json;

std::set<Digest> signed_by(const Desk& desk, const Rows& rows, const PersonId& person) {
  std::set<Digest> hashes;
  const auto account = find_account(desk.vault(), rows, person);
  for (std::uint64_t number = 1; account && number <= account->running; ++number) {
    const auto json = load_entry(desk.vault(), rows, person, number);
    if (!json || type_of_entry(*json) != "consent") continue;
    if (const auto receipt = protocol::decode_receipt(*json))
      hashes.insert(protocol::record_hash(receipt->entry.envelope.record));
  }
  return hashes;
}

Json describe_uses(const Desk& desk, const Rows& rows, const PersonId& signer,
                   const PersonId& person, const std::set<Digest>& own) {
  Json::Array uses;
  for (KeptUse& kept : find_uses(desk.vault(), rows, person)) {
    for (const Digest& choice : kept.choices) {
      if (own.count(choice) != 0) kept.use.choice = choice;
    }
    uses.push_back(encoding::encode_use(kept.use));
  }
  Json::Array stops;
  for (const domain::Stop& stop : find_stops(desk.vault(), rows, signer, person))
    stops.emplace_back(encoding::encode_stop(stop));
  return Json::Object{
      {"person", person.value()}, {"stops", std::move(stops)}, {"uses", std::move(uses)}};
}

}  // namespace

Outcome<Json> Portal::uses(std::string_view token) {
  const Instant now = desk_.clock().now();
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, now);
  if (!session) return failure(session.error());
  if (!is_confirmed(*session)) return failure(Refusal{Problem::NotConfirmed, {}, {}});
  prolong_session(desk_, token, *session);
  const std::set<Digest> own = signed_by(desk_, rows, session->person);
  Json::Array people{describe_uses(desk_, rows, session->person, session->person, own)};
  for (const PersonId& child : children_of(desk_, rows, session->person, now))
    people.push_back(describe_uses(desk_, rows, session->person, child, own));
  return Json(Json::Object{{"people", std::move(people)}});
}

}  // namespace sayso::app
