#include "shared/domain/age.h"

#include "shared/domain/name_table.h"

namespace sayso::domain {

int age_on(Date born, Date on) {
  const bool had_birthday = on.month > born.month || (on.month == born.month && on.day >= born.day);
  return on.year - born.year - (had_birthday ? 0 : 1);
}

Group group_on(Date born, Date on) {
  const int age = age_on(born, on);
  if (age < kChoosesAlone) return Group::Child;
  return age < kGrownUp ? Group::Young : Group::Adult;
}

Date birthday(Date born, int age) {
  const int year = born.year + age;
  if (born.day > days_in_month(year, born.month)) return {year, 3, 1};
  return {year, born.month, born.day};
}

bool may_choose(Relation relation, Group subject) {
  if (relation == Relation::Oneself) return subject != Group::Child;
  return relation == Relation::Responsible && subject == Group::Child;
}

bool may_see(Relation relation, Group subject) { return may_choose(relation, subject); }

std::string_view name_of(Group group) {
  constexpr NameTable<Group, 3> kGroups{
      {{Group::Child, "child"}, {Group::Young, "young"}, {Group::Adult, "adult"}}};
  return name_in(kGroups, group);
}

}  // namespace sayso::domain
