// Records of a made-up person, the same in every run: keys, ids and times are written out.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/instant.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/request_record.h"

namespace sayso::test {

inline crypto::SigningKey sample_key(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

inline std::string sample_id(std::uint8_t number) {
  encoding::IdBytes bytes{};
  bytes.fill(number);
  return encoding::encode_id(bytes);
}

// 2026-03-02T10:15:00Z and so many seconds.
inline Instant sample_time(std::int64_t seconds = 0) { return Instant{1'772'446'500 + seconds}; }

inline protocol::RecordCommon sample_common(std::uint8_t person, std::uint8_t record) {
  protocol::RecordCommon common;
  common.id = RecordId(sample_id(record));
  common.person = PersonId(sample_id(person));
  common.expressed_by = {common.person, protocol::Role::Self};
  common.notice.id = "turnaround";
  common.notice.version = "2026-02";
  common.notice.hash.fill(0x4e);
  common.notice.language = "en-GB";
  common.shown.fill(0x51);
  common.client_version = "0.1.0";
  common.device_time = sample_time();
  common.nonce.fill(record);
  return common;
}

inline protocol::ConsentRecord sample_consent(std::uint8_t person, std::uint8_t record) {
  protocol::ConsentRecord consent;
  consent.common = sample_common(person, record);
  consent.choices = {
      {PurposeId("join-up"), OrganisationId("nhs"), protocol::Decision::Agreed},
      {PurposeId("join-up"), OrganisationId("police"), protocol::Decision::Refused},
      {PurposeId("study"), OrganisationId("dclg"), protocol::Decision::Withdrawn},
  };
  consent.retention = "P5Y";
  consent.withdrawal = "https://sayso.example/home";
  return consent;
}

inline protocol::RequestRecord sample_request(std::uint8_t person, std::uint8_t record) {
  protocol::RequestRecord request;
  request.common = sample_common(person, record);
  request.kind = protocol::RequestKind::Object;
  request.purpose = PurposeId("find-and-support");
  request.organisation = OrganisationId("turnaround-plus");
  request.text = "Nobody asked me \u2013 please stop.";
  return request;
}

inline protocol::EnrolmentRecord sample_enrolment(const crypto::SigningKey& key,
                                                  std::uint8_t record) {
  protocol::EnrolmentRecord enrolment;
  enrolment.id = RecordId(sample_id(record));
  enrolment.key = key.public_key();
  enrolment.device_time = sample_time(-60);
  enrolment.nonce.fill(record);
  return enrolment;
}

}  // namespace sayso::test
