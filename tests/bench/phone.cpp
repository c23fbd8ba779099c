#include "tests/bench/phone.h"

#include <algorithm>
#include <ctime>

#include "shared/domain/notice.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/record.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

using crash::demand;
using encoding::Json;

Instant now() { return Instant{static_cast<std::int64_t>(std::time(nullptr))}; }

}  // namespace

template <class Array>
void Phone::draw(Array& bytes) {
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
}

Phone::Phone(std::string code, std::uint64_t seed, std::uint16_t port)
    : random_(seed), code_(std::move(code)), port_(port), key_([this] {
        crypto::Seed bytes{};
        draw(bytes);
        return crypto::SigningKey::from_seed(bytes);
      }()) {}

void Phone::enrol(crash::Client& client) {
  protocol::EnrolmentRecord record;
  encoding::IdBytes id{};
  draw(id);
  draw(record.nonce);
  record.id = RecordId(encoding::encode_id(id));
  record.key = key_.public_key();
  record.device_time = now();
  const Json body =
      Json::Object{{"code", code_}, {"record", protocol::sign_enrolment_record(record, key_)}};
  const auto answer = client.post("/api/enrolments", encode_canonical(body));
  demand(answer && answer->status == 201, "a phone cannot enrol");
  const auto json = encoding::decode_json(answer->body);
  const Json* person = json ? json->find("person") : nullptr;
  const Json* name = person ? person->find("id") : nullptr;
  demand(name && name->string(), "an enrolment's answer does not say whose");
  person_ = *name->string();
  session_ = answer->session();
}

Json Phone::make_record(const app::NoticeVersion& version, std::string& id) {
  const domain::Notice& notice = *version.notice;
  protocol::ConsentRecord record;
  encoding::IdBytes id_bytes{};
  draw(id_bytes);
  draw(record.common.nonce);
  id = encoding::encode_id(id_bytes);
  record.common.id = RecordId(id);
  record.common.person = PersonId(person_);
  record.common.expressed_by = {record.common.person, protocol::Role::Self};
  const auto hash = decode_hex(version.hash);
  demand(hash && hash->size() == 32, "the notice has no hash");
  Digest digest{};
  std::copy(hash->begin(), hash->end(), digest.begin());
  record.common.notice = {notice.id, std::to_string(notice.version), digest, notice.language};
  record.common.client_version = "bench";
  record.common.device_time = now();
  record.common.previous = head_;
  record.retention = "P5Y";
  record.withdrawal = "/home";
  for (const domain::Purpose& purpose : notice.purposes) {
    if (domain::remedy_of(purpose) != domain::Remedy::AgreeOrRefuse) continue;
    for (const domain::Question& question : purpose.questions)
      record.choices.push_back(
          {purpose.id, question.organisation,
           random_() % 2 != 0 ? protocol::Decision::Agreed : protocol::Decision::Refused});
  }
  return protocol::sign_consent_record(record, key_);
}

void Phone::sign_ahead(const app::NoticeVersion& notice, std::size_t wanted) {
  while (signed_.size() - sent_ < wanted) {
    Request request;
    const Json record = make_record(notice, request.record_id);
    const std::string body = encode_canonical(record);
    request.text = "POST /api/records HTTP/1.1\r\n" + fields() +
                   "Content-Type: application/json\r\nSayso-Client: 1\r\nContent-Length: " +
                   std::to_string(body.size()) + "\r\n\r\n" + body;
    head_ = protocol::record_hash(record);
    signed_.push_back(std::move(request));
  }
}

const Request* Phone::next() { return sent_ == signed_.size() ? nullptr : &signed_[sent_++]; }

void Phone::forget_sent() {
  signed_.erase(signed_.begin(), signed_.begin() + static_cast<std::ptrdiff_t>(sent_));
  sent_ = 0;
}

std::string Phone::fields() const {
  return "Host: localhost:" + std::to_string(port_) + "\r\nCookie: __Host-sayso=" + session_ +
         "\r\n";
}

Request Phone::read(std::string_view path) const {
  return {"GET " + std::string(path) + " HTTP/1.1\r\n" + fields() + "\r\n", {}};
}

}  // namespace sayso::bench
