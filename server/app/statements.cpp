#include "server/app/statements.h"

#include <utility>

#include "server/app/entries.h"
#include "server/app/people.h"
#include "shared/encoding/crockford.h"

namespace sayso::app {

RowAddress statement_address(const Vault& vault, const PersonId& person, std::uint64_t running) {
  return vault.address(Shelf::Statements, {"person", person.value(), std::to_string(running)});
}

RowAddress notice_address(const Vault& vault, std::uint64_t running) {
  return vault.address(Shelf::Statements, {"notices", std::to_string(running)});
}

RowAddress staff_statement_address(const Vault& vault, std::uint64_t running) {
  return vault.address(Shelf::Statements, {"staff", std::to_string(running)});
}

RowAddress statement_address(const Vault& vault, const protocol::Statement& statement) {
  if (statement.person) return statement_address(vault, *statement.person, statement.running);
  if (std::holds_alternative<protocol::StaffChanged>(statement.what))
    return staff_statement_address(vault, statement.running);
  return notice_address(vault, statement.running);
}

bool tells_of_person(const protocol::Statement& statement) {
  return std::holds_alternative<protocol::Used>(statement.what) ||
         std::holds_alternative<protocol::StopAcknowledged>(statement.what) ||
         std::holds_alternative<protocol::RequestAnswered>(statement.what);
}

std::uint64_t next_running(const Vault& vault, const Rows& rows, const PersonId& person) {
  const auto account = find_account(vault, rows, person);
  std::uint64_t next = account ? account->running + 1 : 1;
  while (rows.find(entry_address(vault, person, next)) ||
         rows.find(statement_address(vault, person, next)))
    ++next;
  return next;
}

NewEntry make_statement(Random& random, const Unit& unit, decltype(protocol::Statement::what) what,
                        std::optional<PersonId> person, std::uint64_t running) {
  encoding::IdBytes id{};
  random.fill(id);
  NewEntry entry;
  entry.statement = protocol::Statement{RecordId(encoding::encode_id(id)), std::move(what),
                                        unit.now(), running, std::move(person)};
  return entry;
}

std::shared_ptr<const NewEntry> append_about(const Desk& desk, Unit& unit, const PersonId& person,
                                             decltype(protocol::Statement::what) what) {
  Vault& vault = desk.vault();
  auto account = find_account(vault, unit.rows(), person);
  if (!account) return nullptr;
  account->running = next_running(vault, unit.rows(), person);
  auto entry =
      unit.append(make_statement(desk.random(), unit, std::move(what), person, account->running));
  store_account(vault, unit.rows(), person, *account, unit.now());
  return entry;
}

}  // namespace sayso::app
