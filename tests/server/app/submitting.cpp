#include <algorithm>

#include "shared/domain/choices.h"
#include "shared/domain/notice.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/sign_in.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;
using protocol::Decision;
using protocol::Role;

namespace {

struct Signed {
  Council council;
  Phone phone{council};
  Signed() { phone.must_enrol(council.admit("Ada Vale", kGrownUp)); }

  Refusal refused(const Json& record) {
    const auto outcome = phone.submit(record);
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error();
  }
};

bool is_refused_at(const Refusal& refusal, const std::string& field) {
  CHECK(refusal.field == field);
  return refusal.problem == Problem::Record;
}

std::int64_t entries_of(Phone& phone) {
  const Json me = phone.me();
  return static_cast<std::int64_t>(member(me, "entries").array()->size());
}

}  // namespace

TEST_CASE("a repeat of a record answers with the same index and opening") {
  Signed world;
  const Json record = world.phone.sign(world.phone.consent());
  const auto first = world.phone.submit(record);
  REQUIRE(world.phone.submit(world.phone.sign(world.phone.consent())).has_value());
  const auto again = world.phone.submit(record);
  REQUIRE(again.has_value());
  CHECK_FALSE(again->is_new);
  CHECK(again->text == first->text);
  CHECK(entries_of(world.phone) == 2);
}

TEST_CASE("the same record id with other content is refused") {
  Signed world;
  auto record = world.phone.consent(Decision::Agreed);
  REQUIRE(world.phone.submit(world.phone.sign(record)).has_value());
  record.choices[0].decision = Decision::Refused;
  CHECK(world.refused(world.phone.sign(record)).problem == Problem::RecordConflict);
  CHECK(entries_of(world.phone) == 1);
}

TEST_CASE("a record that does not follow the key's newest is told which one that is") {
  Signed world;
  auto early = world.phone.consent();
  REQUIRE(world.phone.submit(world.phone.sign(world.phone.consent())).has_value());
  const Refusal refusal = world.refused(world.phone.sign(early));
  CHECK(refusal.problem == Problem::StaleHead);
  CHECK(text(refusal.extra, "head") == encode_hex(*world.phone.head));
  early.common.previous = world.phone.head;
  CHECK(world.phone.submit(world.phone.sign(early)).has_value());
}

TEST_CASE("any altered part of a record is refused") {
  Signed world;
  const Json record = world.phone.sign(world.phone.consent());
  for (const auto& [name, value] : *record.object()) {
    if (value.string() == nullptr) continue;
    Json altered = record;
    std::string changed = *value.string();
    changed.back() = changed.back() == '1' ? '2' : '1';
    (*altered.object())[name] = changed;
    CAPTURE(name);
    CHECK(world.refused(altered).problem == Problem::Record);
  }
  CHECK(entries_of(world.phone) == 0);
}

TEST_CASE("a record signed by another key, enrolled or not, is refused") {
  Signed world;
  Phone stranger(world.council, 7);
  Phone other(world.council, 8);
  other.must_enrol(world.council.admit("Bo Vale", kGrownUp));
  const auto record = world.phone.consent();
  CHECK(is_refused_at(world.refused(stranger.sign(record)), "/proof"));
  CHECK(is_refused_at(world.refused(other.sign(record)), "/proof"));
}

TEST_CASE("a revoked key's session submits nothing") {
  Signed world;
  Phone next(world.council, 2);
  next.must_enrol(world.phone.person);
  CHECK(world.refused(world.phone.sign(world.phone.consent())).problem == Problem::Session);
}

TEST_CASE("a sign-in proof is no record, and an enrolment is none either") {
  Signed world;
  const Json proof = protocol::sign_sign_in(
      {"challenge", "https://council.example", world.council.clock.now()}, world.phone.key);
  CHECK(world.refused(proof).problem == Problem::Record);
  protocol::EnrolmentRecord enrolment;
  enrolment.id = RecordId("00000000000000000000000000");
  enrolment.key = world.phone.key.public_key();
  enrolment.device_time = world.council.clock.now();
  const Json enrolled = protocol::sign_enrolment_record(enrolment, world.phone.key);
  CHECK(world.refused(enrolled).problem == Problem::Record);
}

TEST_CASE("nobody speaks for another adult") {
  Signed world;
  Phone other(world.council, 2);
  other.must_enrol(world.council.admit("Bo Vale", kGrownUp));
  auto record = world.phone.consent();
  SUBCASE("as oneself, under the other's id") {
    record.common.person = other.person;
    record.common.expressed_by.person = other.person;
    CHECK(is_refused_at(world.refused(world.phone.sign(record)), "/dpv:isIndicatedBy"));
  }
  SUBCASE("as if responsible for them") {
    record.common.person = other.person;
    record.common.expressed_by.role = Role::ParentalResponsibility;
    CHECK(is_refused_at(world.refused(world.phone.sign(record)), "/dpv:hasDataSubject"));
  }
  CHECK(entries_of(other) == 0);
}

TEST_CASE("a notice, purpose, organisation or decision that the notice does not know is refused") {
  Signed world;
  auto record = world.phone.consent();
  const domain::Notice& notice = *world.council.desk->notices().current().notice;
  std::string field = "/dpv:hasProcess/0";
  SUBCASE("notice hash") {
    record.common.notice.hash[0] ^= 1;
    field = "/dpv:hasNotice";
  }
  SUBCASE("notice version") {
    record.common.notice.version = "999";
    field = "/dpv:hasNotice";
  }
  SUBCASE("notice language") {
    record.common.notice.language = "cy";
    field = "/dpv:hasNotice";
  }
  SUBCASE("purpose") { record.choices[0].purpose = PurposeId("no-such-purpose"); }
  SUBCASE("organisation") { record.choices[0].organisation = OrganisationId("no-such-body"); }
  SUBCASE("withdrawn from what no notice ever named") {
    record.choices[0] = {PurposeId("no-such-purpose"), OrganisationId("nhs"), Decision::Withdrawn};
  }
  SUBCASE("consent where the basis is another") {
    const auto not_consent = std::find_if(
        notice.purposes.begin(), notice.purposes.end(),
        [](const auto& purpose) { return domain::remedy_of(purpose) == domain::Remedy::Object; });
    REQUIRE(not_consent != notice.purposes.end());
    record.choices[0] = {not_consent->id, not_consent->questions[0].organisation, Decision::Agreed};
  }
  SUBCASE("a route that staff sign for") {
    record.common.route = protocol::Route::Paper;
    field = "/dpv:hasIndicationMethod";
  }
  CHECK(is_refused_at(world.refused(world.phone.sign(record)), field));
  CHECK(entries_of(world.phone) == 0);
}

TEST_CASE("an objection to what needs no consent becomes a request with a receipt") {
  Signed world;
  const domain::Notice& notice = *world.council.desk->notices().current().notice;
  const domain::Purpose& purpose = notice.purposes.front();
  REQUIRE(domain::remedy_of(purpose) == domain::Remedy::Object);
  auto request = world.phone.request(protocol::RequestKind::Object);
  request.purpose = purpose.id;
  request.organisation = purpose.questions[0].organisation;
  const auto submitted = world.phone.submit(world.phone.sign(request));
  REQUIRE(submitted.has_value());
  CHECK(verified(world.council, member(answer_of(*submitted), "receipt")).type ==
        protocol::EntryType::Request);
  request = world.phone.request(protocol::RequestKind::Object);
  request.purpose = PurposeId("no-such-purpose");
  CHECK(is_refused_at(world.refused(world.phone.sign(request)), "/dpv:hasPurpose"));
}

TEST_CASE("a device time years off is accepted, and the server's time stands beside it") {
  Signed world;
  for (const std::int64_t years : {-20, 20}) {
    auto record = world.phone.consent();
    record.common.device_time.unix_seconds += years * 365 * 24 * 60 * 60;
    const auto submitted = world.phone.submit(world.phone.sign(record));
    REQUIRE(submitted.has_value());
    const auto account = verified(world.council, member(answer_of(*submitted), "receipt"));
    CHECK(account.server_time == world.council.clock.now());
    const auto& kept = std::get<protocol::ConsentRecord>(*account.record);
    CHECK(kept.common.device_time == record.common.device_time);
    CHECK(domain::judge_device_clock(kept.common.device_time, account.server_time) ==
          domain::DeviceClock::Off);
  }
}

}  // namespace sayso::app::test
