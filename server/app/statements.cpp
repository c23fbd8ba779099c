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

RowAddress statement_address(const Vault& vault, const protocol::Statement& statement) {
  if (statement.person) return statement_address(vault, *statement.person, statement.running);
  return notice_address(vault, statement.running);
}

bool tells_of_person(const protocol::Statement& statement) {
  return std::holds_alternative<protocol::Used>(statement.what);
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

}  // namespace sayso::app
