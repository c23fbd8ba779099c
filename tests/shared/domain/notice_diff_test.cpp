#include "shared/domain/notice_diff.h"

#include <doctest/doctest.h>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::domain;

namespace {

const PurposeId kJoinUp("join-up");
const PurposeId kResearch("research");

}  // namespace

TEST_CASE("a notice beside itself has no changes") {
  const NoticeChanges changes = diff_notices(test::shipped_notice(), test::shipped_notice());
  CHECK(changes.empty());
  CHECK(changes.ask_again.empty());
}

TEST_CASE("a new organisation and a changed explanation are found, and nothing else") {
  const NoticeChanges changes = diff_notices(test::shipped_notice(), test::changed_notice());
  REQUIRE(changes.items.size() == 3);
  const NoticeChange* homes = find_change(changes, Subject::Organisation, "housing");
  REQUIRE(homes != nullptr);
  CHECK(homes->change == Change::New);
  const NoticeChange* question = find_change(changes, Subject::Question, "join-up", "housing");
  REQUIRE(question != nullptr);
  CHECK(question->change == Change::New);
  const NoticeChange* research = find_change(changes, Subject::Purpose, "research");
  REQUIRE(research != nullptr);
  CHECK(research->change == Change::Changed);
}

TEST_CASE("only what the person would see differently is asked again") {
  const NoticeChanges changes = diff_notices(test::shipped_notice(), test::changed_notice());
  REQUIRE(changes.ask_again.size() == 2);
  CHECK(asks_again(changes, kJoinUp, OrganisationId("housing")));
  CHECK(asks_again(changes, kResearch, OrganisationId("dclg-evaluators")));
  CHECK_FALSE(asks_again(changes, kJoinUp, OrganisationId("nhs")));
}

TEST_CASE("what is taken out is reported as gone and asks nothing") {
  const NoticeChanges changes = diff_notices(test::changed_notice(), test::shipped_notice());
  const NoticeChange* homes = find_change(changes, Subject::Organisation, "housing");
  REQUIRE(homes != nullptr);
  CHECK(homes->change == Change::Gone);
  CHECK(find_change(changes, Subject::Question, "join-up", "housing")->change == Change::Gone);
  CHECK_FALSE(asks_again(changes, kJoinUp, OrganisationId("housing")));
}

TEST_CASE("a kind of information that says something else asks those about it who give it") {
  const Notice before = test::shipped_notice();
  Notice after = before;
  for (Kind& kind : after.kinds) {
    if (kind.id == KindId("health")) kind.plain = "Anything that a doctor wrote down.";
  }
  const NoticeChanges changes = diff_notices(before, after);
  REQUIRE(changes.ask_again.size() == 1);
  CHECK(asks_again(changes, kJoinUp, OrganisationId("nhs")));
}

TEST_CASE("keeping things longer asks everything again") {
  const Notice before = test::shipped_notice();
  Notice after = before;
  after.retention.years = 6;
  CHECK(diff_notices(before, after).ask_again.size() == 11);
}

TEST_CASE("another version, date or telephone number asks nothing again") {
  const Notice before = test::shipped_notice();
  Notice after = before;
  after.version = 2;
  after.published = {2027, 1, 1};
  CHECK(diff_notices(before, after).empty());
  after.council.telephone = "01632 960999";
  const NoticeChanges changes = diff_notices(before, after);
  CHECK(find_change(changes, Subject::Council, "") != nullptr);
  CHECK(changes.ask_again.empty());
}
