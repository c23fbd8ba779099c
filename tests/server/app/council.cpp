#include "tests/server/app/council.h"

#include <algorithm>

#include "server/app/sequencer.h"
#include "server/app/wait.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/sign_in.h"
#include "tests/support/shipped_content.h"

namespace sayso::app::test {

using encoding::Json;

Instant StillClock::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

void StillClock::pass(std::int64_t seconds) {
  const std::lock_guard lock(mutex_);
  now_.unix_seconds += seconds;
}

void RepeatingRandom::fill(std::span<std::uint8_t> bytes) {
  const std::lock_guard lock(mutex_);
  while (!bytes.empty()) {
    const std::string name = "random " + std::to_string(counter_++);
    const Digest block = crypto::sha256(as_bytes(name));
    const std::size_t count = std::min(block.size(), bytes.size());
    std::copy_n(block.begin(), count, bytes.begin());
    bytes = bytes.subspan(count);
  }
}

void RepeatingRandom::part_ways(std::uint64_t branch) {
  const std::lock_guard lock(mutex_);
  counter_ += branch << 40;
}

Notices shipped_notices() {
  const std::string file = sayso::test::shipped_notice_text();
  const auto canonical = encoding::canonical_notice(file);
  REQUIRE(canonical.has_value());
  const std::string hash = encode_hex(crypto::sha256(as_bytes(*canonical)));
  Notices notices;
  notices.add({std::make_shared<domain::Notice>(sayso::test::shipped_notice()), hash,
               "/notices/" + hash + ".json"});
  notices.make_current(hash);
  return notices;
}

Settings Council::quick_settings() {
  Settings settings;
  settings.log_name = "council.example/log";
  settings.domain = "https://council.example";
  settings.cover_seconds = 0;
  return settings;
}

Council::Council(Store* other_store, Settings settings) {
  const crypto::SecretKey master{1};
  keyring = std::move(*keyring::LayeredKeyring::open(shelf, master, random, keyring::Start::First));
  Store& store = other_store != nullptr ? *other_store : memory;
  desk = std::make_unique<Desk>(std::move(settings), shipped_notices(), store, *keyring, clock,
                                random);
  portal = std::make_unique<Portal>(*desk);
  office = std::make_unique<Office>(*desk);
}

PersonId Council::admit(const std::string& name, Date born) {
  const auto id = office->admit({name, born});
  REQUIRE(id.has_value());
  return *id;
}

std::string Council::invite(const PersonId& person) {
  const auto code = office->invite(person);
  REQUIRE(code.has_value());
  return *code;
}

protocol::VerifierKey Council::log_key() const {
  const auto key = protocol::decode_vkey(portal->log_key());
  REQUIRE(key.has_value());
  return *key;
}

void Council::tick_and_wait() {
  desk->tick();
  // Whatever is posted after the tick is done in the same batch or a later one.
  const auto done =
      run_and_wait<void>(desk->sequencer(), [](Unit&) -> Outcome<std::function<Outcome<void>()>> {
        return [] { return Outcome<void>(); };
      });
  REQUIRE(done.has_value());
}

Phone::Phone(Council& at, std::uint8_t key_number)
    : council(at), key([&] {
        crypto::Seed seed{};
        seed.fill(key_number);
        return crypto::SigningKey::from_seed(seed);
      }()) {}

Outcome<Enrolled> Phone::enrol(const std::string& code) {
  protocol::EnrolmentRecord record;
  encoding::IdBytes id{};
  council.random.fill(id);
  council.random.fill(record.nonce);
  record.id = RecordId(encoding::encode_id(id));
  record.key = key.public_key();
  record.device_time = council.clock.now();
  const Json body =
      Json::Object{{"code", code}, {"record", protocol::sign_enrolment_record(record, key)}};
  auto outcome = wait_for<Enrolled>([&](auto done) { council.portal->enrol(body, done); });
  if (outcome) {
    session = outcome->session;
    person = PersonId(text(member(outcome->answer, "person"), "id"));
  }
  return outcome;
}

void Phone::must_enrol(const PersonId& who) {
  const auto outcome = enrol(council.invite(who));
  REQUIRE(outcome.has_value());
  REQUIRE(person == who);
}

Outcome<SignedIn> Phone::sign_in() {
  const std::string multikey = protocol::encode_multikey(key.public_key());
  const auto challenge = council.portal->challenge(Json::Object{{"key", multikey}});
  REQUIRE(challenge.has_value());
  const Json body = protocol::sign_sign_in(
      {text(*challenge, "challenge"), text(*challenge, "domain"), council.clock.now()}, key);
  auto outcome = wait_for<SignedIn>([&](auto done) { council.portal->sign_in(body, done); });
  if (outcome) session = outcome->session;
  return outcome;
}

Outcome<Submitted> Phone::submit(const Json& record) {
  auto outcome =
      wait_for<Submitted>([&](auto done) { council.portal->submit(session, record, done); });
  if (outcome) head = protocol::record_hash(record);
  return outcome;
}

Json Phone::me() {
  const auto answer = council.portal->me(session);
  REQUIRE(answer.has_value());
  return *answer;
}

Json answer_of(const Submitted& submitted) {
  auto json = encoding::decode_json(submitted.text, {1024 * 1024, 32});
  REQUIRE(json.has_value());
  // It is canonical text, whatever it was put together from.
  CHECK(encoding::encode_canonical(*json) == submitted.text);
  return std::move(*json);
}

protocol::RecordCommon Phone::common() {
  const NoticeVersion& version = council.desk->notices().current();
  protocol::RecordCommon common;
  encoding::IdBytes id{};
  council.random.fill(id);
  council.random.fill(common.nonce);
  common.id = RecordId(encoding::encode_id(id));
  common.person = person;
  common.expressed_by = {person, protocol::Role::Self};
  const auto hash = decode_hex(version.hash);
  common.notice = {
      version.notice->id, std::to_string(version.notice->version), {}, version.notice->language};
  std::copy(hash->begin(), hash->end(), common.notice.hash.begin());
  common.client_version = "test";
  common.device_time = council.clock.now();
  common.previous = head;
  return common;
}

protocol::ConsentRecord Phone::consent(protocol::Decision decision) {
  protocol::ConsentRecord record;
  record.common = common();
  const domain::Notice& notice = *council.desk->notices().current().notice;
  for (const domain::Purpose& purpose : notice.purposes) {
    if (domain::remedy_of(purpose) != domain::Remedy::AgreeOrRefuse) continue;
    record.choices.push_back({purpose.id, purpose.questions[0].organisation, decision});
    break;
  }
  record.retention = "P5Y";
  record.withdrawal = "/home";
  return record;
}

protocol::RequestRecord Phone::request(protocol::RequestKind kind) {
  protocol::RequestRecord record;
  record.common = common();
  record.kind = kind;
  return record;
}

Json Phone::sign(const protocol::ConsentRecord& record) const {
  return protocol::sign_consent_record(record, key);
}

Json Phone::sign(const protocol::RequestRecord& record) const {
  return protocol::sign_request_record(record, key);
}

const Json& member(const Json& json, std::string_view name) {
  const Json* found = json.find(name);
  REQUIRE_MESSAGE(found != nullptr, std::string(name));
  return *found;
}

std::string text(const Json& json, std::string_view name) {
  const std::string* found = member(json, name).string();
  REQUIRE_MESSAGE(found != nullptr, std::string(name));
  return *found;
}

protocol::Account verified(const Council& council, const Json& receipt) {
  const auto decoded = protocol::decode_receipt(receipt);
  REQUIRE(decoded.has_value());
  const auto account = protocol::verify_receipt(*decoded, council.log_key());
  if (!account) FAIL(std::string(protocol::describe(account.error().step)));
  return *account;
}

}  // namespace sayso::app::test
