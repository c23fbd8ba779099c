#include "shared/domain/age.h"

#include <doctest/doctest.h>

using namespace sayso;
using namespace sayso::domain;

TEST_CASE("age goes up on the birthday and not a day before") {
  const Date born{2013, 11, 22};
  CHECK(age_on(born, {2026, 11, 21}) == 12);
  CHECK(age_on(born, {2026, 11, 22}) == 13);
  CHECK(age_on(born, {2013, 11, 22}) == 0);
  CHECK(age_on(born, {2013, 11, 21}) == -1);
}

TEST_CASE("somebody born on a leap day has a birthday on 1 March in other years") {
  const Date born{2012, 2, 29};
  CHECK(age_on(born, {2025, 2, 28}) == 12);
  CHECK(age_on(born, {2025, 3, 1}) == 13);
  CHECK(birthday(born, 13) == Date{2025, 3, 1});
  CHECK(birthday(born, 16) == Date{2028, 2, 29});
}

TEST_CASE("a birthday is the first day of that age, whatever the day of birth") {
  for (int day = 0; day < 366; ++day) {
    const Date born = date_from_days(days_from_epoch({2012, 1, 1}) + day);
    for (const int age : {1, 13, 18}) {
      const Date first = birthday(born, age);
      CHECK(age_on(born, first) == age);
      CHECK(age_on(born, date_from_days(days_from_epoch(first) - 1)) == age - 1);
    }
  }
}

TEST_CASE("a child becomes young at 13 and grown up at 18") {
  const Date born{2010, 6, 15};
  CHECK(group_on(born, {2023, 6, 14}) == Group::Child);
  CHECK(group_on(born, {2023, 6, 15}) == Group::Young);
  CHECK(group_on(born, {2028, 6, 14}) == Group::Young);
  CHECK(group_on(born, {2028, 6, 15}) == Group::Adult);
}

TEST_CASE("from 13 on people choose for themselves, and nobody for them") {
  CHECK(may_choose(Relation::Responsible, Group::Child));
  CHECK_FALSE(may_choose(Relation::Oneself, Group::Child));
  for (const Group group : {Group::Young, Group::Adult}) {
    CHECK(may_choose(Relation::Oneself, group));
    CHECK_FALSE(may_choose(Relation::Responsible, group));
    CHECK_FALSE(may_see(Relation::Responsible, group));
  }
  for (const Group group : {Group::Child, Group::Young, Group::Adult}) {
    CHECK_FALSE(may_choose(Relation::Other, group));
    CHECK_FALSE(may_see(Relation::Other, group));
  }
}
