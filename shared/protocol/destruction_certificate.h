// What was destroyed, when, and what nobody can open any more: kept by the council, its hash in the
// log. docs/formats/destruction.md.
//
// One for each person and class of data. Names the person by id, so it is not for everybody's eyes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

struct DestructionCertificate {
  RecordId id;
  // Before the keys were destroyed; the statement in the log has the time afterwards.
  Instant decided;
  PersonId person;
  // A slug: "evidence", "requests", "profile".
  std::string data_class;
  // Of the data keys that are gone: by when each was to be destroyed, `YYYY-MM`, in order, at least
  // one.
  std::vector<std::string> months;
  std::uint64_t rows = 0;
  // Entries of the log among those rows, in order.
  std::vector<EntryIndex> entries;
};

// Precondition: the bounds above.
[[nodiscard]] encoding::Json encode_certificate(const DestructionCertificate& certificate);
[[nodiscard]] Expected<DestructionCertificate, encoding::FieldProblem> decode_certificate(
    const encoding::Json& json);

// SHA-256 of the canonical form: what the statement in the log carries.
[[nodiscard]] Digest certificate_hash(const DestructionCertificate& certificate);

}  // namespace sayso::protocol
