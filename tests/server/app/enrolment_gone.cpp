// Years later: what let a key in was destroyed in its time, and the person is still there.
#include "tests/server/app/retention_day.h"

namespace sayso::app::test {
namespace {

struct YearsLater {
  Council council;
  PersonId person = council.admit("Ada Vale", kGrownUp);
  Phone ada{council, 1};

  YearsLater() {
    ada.must_enrol(person);
    REQUIRE(ada.submit(ada.sign(ada.consent())).has_value());
  }

  // Something new about the person, so that their profile and account are kept for longer than
  // their enrolment.
  void go_on_after_years() {
    council.clock.pass(30 * kMonthSeconds);
    REQUIRE(council.office->give_responsibility(person, council.admit("Kit Vale", kEight)));
    REQUIRE(ada.sign_in().has_value());
    REQUIRE(ada.submit(ada.sign(ada.consent())).has_value());
    council.clock.pass(32 * kMonthSeconds);
    run_retention_day(council);
  }
};

}  // namespace

TEST_CASE("a key whose enrolment was destroyed signs nothing more, and the person is told why") {
  YearsLater later;
  later.go_on_after_years();
  REQUIRE(later.ada.sign_in().has_value());
  const auto refused = later.ada.submit(later.ada.sign(later.ada.consent()));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::EnrolmentGone);
  // What is left of them they still see.
  CHECK(member(later.ada.me(), "entries").array()->size() == 1);
}

TEST_CASE("a new invitation lets the same person go on, and the old key nowhere") {
  YearsLater later;
  later.go_on_after_years();
  Phone newer(later.council, 2);
  newer.must_enrol(later.person);
  CHECK(newer.submit(newer.sign(newer.consent())).has_value());
  const auto refused = later.ada.sign_in();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::SignIn);
  run_retention_day(later.council);
}

TEST_CASE("whose data were all destroyed in their time is told so at the door") {
  YearsLater later;
  later.council.clock.pass(62 * kMonthSeconds);
  run_retention_day(later.council);
  const auto refused = later.ada.sign_in();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::EnrolmentGone);
}

TEST_CASE("an enrolment that is damaged is no enrolment that was destroyed") {
  YearsLater later;
  // Nobody remembers it from before.
  run_retention_day(later.council);
  REQUIRE(later.ada.sign_in().has_value());
  const RowAddress address =
      later.council.desk->vault().address(Shelf::Entries, {later.person.value(), "1"});
  auto row = later.council.memory.find(address);
  REQUIRE(row.has_value());
  row->sealed.back() ^= 1;
  REQUIRE(later.council.memory.commit({{{address, row->revision, row->sealed, 0}}, {}, {}}));
  const auto refused = later.ada.submit(later.ada.sign(later.ada.consent()));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Unavailable);
}

}  // namespace sayso::app::test
