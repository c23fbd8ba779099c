#include "tests/tools/crash/phone.h"

#include <algorithm>
#include <ctime>
#include <map>

#include "shared/encoding/crockford.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/sign_in.h"
#include "shared/protocol/verify_receipt.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::crash {
namespace {

using encoding::Json;

Instant now() { return Instant{static_cast<std::int64_t>(std::time(nullptr))}; }

protocol::Receipt decode(const Json& receipt) {
  const auto decoded = protocol::decode_receipt(receipt);
  demand(decoded.has_value(), "a receipt cannot be read");
  return *decoded;
}

std::string id_of(const Json& record) { return text_of(record, "dct:identifier"); }

}  // namespace

Json parse(const std::string& text) {
  auto json = encoding::decode_json(text, {64 * 1024 * 1024, 32});
  demand(json.has_value(), "an answer is no JSON of ours: " + text.substr(0, 200));
  return std::move(*json);
}

const Json& member(const Json& json, std::string_view name) {
  const auto* found = json.find(name);
  demand(found != nullptr, "an answer lacks " + std::string(name));
  return *found;
}

const std::string& text_of(const Json& json, std::string_view name) {
  const auto* text = member(json, name).string();
  demand(text != nullptr, std::string(name) + " is no text");
  return *text;
}

template <class Array>
void Phone::draw(Array& bytes) {
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
}

Phone::Phone(std::string code, std::uint64_t seed)
    : random_(seed), code_(std::move(code)), key_([this] {
        crypto::Seed bytes{};
        draw(bytes);
        return crypto::SigningKey::from_seed(bytes);
      }()) {
  protocol::EnrolmentRecord record;
  encoding::IdBytes id{};
  draw(id);
  draw(record.nonce);
  record.id = RecordId(encoding::encode_id(id));
  record.key = key_.public_key();
  record.device_time = now();
  enrolment_ =
      Json::Object{{"code", code_}, {"record", protocol::sign_enrolment_record(record, key_)}};
}

bool Phone::enrol(Client& client) {
  const auto answer = client.post("/api/enrolments", encode_canonical(enrolment_));
  if (!answer) return false;
  demand(answer->status == 200 || answer->status == 201, "enrolling: " + answer->body);
  const Json json = parse(answer->body);
  const Json& receipt = member(json, "receipt");
  if (!enrolment_receipt_) enrolled_at_ = std::chrono::steady_clock::now();
  if (enrolment_receipt_) {
    demand(answer->status == 200, "an acknowledged enrolment was forgotten");
    demand(member(*enrolment_receipt_, "entry") == member(receipt, "entry"),
           "an acknowledged enrolment changed");
  }
  enrolment_receipt_ = receipt;
  session_ = answer->session();
  person_ = text_of(member(json, "person"), "id");
  return true;
}

// The server takes the same enrolment again for ten minutes. A run that the machine slows down
// lasts longer.
bool Phone::is_enrolment_fresh() const {
  return !enrolment_receipt_ ||
         std::chrono::steady_clock::now() - enrolled_at_ < std::chrono::minutes(5);
}

Json Phone::make_record(const KnownNotice& known) {
  protocol::ConsentRecord record;
  encoding::IdBytes id{};
  draw(id);
  draw(record.common.nonce);
  record.common.id = RecordId(encoding::encode_id(id));
  record.common.person = PersonId(person_);
  record.common.expressed_by = {record.common.person, protocol::Role::Self};
  record.common.notice = {known.notice.id, std::to_string(known.notice.version), known.hash,
                          known.notice.language};
  record.common.client_version = "crash-test";
  record.common.device_time = now();
  record.common.previous = head_;
  record.retention = "P5Y";
  record.withdrawal = "/home";
  for (const domain::Purpose& purpose : known.notice.purposes) {
    if (domain::remedy_of(purpose) != domain::Remedy::AgreeOrRefuse) continue;
    for (const domain::Question& question : purpose.questions) {
      const auto decision =
          random_() % 2 != 0 ? protocol::Decision::Agreed : protocol::Decision::Refused;
      record.choices.push_back({purpose.id, question.organisation, decision});
    }
  }
  return protocol::sign_consent_record(record, key_);
}

void Phone::accept(const Json& record, const Answer& answer) {
  const Json json = parse(answer.body);
  const Json& receipt = member(json, "receipt");
  const auto decoded = decode(receipt);
  acknowledged_.push_back({record, receipt, decoded.entry.index});
  const auto note = protocol::decode_note(decoded.checkpoint);
  demand(note.has_value(), "a receipt's checkpoint is no note");
  const auto checkpoint = protocol::decode_checkpoint(note->text);
  demand(checkpoint.has_value(), "a receipt's checkpoint cannot be read");
  checkpoints_.push_back(*checkpoint);
  head_ = protocol::record_hash(record);
}

bool Phone::submit(Client& client, const KnownNotice& notice) {
  if (!unanswered_) unanswered_ = make_record(notice);
  const auto answer = client.post("/api/records", encode_canonical(*unanswered_), session_);
  if (!answer) return false;
  demand(answer->status == 201, "submitting: " + answer->body);
  accept(*unanswered_, *answer);
  unanswered_.reset();
  return true;
}

void Phone::work(std::uint16_t port, const KnownNotice& notice, const std::atomic<bool>& stop) {
  Client client(port);
  if (!enrolment_receipt_ && !enrol(client)) return;
  while (!stop && submit(client, notice)) continue;
}

void Phone::sign_in(Client& client) {
  const Json ask = Json::Object{{"key", protocol::encode_multikey(key_.public_key())}};
  const auto challenge = client.post("/api/challenges", encode_canonical(ask));
  demand(challenge && challenge->status == 201, "no challenge");
  const Json given = parse(challenge->body);
  const Json proof =
      protocol::sign_sign_in({text_of(given, "challenge"), text_of(given, "domain"), now()}, key_);
  const auto answer = client.post("/api/sessions", encode_canonical(proof));
  demand(answer && answer->status == 201, "an enrolled key cannot sign in");
  session_ = answer->session();
}

void Phone::compare(const Json& me, const protocol::VerifierKey& key) {
  std::map<std::string, std::vector<const Json*>> by_id;
  for (const Json& receipt : *member(me, "entries").array())
    by_id[id_of(member(member(receipt, "entry"), "record"))].push_back(&receipt);
  for (const auto& [record, receipt, index] : acknowledged_) {
    const auto& found = by_id[id_of(record)];
    demand(!found.empty(), "lost: an acknowledged record is not there");
    demand(found.size() == 1, "doubled: a record is there more than once");
    const auto decoded = decode(*found.front());
    demand(decoded.entry.index == index, "moved: a record has another index");
    demand(member(*found.front(), "entry") == member(receipt, "entry"),
           "changed: an entry is not what was acknowledged");
    demand(protocol::verify_receipt(decoded, key).has_value(), "a receipt does not verify");
    by_id.erase(id_of(record));
  }
  const std::string unanswered = unanswered_ ? id_of(*unanswered_) : std::string();
  for (const auto& [id, receipts] : by_id)
    demand(id == unanswered && receipts.size() == 1, "there is a record that nobody sent");
}

void Phone::send_again(Client& client, bool is_there) {
  if (unanswered_) {
    const auto answer = client.post("/api/records", encode_canonical(*unanswered_), session_);
    demand(answer && answer->status == (is_there ? 200 : 201),
           "sending again what had no answer: " + (answer ? answer->body : "no answer"));
    accept(*unanswered_, *answer);
    unanswered_.reset();
  }
  if (acknowledged_.empty()) return;
  const auto& old = acknowledged_[random_() % acknowledged_.size()];
  const auto answer = client.post("/api/records", encode_canonical(old.record), session_);
  demand(answer && answer->status == 200, "a repeat is not known as one");
  const Json json = parse(answer->body);
  demand(member(member(json, "receipt"), "entry") == member(old.receipt, "entry"),
         "a repeat is answered with another entry");
}

void Phone::check(std::uint16_t port, const protocol::VerifierKey& key) {
  Client client(port);
  if (is_enrolment_fresh()) demand(enrol(client), "the server went away");
  sign_in(client);
  const auto answer = client.get("/api/me", session_);
  demand(answer && answer->status == 200, "somebody signed in is not told who they are");
  const Json me = parse(answer->body);
  compare(me, key);
  const auto there = member(me, "entries").array()->size();
  send_again(client, there > acknowledged_.size());
}

std::vector<protocol::Checkpoint> Phone::take_checkpoints() {
  return std::exchange(checkpoints_, {});
}

}  // namespace sayso::crash
