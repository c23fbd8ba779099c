// People, their series of entries, and their device keys, as rows. Safe from any thread.
//
// Profile (name, birth, responsibility) and account (running number, keys) are separate rows under
// separate keys, so that deleting a profile leaves the proof of what was signed. A row that cannot
// be opened any more reads as none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/vault.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/domain/age.h"
#include "shared/protocol/envelope.h"

namespace sayso::app {

enum class Sight { Open, Restricted };

// Who holds parental responsibility for the person whose profile this stands in.
struct Responsible {
  PersonId adult;
  // Restricted: to this adult it looks as if there were no such child.
  Sight sight = Sight::Open;
};

struct Profile {
  std::string name;
  Date born;
  std::vector<PersonId> children;
  std::vector<Responsible> responsible;
};

struct Account {
  // Number of the person's newest entry; 0 before the first.
  std::uint64_t running = 0;
  // Multikeys in force.
  std::vector<std::string> keys;
  // Row tags of the codes that work now, in hexadecimal; empty when there is none.
  std::string invitation;
  std::string recovery;
};

// Their profile or account was destroyed: nobody comes in as them any more.
[[nodiscard]] bool is_person_destroyed(const Vault& vault, const Rows& rows,
                                       const PersonId& person);

enum class KeyState { InForce, Revoked };

struct Device {
  PersonId person;
  KeyState state = KeyState::InForce;
  // Running number of its enrolment.
  std::uint64_t enrolment = 1;
  // record_hash of the newest consent or request record that it signed, in hexadecimal; empty
  // before the first.
  std::string head;
  // How the council knows that the person holds this key.
  protocol::Assurance assurance = protocol::Assurance::Letter;
};

[[nodiscard]] std::optional<Profile> find_profile(const Vault& vault, const Rows& rows,
                                                  const PersonId& person);
void store_profile(Vault& vault, RowLayer& rows, const PersonId& person, const Profile& profile,
                   Instant now);

[[nodiscard]] std::optional<Account> find_account(const Vault& vault, const Rows& rows,
                                                  const PersonId& person);
void store_account(Vault& vault, RowLayer& rows, const PersonId& person, const Account& account,
                   Instant now);

// Under the key that it is under, however old that is. Precondition: the account was found.
void restore_account(Vault& vault, RowLayer& rows, const PersonId& person, const Account& account);
[[nodiscard]] RowAddress account_address(const Vault& vault, const PersonId& person);

[[nodiscard]] std::optional<Device> find_device(const Vault& vault, const Rows& rows,
                                                std::string_view multikey);
// Whether it stands, or ever stood, for somebody: such a key is never enrolled anew.
[[nodiscard]] bool is_known_key(const Vault& vault, const Rows& rows, std::string_view multikey);
// The person behind the key is gone: of its row stays that there was one.
void forget_device(Vault& vault, RowLayer& rows, const RowAddress& address);
[[nodiscard]] bool is_forgotten_device(const encoding::Json& row);
// As is_forgotten_device(), of this key.
[[nodiscard]] bool is_forgotten_key(const Vault& vault, const Rows& rows,
                                    std::string_view multikey);
void store_device(Vault& vault, RowLayer& rows, std::string_view multikey, const Device& device);

// On the day that it is in the United Kingdom.
[[nodiscard]] domain::Group group_now(const Profile& profile, Instant now);
// Whether `adult` may choose for this child now; false for a restricted child, and from 13 on.
[[nodiscard]] bool may_choose_for(const Profile& child, const PersonId& adult, Instant now);

}  // namespace sayso::app
