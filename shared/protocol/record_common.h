// What every record of a person's will carries, whatever it decides or asks for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/encoding/json.h"

namespace sayso::protocol {

enum class Role {
  Self,                    // about oneself
  ParentalResponsibility,  // for a child under 13
};

// Who expressed the will that the record holds. For Self it is the person that the record is about.
struct ExpressedBy {
  PersonId person;
  Role role = Role::Self;
};

// Which words were in force. Bounds: id a slug, version 1–40 bytes, language a BCP 47 tag of at
// most 35 bytes.
struct NoticeReference {
  std::string id;
  std::string version;
  Digest hash{};
  std::string language;
};

enum class Route { Home, Kiosk, Assisted, Paper };

using Nonce = ByteArray<16>;

struct RecordCommon {
  RecordId id;
  // Whom it is about.
  PersonId person;
  ExpressedBy expressed_by;
  NoticeReference notice;
  // shown_hash() of the questions and answers.
  Digest shown{};
  Route route = Route::Home;
  // 1–40 bytes.
  std::string client_version;
  // As the device has it: may be years off.
  Instant device_time;
  // record_hash() of the newest consent or request record that the same key signed; none for its
  // first. Enrolments are no part of this chain.
  std::optional<Digest> previous;
  Nonce nonce{};
};

// SHA-256 of the canonical form of a secured record, its proof included: what `previous` names.
[[nodiscard]] Digest record_hash(const encoding::Json& secured);

// For people to read out: the first 50 bits of the record hash as ten Crockford characters,
// `7QK3M-0XR5T`. Finds a record among a person's own; proves nothing.
[[nodiscard]] std::string record_reference(const Digest& record_hash);

}  // namespace sayso::protocol
