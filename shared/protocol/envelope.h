// The envelope: what an entry of the log commits to. docs/formats/entry.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

enum class EntryType { Consent, Request, Enrolment, Revocation };

// Where the enrolment of the signing key stands in the log.
struct EnrolmentReference {
  EntryIndex index;
  // merkle::leaf_hash of the enrolment's leaf.
  Digest leaf_hash{};
  friend bool operator==(const EnrolmentReference& a, const EnrolmentReference& b) {
    return a.index == b.index && a.leaf_hash == b.leaf_hash;
  }
};

// How the council knows who holds a key.
enum class Assurance {
  Letter,    // an invitation by post: opens the notice and the choices
  Confirmed  // a key worker confirmed the person
};

struct Envelope {
  EntryType type = EntryType::Consent;
  // Secured, except for a Revocation.
  encoding::Json record;
  Instant server_time;
  // Counts, from 1, the entries of the person who signed (of whose key it is, for Enrolment and
  // Revocation). Never counted per child: a gap would tell one parent that the other acted.
  std::uint64_t running = 1;
  // The key's enrolment. Absent for an Enrolment, present for the others.
  std::optional<EnrolmentReference> enrolment;
  // Whose key. Present for Enrolment and Revocation; for the others the record says it.
  std::optional<PersonId> person;
  // Present for an Enrolment.
  std::optional<Assurance> assurance;
};

// Precondition: members are present as said above.
[[nodiscard]] encoding::Json encode_envelope(const Envelope& envelope);
// The members, their presence, and that the record is of the type; not the record's content or
// signature.
[[nodiscard]] Expected<Envelope, encoding::FieldProblem> decode_envelope(
    const encoding::Json& json);

// The canonical bytes that the leaf commits to.
[[nodiscard]] std::string envelope_text(const Envelope& envelope);

[[nodiscard]] std::string_view name_of(EntryType type);

}  // namespace sayso::protocol
