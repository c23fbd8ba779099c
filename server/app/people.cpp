#include "server/app/people.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/domain/civil_time.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

Json encode_profile(const Profile& profile) {
  Json::Array children;
  for (const PersonId& child : profile.children) children.emplace_back(child.value());
  Json::Array responsible;
  for (const Responsible& one : profile.responsible)
    responsible.emplace_back(
        Json::Object{{"adult", one.adult.value()}, {"restricted", one.sight == Sight::Restricted}});
  return Json::Object{{"name", profile.name},
                      {"born", encode_date(profile.born)},
                      {"children", children},
                      {"responsible", responsible}};
}

std::optional<Profile> decode_profile(const Json& json) {
  Profile profile;
  std::optional<Date> born;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    profile.name = fields.text("name");
    born = decode_date(fields.text("born"));
    for (const std::string& child : fields.texts("children")) profile.children.emplace_back(child);
    fields.objects("responsible", [&](Fields& one) {
      const PersonId adult(one.text("adult"));
      profile.responsible.push_back(
          {adult, one.boolean("restricted") ? Sight::Restricted : Sight::Open});
    });
  });
  if (!read || !born) return std::nullopt;
  profile.born = *born;
  return profile;
}

Json encode_account(const Account& account) {
  Json::Array keys;
  for (const std::string& key : account.keys) keys.emplace_back(key);
  return Json::Object{{"running", static_cast<std::int64_t>(account.running)},
                      {"keys", keys},
                      {"invitation", account.invitation},
                      {"recovery", account.recovery}};
}

std::optional<Account> decode_account(const Json& json) {
  Account account;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    account.running =
        static_cast<std::uint64_t>(fields.integer("running", 0, encoding::kMaxInteger));
    account.keys = fields.texts("keys");
    account.invitation = fields.text("invitation");
    account.recovery = fields.text("recovery");
  });
  if (!read) return std::nullopt;
  return account;
}

Json encode_device(const Device& device) {
  return Json::Object{{"person", device.person.value()},
                      {"in_force", device.state == KeyState::InForce},
                      {"enrolment", static_cast<std::int64_t>(device.enrolment)},
                      {"head", device.head},
                      {"confirmed", device.assurance == protocol::Assurance::Confirmed}};
}

std::optional<Device> decode_device(const Json& json) {
  Device device;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    device.person = PersonId(fields.text("person"));
    device.state = fields.boolean("in_force") ? KeyState::InForce : KeyState::Revoked;
    device.enrolment =
        static_cast<std::uint64_t>(fields.integer("enrolment", 1, encoding::kMaxInteger));
    device.head = fields.text("head");
    // A row from before people could be confirmed says nothing of it.
    if (fields.has("confirmed") && fields.boolean("confirmed"))
      device.assurance = protocol::Assurance::Confirmed;
  });
  if (!read) return std::nullopt;
  return device;
}

RowAddress profile_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::People, {person.value()});
}

RowAddress device_address(const Vault& vault, std::string_view multikey) {
  return vault.address(Shelf::Devices, {multikey});
}

}  // namespace

std::optional<Profile> find_profile(const Vault& vault, const Rows& rows, const PersonId& person) {
  const auto json = vault.load(rows, profile_address(vault, person));
  return json ? decode_profile(*json) : std::nullopt;
}

void store_profile(Vault& vault, RowLayer& rows, const PersonId& person, const Profile& profile,
                   Instant now) {
  vault.store(rows, profile_address(vault, person), {person, DataClass::Profile},
              encode_profile(profile), now);
}

std::optional<Account> find_account(const Vault& vault, const Rows& rows, const PersonId& person) {
  const auto json = vault.load(rows, account_address(vault, person));
  return json ? decode_account(*json) : std::nullopt;
}

void store_account(Vault& vault, RowLayer& rows, const PersonId& person, const Account& account,
                   Instant now) {
  vault.store(rows, account_address(vault, person), {person, DataClass::Evidence},
              encode_account(account), now);
}

void restore_account(Vault& vault, RowLayer& rows, const PersonId& person, const Account& account) {
  const RowAddress address = account_address(vault, person);
  const auto row = rows.find(address);
  CHECK(row.has_value());
  const auto name = vault.key_of(address, *row);
  CHECK(name && *name);
  vault.reseal(rows, address, **name, encode_account(account));
}

RowAddress account_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::Accounts, {person.value()});
}

bool is_person_destroyed(const Vault& vault, const Rows& rows, const PersonId& person) {
  for (const RowAddress& address :
       {profile_address(vault, person), account_address(vault, person)}) {
    const auto row = vault.load(rows, address);
    if (!row && row.error() == VaultError::Destroyed) return true;
  }
  return false;
}

std::optional<Device> find_device(const Vault& vault, const Rows& rows, std::string_view multikey) {
  const auto json = vault.load(rows, device_address(vault, multikey));
  return json ? decode_device(*json) : std::nullopt;
}

bool is_known_key(const Vault& vault, const Rows& rows, std::string_view multikey) {
  return rows.find(device_address(vault, multikey)).has_value();
}

void forget_device(Vault& vault, RowLayer& rows, const RowAddress& address) {
  vault.store_on_desk(rows, address, Json::Object{{"gone", true}});
}

bool is_forgotten_device(const Json& row) { return row.find("gone") != nullptr; }

bool is_forgotten_key(const Vault& vault, const Rows& rows, std::string_view multikey) {
  const auto json = vault.load(rows, device_address(vault, multikey));
  return json && is_forgotten_device(*json);
}

void store_device(Vault& vault, RowLayer& rows, std::string_view multikey, const Device& device) {
  vault.store_on_desk(rows, device_address(vault, multikey), encode_device(device));
}

domain::Group group_now(const Profile& profile, Instant now) {
  return domain::group_on(profile.born, domain::uk_time(now).date);
}

bool may_choose_for(const Profile& child, const PersonId& adult, Instant now) {
  const bool responsible = std::any_of(
      child.responsible.begin(), child.responsible.end(),
      [&](const Responsible& one) { return one.adult == adult && one.sight == Sight::Open; });
  return responsible && domain::may_choose(domain::Relation::Responsible, group_now(child, now));
}

}  // namespace sayso::app
