// Codes that people type: invitations and recovery codes. Kept as a keyed hash under the pepper;
// the code itself is shown once and stored nowhere. Safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/vault.h"
#include "shared/encoding/crockford.h"

namespace sayso::app {

enum class CodeKind { Invitation, Recovery };

struct Code {
  CodeKind kind = CodeKind::Invitation;
  PersonId person;
  Instant expires;
  // The key that used it, as Multikey; empty while unused.
  std::string used_by;
};

[[nodiscard]] encoding::CodeBits draw_code(Random& random);

[[nodiscard]] RowAddress code_address(const Vault& vault, const Keyring& keyring,
                                      encoding::CodeBits bits);
// Does as much work when there is no such code.
[[nodiscard]] std::optional<Code> find_code(Vault& vault, const Rows& rows,
                                            const RowAddress& address);
void store_code(Vault& vault, RowLayer& rows, const RowAddress& address, const Code& code);

// How a person's account remembers which row to remove when a newer code takes its place.
[[nodiscard]] std::string name_of_code_row(const RowAddress& address);
void remove_code(RowLayer& rows, std::string_view row_name);

}  // namespace sayso::app
