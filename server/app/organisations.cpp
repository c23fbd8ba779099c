#include "server/app/organisations.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "server/app/office.h"
#include "server/app/vault.h"
#include "server/app/wait.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/multikey.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Nothing = std::function<Outcome<void>()>;

tl::unexpected<Refusal> refuse(Problem problem, const char* field) {
  return failure(Refusal{problem, field, {}});
}

RowAddress key_address(const Vault& vault, std::string_view key) {
  return vault.address(Shelf::Organisations, {"key", key});
}

Instant read_moment(Fields& fields, std::string_view name) {
  return {fields.integer(name, 0, encoding::kMaxInteger)};
}

std::optional<OrganisationKey> read_key(const Json& json) {
  OrganisationKey key;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    key.organisation = OrganisationId(fields.text("organisation"));
    key.key = fields.text("key");
    key.added = read_moment(fields, "added");
    if (fields.has("revoked")) key.revoked = read_moment(fields, "revoked");
  });
  if (!read) return std::nullopt;
  return key;
}

}  // namespace

Outcome<void> check_signature(const SignedRequest& request) {
  const auto key = protocol::decode_multikey(request.key);
  if (!key) return refuse(Problem::Signature, "keyid");
  if (!crypto::verify_signature(*key, as_bytes(request.base), request.signature))
    return refuse(Problem::Signature, "signature");
  return {};
}

Outcome<OrganisationId> admit_request(const Desk& desk, Unit& unit, const SignedRequest& request) {
  Vault& vault = desk.vault();
  const auto key = find_organisation_key(vault, unit.rows(), request.key);
  if (!key || key->revoked) return refuse(Problem::Signature, "keyid");
  const std::int64_t age = unit.now().unix_seconds - request.created.unix_seconds;
  if (age > kSignatureAgeSeconds || age < -kSignatureAheadSeconds)
    return refuse(Problem::Signature, "created");
  const RowAddress spent =
      vault.address(Shelf::SpentChallenges, {"request", request.key, request.nonce});
  if (unit.rows().find(spent)) return refuse(Problem::Signature, "nonce");
  const Instant forgotten{request.created.unix_seconds + kSignatureAgeSeconds};
  vault.store_on_desk(unit.rows(), spent, Json(), day_of(forgotten));
  return key->organisation;
}

std::optional<OrganisationKey> find_organisation_key(const Vault& vault, const Rows& rows,
                                                     std::string_view key) {
  const auto json = vault.load(rows, key_address(vault, key));
  return json ? read_key(*json) : std::nullopt;
}

void store_organisation_key(Vault& vault, RowLayer& rows, const OrganisationKey& key) {
  Json::Object object{{"organisation", key.organisation.value()},
                      {"key", key.key},
                      {"added", key.added.unix_seconds}};
  if (key.revoked) object.emplace("revoked", key.revoked->unix_seconds);
  vault.store_on_desk(rows, key_address(vault, key.key), object);
}

std::vector<OrganisationKey> list_organisation_keys(const Vault& vault, const Store& store) {
  std::vector<OrganisationKey> keys;
  const StoredRows rows(store);
  for (const RowAddress& address : store.list(Shelf::Organisations)) {
    const auto json = vault.load(rows, address);
    auto key = json ? read_key(*json) : std::nullopt;
    if (key) keys.push_back(std::move(*key));
  }
  std::sort(keys.begin(), keys.end(), [](const OrganisationKey& a, const OrganisationKey& b) {
    if (a.organisation != b.organisation) return a.organisation < b.organisation;
    return a.added != b.added ? a.added < b.added : a.key < b.key;
  });
  return keys;
}

Outcome<void> Office::add_organisation_key(const OrganisationId& organisation,
                                           const std::string& key) {
  const domain::Notice& notice = *desk_.notices().current().notice;
  if (domain::find_organisation(notice, organisation) == nullptr)
    return refuse(Problem::Body, "/organisation");
  if (!protocol::decode_multikey(key)) return refuse(Problem::Body, "/key");
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    // One key is one organisation's, and one that was revoked stays so.
    if (find_organisation_key(desk_.vault(), unit.rows(), key))
      return refuse(Problem::Body, "/key");
    store_organisation_key(desk_.vault(), unit.rows(), {organisation, key, unit.now(), {}});
    return Nothing([] { return Outcome<void>(); });
  });
}

Outcome<void> Office::revoke_organisation_key(const std::string& key) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    auto found = find_organisation_key(desk_.vault(), unit.rows(), key);
    if (!found || found->revoked) return refuse(Problem::Body, "/key");
    found->revoked = unit.now();
    store_organisation_key(desk_.vault(), unit.rows(), *found);
    return Nothing([] { return Outcome<void>(); });
  });
}

std::vector<OrganisationKey> Office::organisation_keys() const {
  return list_organisation_keys(desk_.vault(), desk_.store());
}

}  // namespace sayso::app
