// Destroying data before or at its time, by destroying keys, with a certificate whose hash enters
// the log. docs/operations.md, docs/formats/destruction.md.
//
// Three steps: what is to go is certified and kept as planned; the keys are destroyed; the log says
// so and the rows are buried. A run that was cut off anywhere is ended by finish_shred(), so what
// the log says is always true: it never certifies what could still be opened.
//
// For a tool that has the keyring and the store alone: none of this may run beside a server.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "server/app/desk.h"
#include "server/app/key_care.h"
#include "server/app/vault.h"
#include "shared/protocol/destruction_certificate.h"

namespace sayso::app {

// A person, a month, a class of one of them, or a class of one person's in one month; at least a
// person or a month.
struct ShredScope {
  std::optional<PersonId> person;
  std::optional<DataClass> data_class;
  std::optional<Month> month;
};

enum class ShredError {
  NothingThere,
  // Something in the scope or beside it does not open although it should: `log fsck` says what.
  Unreadable,
  // Data is destroyed by the end of that month, and it is not over: give a person, too.
  NotYet,
  // An earlier one was cut off, and has to be finished first.
  Unfinished,
  Storage,
};

struct ShredDesk {
  Store& store;
  KeyCare& keyring;
  Clock& clock;
  Random& random;
  // log_name, cover and publishing.
  const Settings& settings;
};

// What would be certified. Changes nothing.
[[nodiscard]] Expected<std::vector<protocol::DestructionCertificate>, ShredError> plan_shred(
    const ShredDesk& desk, const ShredScope& scope);

// Each certificate is there when it is in the log.
[[nodiscard]] Expected<std::vector<protocol::DestructionCertificate>, ShredError> shred(
    const ShredDesk& desk, const ShredScope& scope);

// Whether a run was cut off: nobody may write anything but finish_shred().
[[nodiscard]] bool is_shred_unfinished(const Vault& vault, const Rows& rows);
// Ends it; nothing where there is none.
[[nodiscard]] Expected<std::vector<protocol::DestructionCertificate>, ShredError> finish_shred(
    const ShredDesk& desk);

struct KeptCertificate {
  protocol::DestructionCertificate certificate;
  // Of its statement in the person's series; nothing before the keys are gone.
  std::optional<std::uint64_t> running;
};

// Nothing where the row is no certificate.
[[nodiscard]] std::optional<KeptCertificate> load_certificate(const Vault& vault, const Rows& rows,
                                                              const RowAddress& address);

[[nodiscard]] std::string_view name_of(DataClass data_class);

}  // namespace sayso::app
