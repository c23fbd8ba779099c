// Accounts of the Turnaround Plus team, as rows, and what the log says of them. Safe from any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/desk.h"
#include "server/app/unit.h"
#include "server/app/vault.h"
#include "shared/domain/staff.h"

namespace sayso::app {

struct StaffAccount {
  std::string user;
  // How the log names it.
  RecordId id;
  domain::StaffRole role = domain::StaffRole::KeyWorker;
  // As Credentials has it.
  std::string password_hash;
  // Somebody else made the password: until when it opens anything, and then no more than choosing
  // another.
  std::optional<Instant> one_time_until;
  // What one-time codes are made of: 20 bytes.
  Bytes secret;
  // Of the newest code that was taken: neither it nor one before it is taken again.
  std::uint64_t last_step = 0;
  // In a row, behind the right password.
  std::int64_t wrong_codes = 0;
  // Sessions that were opened under a smaller number have ended.
  std::int64_t generation = 1;
  Instant added;
  // Nothing while it is in force.
  std::optional<Instant> revoked;
};

// Whoever gets so many codes wrong behind the right password is not its owner: the account then
// needs a reset. Nobody without the password can bring that about.
inline constexpr std::int64_t kMostWrongCodes = 10;

[[nodiscard]] std::optional<StaffAccount> find_staff(const Vault& vault, const Rows& rows,
                                                     std::string_view user);
void store_staff(Vault& vault, RowLayer& rows, const StaffAccount& account);
// By user name.
[[nodiscard]] std::vector<StaffAccount> list_staff(const Vault& vault, const Store& store);

// Puts on its way into the log what became of the account.
void append_staff(const Desk& desk, Unit& unit, const StaffAccount& account,
                  protocol::StaffStep step);

}  // namespace sayso::app
