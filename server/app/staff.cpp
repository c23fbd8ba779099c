#include "server/app/staff.h"

#include <algorithm>
#include <utility>

#include "server/app/statements.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

RowAddress account_address(const Vault& vault, std::string_view user) {
  return vault.address(Shelf::Staff, {"user", user});
}

// How many statements there are: the next one may be of the same batch, whose rows nobody sees yet.
RowAddress series_address(const Vault& vault) { return vault.address(Shelf::Staff, {"series"}); }

Instant read_moment(Fields& fields, std::string_view name) {
  return {fields.integer(name, 0, encoding::kMaxInteger)};
}

std::optional<StaffAccount> read_account(const Json& json) {
  StaffAccount account;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    account.user = fields.text("user");
    account.id = RecordId(fields.text("id"));
    const auto role = domain::find_staff_role(fields.text("role"));
    if (!role) fields.refuse("role");
    account.role = role.value_or(domain::StaffRole::KeyWorker);
    account.password_hash = fields.text("password_hash");
    if (fields.has("one_time_until"))
      account.one_time_until = read_moment(fields, "one_time_until");
    const auto secret = decode_hex(fields.text("secret"));
    if (!secret) fields.refuse("secret");
    account.secret = secret.value_or(Bytes());
    account.last_step =
        static_cast<std::uint64_t>(fields.integer("last_step", 0, encoding::kMaxInteger));
    account.wrong_codes = fields.integer("wrong_codes", 0, encoding::kMaxInteger);
    account.generation = fields.integer("generation", 1, encoding::kMaxInteger);
    account.added = read_moment(fields, "added");
    if (fields.has("revoked")) account.revoked = read_moment(fields, "revoked");
  });
  if (!read) return std::nullopt;
  return account;
}

std::uint64_t find_running(const Vault& vault, const Rows& rows) {
  const auto json = vault.load(rows, series_address(vault));
  const Json* running = json ? json->find("running") : nullptr;
  return running != nullptr && running->integer() ? static_cast<std::uint64_t>(*running->integer())
                                                  : 0;
}

}  // namespace

std::optional<StaffAccount> find_staff(const Vault& vault, const Rows& rows,
                                       std::string_view user) {
  const auto json = vault.load(rows, account_address(vault, user));
  return json ? read_account(*json) : std::nullopt;
}

void store_staff(Vault& vault, RowLayer& rows, const StaffAccount& account) {
  Json::Object object{{"user", account.user},
                      {"id", account.id.value()},
                      {"role", domain::name_of(account.role)},
                      {"password_hash", account.password_hash},
                      {"secret", encode_hex(account.secret)},
                      {"last_step", static_cast<std::int64_t>(account.last_step)},
                      {"wrong_codes", account.wrong_codes},
                      {"generation", account.generation},
                      {"added", account.added.unix_seconds}};
  if (account.one_time_until)
    object.emplace("one_time_until", account.one_time_until->unix_seconds);
  if (account.revoked) object.emplace("revoked", account.revoked->unix_seconds);
  vault.store_on_desk(rows, account_address(vault, account.user), object);
}

std::vector<StaffAccount> list_staff(const Vault& vault, const Store& store) {
  std::vector<StaffAccount> accounts;
  const StoredRows rows(store);
  const RowAddress series = series_address(vault);
  for (const RowAddress& address : store.list(Shelf::Staff)) {
    if (address == series) continue;
    const auto json = vault.load(rows, address);
    auto account = json ? read_account(*json) : std::nullopt;
    if (account) accounts.push_back(std::move(*account));
  }
  std::sort(accounts.begin(), accounts.end(),
            [](const StaffAccount& a, const StaffAccount& b) { return a.user < b.user; });
  return accounts;
}

void append_staff(const Desk& desk, Unit& unit, const StaffAccount& account,
                  protocol::StaffStep step) {
  Vault& vault = desk.vault();
  std::uint64_t running = find_running(vault, unit.rows()) + 1;
  // In a restored store the count may be behind.
  while (unit.rows().find(staff_statement_address(vault, running))) ++running;
  vault.store_on_desk(unit.rows(), series_address(vault),
                      Json::Object{{"running", static_cast<std::int64_t>(running)}});
  unit.append(make_statement(
      desk.random(), unit,
      protocol::StaffChanged{account.id, step, std::string(domain::name_of(account.role))}, {},
      running));
}

}  // namespace sayso::app
