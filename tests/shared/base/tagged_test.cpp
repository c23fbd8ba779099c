#include "shared/base/tagged.h"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

namespace sayso {
namespace {

// An index where a size belongs does not compile; these hold the types to it.
static_assert(!std::is_convertible_v<EntryIndex, TreeSize>);
static_assert(!std::is_convertible_v<std::uint64_t, EntryIndex>);
static_assert(!std::is_constructible_v<PersonId, RecordId>);

TEST_CASE("tagged values compare and hash as what they hold") {
  CHECK(EntryIndex(1) < EntryIndex(2));
  CHECK(PersonId("a") != PersonId("b"));
  CHECK(TreeSize().value() == 0);
  const std::unordered_set<PurposeId> purposes{PurposeId("join"), PurposeId("join"),
                                               PurposeId("study")};
  CHECK(purposes.size() == 2);
}

}  // namespace
}  // namespace sayso
