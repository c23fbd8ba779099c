// Statements: entries that the council makes by itself: a notice was published, information was
// used, a request was answered, something was destroyed, a person was confirmed, an organisation
// stopped, an account of the team changed.
// docs/formats/entry.md.
//
// Nobody's key signs them: being in the log is what holds the council to them. Their leaf commits
// to statement_text() as other leaves do to their envelope's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/record_common.h"

namespace sayso::protocol {

// From now on people are asked with these words.
struct NoticePublished {
  NoticeReference notice;
};

enum class UseKind { Viewed, Joined, Disclosed };

inline constexpr std::size_t kMaxUseChoices = 16;

struct Used {
  UseKind kind = UseKind::Viewed;
  // Who: what they are, never a name; and for whom.
  std::string role;
  OrganisationId organisation;
  // What: kinds of information as the notice has them. 1–32, none twice.
  std::vector<std::string> information;
  // Why, and under what: the records of the choices in force, in the order of their hashes, none
  // twice, at most kMaxUseChoices; none where the basis of the purpose is another than consent.
  PurposeId purpose;
  std::vector<Digest> choices;
};

// How a request goes on: somebody looks at it, the council asks the person something, and so on.
enum class OutcomeKind { Looking, Waiting, Extended, Done, Refused };

struct RequestAnswered {
  // record_hash() of the request.
  Digest request{};
  OutcomeKind kind = OutcomeKind::Done;
};

struct Destroyed {
  // What was destroyed, as a class of data: "held", "requests", "evidence".
  std::string data_class;
  // Of the certificate that says how.
  Digest certificate{};
};

// A key is held by the person whose it is said to be: somebody of the team has seen them, or rung
// them on a known number.
struct KeyConfirmed {
  // merkle::leaf_hash of the key's enrolment.
  Digest enrolment{};
  // What they are who confirmed it, never a name.
  std::string role;
};

enum class StopStep { Told, Stopped, Deleted };

// An organisation that was sent something, and told to stop, says how far it has come.
struct StopAcknowledged {
  OrganisationId organisation;
  PurposeId purpose;
  StopStep step = StopStep::Told;
};

enum class StaffStep { Added, RoleChanged, Reset, Revoked };

// What became of an account of the team, and in which role it is from then on.
struct StaffChanged {
  // Drawn for the account; says nothing about whose it is.
  RecordId account;
  StaffStep step = StaffStep::Added;
  std::string role;
};

struct Statement {
  RecordId id;
  std::variant<NoticePublished, Used, RequestAnswered, Destroyed, KeyConfirmed, StopAcknowledged,
               StaffChanged>
      what;
  Instant server_time;
  // In the series of the person whom it is about, among their own entries; of a published notice,
  // among the notices; of an account of the team, among what was said of those.
  std::uint64_t running = 1;
  // Whom it is about; nothing for a published notice and for an account of the team, and only for
  // those.
  std::optional<PersonId> person;
};

// Precondition: the bounds above; slugs as the notice has them.
[[nodiscard]] encoding::Json encode_statement(const Statement& statement);
[[nodiscard]] Expected<Statement, encoding::FieldProblem> decode_statement(
    const encoding::Json& json);

// The canonical bytes that the leaf commits to.
[[nodiscard]] std::string statement_text(const Statement& statement);

}  // namespace sayso::protocol
