// A case and its messages as rows, on the shelf Requests. Safe from any thread; a RowLayer that is
// handed in belongs to the caller's thread.
//
//   case      signer, number among the signer's entries    docs/formats/request.md, and what the
//                                                           team alone sees
//   message   "message", signer, number, from 1            {"id", "from", "when", "text"}
//   pointer   "case", number among all                     {"signer", "running"}
//   list      "by", signer                                 {"requests": [{"running"}]}
//   count     "count"                                      {"newest"}
//
// The last is on the desk: it counts, and names nobody. The list is the signer's, the rest belongs
// to the person whom the request is about.
#pragma once

#include "server/app/requests.h"
#include "server/app/vault.h"

namespace sayso::app {

// Without `due`. Nothing where it is not there, or nobody can open it any more.
[[nodiscard]] std::optional<Case> load_case(const Vault& vault, const Rows& rows,
                                            const PersonId& signer, std::uint64_t running);
void store_case_row(Vault& vault, RowLayer& rows, const Case& one, Instant now);

struct CasePointer {
  PersonId signer;
  std::uint64_t running = 0;
};
[[nodiscard]] std::optional<CasePointer> load_pointer(const Vault& vault, const Rows& rows,
                                                      std::uint64_t number);
// Counts it, lists it as the signer's, and points to it. Answers with its number among all.
[[nodiscard]] std::uint64_t list_case(Vault& vault, RowLayer& rows, const PersonId& person,
                                      const CasePointer& pointer, Instant now);
// The signer's numbers, oldest first.
[[nodiscard]] std::vector<std::uint64_t> load_numbers(const Vault& vault, const Rows& rows,
                                                      const PersonId& signer);

void store_message(Vault& vault, RowLayer& rows, const Case& one, std::uint64_t number,
                   const Written& written, Instant now);
[[nodiscard]] std::optional<Written> load_message(const Vault& vault, const Rows& rows,
                                                  const Case& one, std::uint64_t number);

}  // namespace sayso::app
