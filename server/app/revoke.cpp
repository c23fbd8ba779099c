#include "server/app/revoke.h"

#include "server/app/entries.h"
#include "server/app/known_enrolments.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/multikey.h"

namespace sayso::app {
namespace {

encoding::Json revocation_of(const Desk& desk, const crypto::PublicKey& key,
                             protocol::RevocationReason reason) {
  encoding::IdBytes bytes{};
  desk.random().fill(bytes);
  return protocol::encode_revocation_record({RecordId(encoding::encode_id(bytes)), key, reason});
}

}  // namespace

bool revoke_keys(const Desk& desk, Unit& unit, const PersonId& person, Account& account,
                 protocol::RevocationReason reason) {
  Vault& vault = desk.vault();
  for (const std::string& multikey : account.keys) {
    const auto key = protocol::decode_multikey(multikey);
    auto device = find_device(vault, unit.rows(), multikey);
    if (!key || !device) return false;
    device->state = KeyState::Revoked;
    store_device(vault, unit.rows(), multikey, *device);
    // A revocation repeats the enrolment. Where that was destroyed, the certificate in the log is
    // what tells that the key signs nothing more.
    if (is_entry_destroyed(vault, unit.rows(), person, device->enrolment)) continue;
    auto enrolment = find_enrolment(vault, unit.rows(), person, device->enrolment);
    if (!enrolment) return false;
    NewEntry entry;
    entry.envelope.type = protocol::EntryType::Revocation;
    entry.envelope.record = revocation_of(desk, *key, reason);
    entry.envelope.server_time = unit.now();
    entry.envelope.running = ++account.running;
    entry.envelope.person = person;
    entry.enrolment = describe_enrolment(*enrolment);
    entry.envelope.enrolment = entry.enrolment->reference;
    entry.subject = person;
    entry.signer = person;
    unit.append(std::move(entry));
  }
  account.keys.clear();
  return true;
}

}  // namespace sayso::app
