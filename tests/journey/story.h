// How every story begins: a council, a grown-up in a family, and that person's phone.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "client/app/members.h"
#include "shared/screens/names.h"
#include "tests/journey/device.h"

namespace sayso::journey {

struct Story {
  app::test::Council council;
  PersonId person = council.admit("Robin Reed", app::test::kGrownUp);
  Kept kept;
  Device phone{council, kept};

  // A child of this person's, called Kit.
  PersonId add_child(Date born = app::test::kEight) {
    const PersonId child = council.admit("Kit Reed", born);
    REQUIRE(council.office->give_responsibility(person, child).has_value());
    return child;
  }
};

// How many choices on screen stand in this state.
inline std::size_t count_of(const Device& device, domain::State wanted) {
  std::size_t count = 0;
  const std::string words = device.words();
  const std::string label =
      device.state.facts.words.text("state." + std::string(domain::name_of(wanted))) + "\n";
  for (auto at = words.find(label); at != std::string::npos; at = words.find(label, at + 1))
    ++count;
  return count;
}

inline std::size_t calls_of(const Device& device, const std::string& call) {
  return static_cast<std::size_t>(std::count(device.calls.begin(), device.calls.end(), call));
}

// The field of the first question of a purpose.
inline std::string first_field(const Device& device, std::size_t purpose) {
  const auto& asked = device.state.facts.notice.purposes.at(purpose);
  return screens::choice_field(asked.id, asked.questions.at(0).organisation);
}

}  // namespace sayso::journey
