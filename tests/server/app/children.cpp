#include "tests/server/app/council.h"

namespace sayso::app::test {

using encoding::Json;
using protocol::Role;

namespace {

struct Family {
  Council council;
  Phone ada{council, 1};
  Phone bo{council, 2};
  PersonId child = council.admit("Cy Vale", kEight);

  Family() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    bo.must_enrol(council.admit("Bo Vale", kGrownUp));
    for (const Phone* parent : {&ada, &bo})
      REQUIRE(council.office->give_responsibility(parent->person, child).has_value());
  }

  Json about_child(Phone& parent, const PersonId& whom) {
    auto record = parent.consent();
    record.common.person = whom;
    record.common.expressed_by.role = Role::ParentalResponsibility;
    return parent.sign(record);
  }
};

std::vector<std::string> children_of(Phone& phone) {
  std::vector<std::string> names;
  const Json me = phone.me();
  for (const Json& child : *member(me, "children").array()) names.push_back(text(child, "name"));
  return names;
}

}  // namespace

TEST_CASE("each parent chooses for the child, and sees their own answers alone") {
  Family family;
  CHECK(children_of(family.ada) == std::vector<std::string>{"Cy Vale"});
  REQUIRE(family.ada.submit(family.about_child(family.ada, family.child)).has_value());
  REQUIRE(family.ada.submit(family.about_child(family.ada, family.child)).has_value());
  REQUIRE(family.bo.submit(family.about_child(family.bo, family.child)).has_value());
  const Json ada = family.ada.me();
  const Json bo = family.bo.me();
  CHECK(member(ada, "entries").array()->size() == 2);
  CHECK(member(bo, "entries").array()->size() == 1);
}

TEST_CASE("running numbers and heads say nothing about the other parent") {
  Family family;
  for (int i = 0; i < 5; ++i)
    REQUIRE(family.bo.submit(family.about_child(family.bo, family.child)).has_value());
  const auto submitted = family.ada.submit(family.about_child(family.ada, family.child));
  REQUIRE(submitted.has_value());
  CHECK(verified(family.council, member(answer_of(*submitted), "receipt")).running == 2);
}

TEST_CASE("a restricted child looks the same as no child") {
  Family family;
  REQUIRE(family.council.office->restrict_child(family.bo.person, family.child).has_value());
  CHECK(children_of(family.bo).empty());
  CHECK(children_of(family.ada).size() == 1);
  const auto restricted = family.bo.submit(family.about_child(family.bo, family.child));
  const auto nobody =
      family.bo.submit(family.about_child(family.bo, PersonId("00000000000000000000000000")));
  REQUIRE_FALSE(restricted.has_value());
  REQUIRE_FALSE(nobody.has_value());
  CHECK(restricted.error().problem == nobody.error().problem);
  CHECK(restricted.error().field == nobody.error().field);
  CHECK(restricted.error().extra == nobody.error().extra);
}

TEST_CASE("from 13 on the child is out of the parents' hands") {
  Family family;
  constexpr std::int64_t kFiveYears = 5 * 366 * 24 * 60 * 60LL;
  family.council.clock.pass(kFiveYears);
  REQUIRE(family.ada.sign_in().has_value());
  CHECK(children_of(family.ada).empty());
  const auto refused = family.ada.submit(family.about_child(family.ada, family.child));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().field == "/dpv:hasDataSubject");
  Phone own(family.council, 3);
  own.must_enrol(family.child);
  CHECK(own.submit(own.sign(own.consent())).has_value());
}

TEST_CASE("a young person of 15 chooses for themselves, and has the group that says so") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Di Vale", kFifteen));
  const Json me = phone.me();
  CHECK(text(member(me, "person"), "group") == "young");
  CHECK(phone.submit(phone.sign(phone.consent())).has_value());
}

TEST_CASE("nobody under 18 is given responsibility, and nobody for themselves") {
  Family family;
  const PersonId young = family.council.admit("Di Vale", kFifteen);
  Office& office = *family.council.office;
  CHECK_FALSE(office.give_responsibility(young, family.child).has_value());
  CHECK_FALSE(office.give_responsibility(family.ada.person, family.ada.person).has_value());
  CHECK_FALSE(office.give_responsibility(family.ada.person, PersonId("00000000000000000000000000"))
                  .has_value());
}

}  // namespace sayso::app::test
