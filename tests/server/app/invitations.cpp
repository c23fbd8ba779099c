#include "shared/protocol/multikey.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;
using protocol::EntryType;

namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

Problem problem_of(const Outcome<Enrolled>& outcome) {
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().field.empty());
  CHECK(outcome.error().extra == Json());
  return outcome.error().problem;
}

std::string multikey_of(const Phone& phone) {
  return protocol::encode_multikey(phone.key.public_key());
}

std::vector<EntryType> types_of_keys(Phone& phone) {
  std::vector<EntryType> types;
  const Json me = phone.me();
  for (const Json& receipt : *member(me, "keys").array())
    types.push_back(verified(phone.council, receipt).type);
  return types;
}

}  // namespace

TEST_CASE("a wrong, a used, an expired and a replaced code get one and the same refusal") {
  Council council;
  Phone phone(council);
  Phone other(council, 2);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  const std::string code = council.invite(ada);
  SUBCASE("wrong") { CHECK(problem_of(phone.enrol("0123-4567-89AB")) == Problem::Invitation); }
  SUBCASE("not a code at all") { CHECK(problem_of(phone.enrol("hello")) == Problem::Invitation); }
  SUBCASE("empty") { CHECK(problem_of(phone.enrol("")) == Problem::Invitation); }
  SUBCASE("used by another key") {
    REQUIRE(other.enrol(code).has_value());
    CHECK(problem_of(phone.enrol(code)) == Problem::Invitation);
  }
  SUBCASE("expired") {
    council.clock.pass(28 * kDay);
    CHECK(problem_of(phone.enrol(code)) == Problem::Invitation);
  }
  SUBCASE("replaced by a newer one") {
    (void)council.invite(ada);
    CHECK(problem_of(phone.enrol(code)) == Problem::Invitation);
  }
}

TEST_CASE("a code works until its last second") {
  Council council;
  Phone phone(council);
  const std::string code = council.invite(council.admit("Ada Vale", kGrownUp));
  council.clock.pass(28 * kDay - 1);
  CHECK(phone.enrol(code).has_value());
}

TEST_CASE("a code may be typed as fingers type it") {
  Council council;
  Phone phone(council);
  std::string code = council.invite(council.admit("Ada Vale", kGrownUp));
  std::string typed;
  for (const char c : code) {
    if (c != '-') typed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  CHECK(phone.enrol(typed).has_value());
}

TEST_CASE("a repeat with the same key gets the same receipt, and no second entry") {
  Council council;
  Phone phone(council);
  const std::string code = council.invite(council.admit("Ada Vale", kGrownUp));
  const auto first = phone.enrol(code);
  const auto again = phone.enrol(code);
  REQUIRE(again.has_value());
  CHECK_FALSE(again->is_new);
  CHECK(member(again->answer, "receipt") == member(first->answer, "receipt"));
  CHECK(again->session != first->session);
  const Json me = phone.me();
  CHECK(*member(me, "running").integer() == 1);
}

TEST_CASE("an enrolment out of a receipt opens nothing, also for whoever has the code") {
  Council council;
  Phone phone(council);
  const std::string code = council.invite(council.admit("Ada Vale", kGrownUp));
  const auto first = phone.enrol(code);
  REQUIRE(first.has_value());
  const Json body =
      Json::Object{{"code", code},
                   {"record", member(member(member(first->answer, "receipt"), "entry"), "record")}};
  const auto send_again = [&] {
    return wait_for<Enrolled>([&](auto done) { council.portal->enrol(body, done); });
  };
  // The answer may have been lost, so that the device asks once more.
  council.clock.pass(9 * 60);
  CHECK(send_again().has_value());
  council.clock.pass(60);
  CHECK(problem_of(send_again()) == Problem::Invitation);
  // The key itself signs another.
  CHECK(phone.enrol(code).has_value());
}

TEST_CASE("an enrolment that nobody signed, or that another key signed, is refused") {
  Council council;
  Phone phone(council);
  Phone other(council, 2);
  const std::string code = council.invite(council.admit("Ada Vale", kGrownUp));
  protocol::EnrolmentRecord record;
  record.id = RecordId("00000000000000000000000000");
  record.key = phone.key.public_key();
  record.device_time = council.clock.now();
  Json secured = protocol::sign_enrolment_record(record, phone.key);
  SUBCASE("without its proof") { secured.object()->erase("proof"); }
  SUBCASE("altered") { (*secured.object())["nonce"] = std::string(32, '1'); }
  SUBCASE("with another key's proof") {
    record.key = other.key.public_key();
    const Json theirs = protocol::sign_enrolment_record(record, other.key);
    (*secured.object())["proof"] = member(theirs, "proof");
  }
  const Json body = Json::Object{{"code", code}, {"record", secured}};
  const auto refused = wait_for<Enrolled>([&](auto done) { council.portal->enrol(body, done); });
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Record);
  // The code was not consumed by that.
  CHECK(phone.enrol(code).has_value());
}

TEST_CASE("a key stands for one person only") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const auto refused = phone.enrol(council.invite(council.admit("Bo Vale", kGrownUp)));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Record);
}

TEST_CASE("a new invitation, once used, revokes the older key in the log") {
  Council council;
  Phone old_phone(council);
  Phone new_phone(council, 2);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  old_phone.must_enrol(ada);
  const std::string code = council.invite(ada);
  // Invited is not yet replaced.
  CHECK(council.portal->me(old_phone.session).has_value());
  REQUIRE(new_phone.enrol(code).has_value());
  CHECK(council.portal->me(old_phone.session).error().problem == Problem::Session);
  CHECK(old_phone.sign_in().error().problem == Problem::SignIn);
  const std::vector<EntryType> expected = {EntryType::Enrolment, EntryType::Revocation,
                                           EntryType::Enrolment};
  CHECK(types_of_keys(new_phone) == expected);
}

TEST_CASE("a recovery code replaces a lost key, once") {
  Council council;
  Phone lost(council);
  Phone found(council, 2);
  Phone third(council, 3);
  lost.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(lost.submit(lost.sign(lost.consent())).has_value());
  const auto made =
      wait_for<Json>([&](auto done) { council.portal->make_recovery_code(lost.session, done); });
  REQUIRE(made.has_value());
  council.clock.pass(400 * kDay);
  REQUIRE(found.enrol(text(*made, "code")).has_value());
  CHECK(found.person == lost.person);
  CHECK(lost.sign_in().error().problem == Problem::SignIn);
  const Json me = found.me();
  CHECK(member(me, "entries").array()->size() == 1);
  CHECK(problem_of(third.enrol(text(*made, "code"))) == Problem::Invitation);
}

TEST_CASE("a newer recovery code ends the one before") {
  Council council;
  Phone phone(council);
  Phone next(council, 2);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const auto make = [&] {
    return wait_for<Json>(
        [&](auto done) { council.portal->make_recovery_code(phone.session, done); });
  };
  const auto first = make();
  const auto second = make();
  CHECK(problem_of(next.enrol(text(*first, "code"))) == Problem::Invitation);
  CHECK(next.enrol(text(*second, "code")).has_value());
}

TEST_CASE("a child under 13 gets no invitation, from 13 on they do") {
  Council council;
  const PersonId eight = council.admit("Cy Vale", kEight);
  CHECK_FALSE(council.office->invite(eight).has_value());
  CHECK(council.office->invite(council.admit("Di Vale", kFifteen)).has_value());
}

TEST_CASE("whether somebody has a device follows enrolment and recovery") {
  Council council;
  Phone phone(council);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  CHECK(council.office->has_device(ada) == false);
  phone.must_enrol(ada);
  CHECK(council.office->has_device(ada) == true);
  CHECK_FALSE(council.office->has_device(PersonId("00000000000000000000000009")).has_value());
  CHECK_FALSE(multikey_of(phone).empty());
}

}  // namespace sayso::app::test
