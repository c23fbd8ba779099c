// What the formats of this folder write and read alike: context, type and version, ids, hashes,
// names of enumerators. Inside the folder only.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/base/check.h"
#include "shared/base/instant.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"
#include "shared/protocol/record_common.h"

namespace sayso::protocol {

// Type and version of a document. `type` is a term of DPV where there is one.
struct DocumentKind {
  std::string_view type;
  std::string_view format;
};

inline constexpr DocumentKind kConsentKind{"dpv:ConsentRecord", "sayso/consent-record/v1"};
inline constexpr DocumentKind kRequestKind{"dpv:RightExerciseRecord", "sayso/request-record/v1"};
inline constexpr DocumentKind kEnrolmentKind{"KeyEnrolment", "sayso/enrolment-record/v1"};
inline constexpr DocumentKind kRevocationKind{"KeyRevocation", "sayso/revocation-record/v1"};
inline constexpr DocumentKind kSignInKind{"SignIn", "sayso/sign-in/v1"};

// An object that begins with context, type and format.
[[nodiscard]] encoding::Json::Object begin_document(const DocumentKind& kind);
void read_kind(encoding::Fields& fields, const DocumentKind& kind);
// Whether a document says that it is of this kind; nothing else about it is known then.
[[nodiscard]] bool claims_kind(const encoding::Json& document, const DocumentKind& kind);

void write_common(encoding::Json::Object& object, const RecordCommon& common);
[[nodiscard]] RecordCommon read_common(encoding::Fields& fields);

// `[a-z0-9-]{1,40}`.
[[nodiscard]] bool is_slug(std::string_view text);

// Each reads a member, and refuses it where it is anything else than what the encoders write.
[[nodiscard]] std::string read_bounded(encoding::Fields& fields, std::string_view name,
                                       std::size_t most_bytes);
[[nodiscard]] std::string read_slug(encoding::Fields& fields, std::string_view name);
[[nodiscard]] std::string read_id(encoding::Fields& fields, std::string_view name);
[[nodiscard]] Instant read_instant(encoding::Fields& fields, std::string_view name);
[[nodiscard]] crypto::PublicKey read_key(encoding::Fields& fields, std::string_view name);

template <std::size_t N>
[[nodiscard]] ByteArray<N> read_hex(encoding::Fields& fields, std::string_view name) {
  ByteArray<N> value{};
  const auto bytes = decode_hex(fields.text(name));
  if (!bytes || bytes->size() != N) {
    fields.refuse(name);
    return value;
  }
  for (std::size_t i = 0; i < N; ++i) value[i] = (*bytes)[i];
  return value;
}

// An enumerator and its name in a document.
template <class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

template <class Enum, std::size_t N>
[[nodiscard]] std::string_view find_name(const Names<Enum, N>& names, Enum value) {
  for (const auto& [candidate, name] : names)
    if (candidate == value) return name;
  BUG("an enumerator without a name");
  return {};
}

template <class Enum, std::size_t N>
[[nodiscard]] Enum read_enum(encoding::Fields& fields, std::string_view member,
                             const Names<Enum, N>& names) {
  const std::string text = fields.text(member);
  for (const auto& [value, name] : names)
    if (name == text) return value;
  fields.refuse(member);
  return names.front().first;
}

}  // namespace sayso::protocol
