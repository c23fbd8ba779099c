// Stops: an organisation that was sent information is told that it may use it no longer, and says
// step by step that it does not.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/domain/notice.h"

namespace sayso::domain {

// In the order in which they come. The names are stored.
enum class StopStep : std::size_t {
  Told,     // it knows
  Stopped,  // it uses it no longer
  Deleted,  // it has it no longer
};
inline constexpr StopStep kStopSteps[] = {StopStep::Told, StopStep::Stopped, StopStep::Deleted};

struct Stop {
  OrganisationId organisation;
  PurposeId purpose;
  // When the person said no.
  Instant since;
  // When each step was acknowledged: the first so many of kStopSteps.
  std::vector<Instant> done;
};

// "told", "stopped", "deleted".
[[nodiscard]] std::string_view name_of(StopStep step);
[[nodiscard]] std::optional<StopStep> find_stop_step(std::string_view name);

}  // namespace sayso::domain
