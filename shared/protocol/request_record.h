// The request record: what a person asks of the council, signed; an objection is one.
// docs/formats/request.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "shared/base/expected.h"
#include "shared/base/tagged.h"
#include "shared/crypto/ed25519.h"
#include "shared/domain/request.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/record_common.h"

namespace sayso::protocol {

enum class RequestKind {
  See,  // subject access
  Correct,
  Delete,
  Limit,
  Object,
  Move,  // take it elsewhere
  Complain,
  Ask,
};

inline constexpr std::size_t kMaxRequestTextBytes = 4000;
inline constexpr std::size_t kMaxItemReferenceBytes = 64;

// One item that the council holds, by its source and the source's own name for it: printable ASCII,
// 1 to kMaxItemReferenceBytes.
struct ItemReference {
  OrganisationId source;
  std::string reference;
};

struct RequestRecord {
  RecordCommon common;
  RequestKind kind = RequestKind::Ask;
  // What it is about, where it is about something in particular. An organisation needs a purpose.
  std::optional<PurposeId> purpose;
  std::optional<OrganisationId> organisation;
  std::optional<ItemReference> item;
  // Where in the log a use stands.
  std::optional<EntryIndex> use;
  // In the person's own words; empty = none given. At most kMaxRequestTextBytes of valid UTF-8
  // without U+0000.
  std::string text;
};

// What it asks, in the terms of the clocks, and about what.
[[nodiscard]] domain::RequestKind meaning_of(RequestKind kind);
[[nodiscard]] domain::RequestSubject subject_of(const RequestRecord& record);

// Without a proof. Precondition: the bounds above.
[[nodiscard]] encoding::Json encode_request_record(const RequestRecord& record);
// Of a document without its proof.
[[nodiscard]] Expected<RequestRecord, encoding::FieldProblem> decode_request_record(
    const encoding::Json& document);

// The record, secured; the proof is dated with the device time.
[[nodiscard]] encoding::Json sign_request_record(const RequestRecord& record,
                                                 const crypto::SigningKey& key);

}  // namespace sayso::protocol
