// Age on a day, and who may choose for whom because of it.
#pragma once

#include <string_view>

#include "shared/base/instant.h"

namespace sayso::domain {

inline constexpr int kChoosesAlone = 13;
inline constexpr int kGrownUp = 18;

enum class Group {
  Child,  // under 13: somebody with parental responsibility chooses
  Young,  // 13 to 17: chooses for themselves
  Adult,
};

// Whole years; negative before birth. Somebody born on 29 February has a birthday on 1 March in
// other years.
[[nodiscard]] int age_on(Date born, Date on);
[[nodiscard]] Group group_on(Date born, Date on);
// The first day on which the person is that old.
[[nodiscard]] Date birthday(Date born, int age);

enum class Relation {
  Oneself,
  Responsible,  // parental responsibility, confirmed by the team
  Other,
};

// Oneself from 13 on; somebody responsible until then; nobody else ever.
[[nodiscard]] bool may_choose(Relation relation, Group subject);
// Seeing follows choosing; from 13 on a parent sees nothing unless the young person shares it.
[[nodiscard]] bool may_see(Relation relation, Group subject);

// "child", "young", "adult".
[[nodiscard]] std::string_view name_of(Group group);

}  // namespace sayso::domain
