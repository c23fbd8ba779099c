#include "shared/protocol/envelope.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/crypto/hash.h"
#include "shared/protocol/leaf.h"
#include "shared/protocol/revocation_record.h"
#include "tests/support/small_log.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

Envelope sample(EntryType type) {
  const test::SampleLog sample;
  if (type == EntryType::Enrolment) return sample.log.open(sample.enrolment).envelope;
  Envelope envelope = sample.log.open(sample.consent).envelope;
  envelope.type = type;
  if (type == EntryType::Request)
    envelope.record = sign_request_record(test::sample_request(1, 12), sample.key);
  if (type == EntryType::Revocation) {
    envelope.record = encode_revocation_record(
        {RecordId(test::sample_id(20)), sample.key.public_key(), RevocationReason::Lost});
    envelope.person = PersonId(test::sample_id(1));
  }
  return envelope;
}

std::string fault_at(const Json& json) {
  const auto decoded = decode_envelope(json);
  REQUIRE_FALSE(decoded.has_value());
  return decoded.error().pointer;
}

Json with(Json json, const std::string& name, Json value) {
  json.object()->insert_or_assign(name, std::move(value));
  return json;
}

constexpr EntryType kTypes[] = {EntryType::Consent, EntryType::Request, EntryType::Enrolment,
                                EntryType::Revocation};

TEST_CASE("an envelope of every type comes back as the same bytes") {
  for (const EntryType type : kTypes) {
    CAPTURE(name_of(type));
    const Json json = encode_envelope(sample(type));
    const auto decoded = decode_envelope(json);
    REQUIRE(decoded.has_value());
    CHECK(decoded->type == type);
    CHECK(encode_envelope(*decoded) == json);
  }
}

TEST_CASE("an envelope has the members of its type and no others") {
  for (const EntryType type : kTypes) {
    CAPTURE(name_of(type));
    const Json json = encode_envelope(sample(type));
    for (const auto& [name, value] : *json.object()) {
      const auto& member = name;
      CAPTURE(member);
      Json shorter = json;
      shorter.object()->erase(name);
      CHECK_FALSE(decode_envelope(shorter).has_value());
      CHECK_FALSE(decode_envelope(with(json, name, true)).has_value());
    }
    CHECK(fault_at(with(json, "note", "x")) == "/note");
  }
  CHECK(fault_at(with(encode_envelope(sample(EntryType::Consent)), "assurance", "letter")) ==
        "/assurance");
}

TEST_CASE("a record of another type than the envelope says is refused") {
  for (const EntryType type : kTypes)
    for (const EntryType other : kTypes) {
      if (type == other) continue;
      const Json record = encode_envelope(sample(other)).object()->find("record")->second;
      CHECK(fault_at(with(encode_envelope(sample(type)), "record", record)) == "/record");
    }
}

TEST_CASE("the running number counts from one") {
  const Json json = encode_envelope(sample(EntryType::Consent));
  CHECK(fault_at(with(json, "running", std::int64_t{0})) == "/running");
  CHECK(fault_at(with(json, "running", std::int64_t{-1})) == "/running");
  CHECK(decode_envelope(with(json, "running", (std::int64_t{1} << 53) - 1)).has_value());
}

TEST_CASE("the leaf is the HMAC of the canonical envelope under the salt") {
  const Envelope envelope = sample(EntryType::Consent);
  Salt salt{};
  salt.fill(9);
  const std::string text = envelope_text(envelope);
  CHECK(text == encoding::encode_canonical(encode_envelope(envelope)));
  CHECK(commit(envelope, salt) == crypto::hmac_sha256(salt, as_bytes(text)));
  Salt other = salt;
  other[31] = 8;
  CHECK(commit(envelope, other) != commit(envelope, salt));
}

}  // namespace
}  // namespace sayso::protocol
