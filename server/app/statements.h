// What the council enters by itself: where its statements lie, and how the next one is numbered.
// docs/formats/entry.md.
#pragma once

#include <cstdint>

#include <memory>
#include <optional>

#include "server/app/desk.h"
#include "server/app/unit.h"
#include "server/app/vault.h"
#include "shared/protocol/statement.h"

namespace sayso::app {

[[nodiscard]] RowAddress statement_address(const Vault& vault, const PersonId& person,
                                           std::uint64_t running);
[[nodiscard]] RowAddress notice_address(const Vault& vault, std::uint64_t running);
[[nodiscard]] RowAddress staff_statement_address(const Vault& vault, std::uint64_t running);
// In the person's series, or where it is about nobody, in that of notices or of the team's
// accounts.
[[nodiscard]] RowAddress statement_address(const Vault& vault,
                                           const protocol::Statement& statement);

// Whether it says what was done with somebody's information: then it is sealed under their key, and
// gone with it. Others say what the council did with its own (a key, a certificate).
[[nodiscard]] bool tells_of_person(const protocol::Statement& statement);

// The number after the newest in the person's series, also when their account is gone.
[[nodiscard]] std::uint64_t next_running(const Vault& vault, const Rows& rows,
                                         const PersonId& person);

// A statement on its way into the log: a fresh id, the unit's time.
[[nodiscard]] NewEntry make_statement(Random& random, const Unit& unit,
                                      decltype(protocol::Statement::what) what,
                                      std::optional<PersonId> person, std::uint64_t running);

// Puts what is stated about a person on its way into the log, in their own series. Null, and
// nothing done, where there is no such person.
[[nodiscard]] std::shared_ptr<const NewEntry> append_about(
    const Desk& desk, Unit& unit, const PersonId& person, decltype(protocol::Statement::what) what);

}  // namespace sayso::app
