#include "shared/domain/stop.h"

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<StopStep, 3> kSteps{
    {{StopStep::Told, "told"}, {StopStep::Stopped, "stopped"}, {StopStep::Deleted, "deleted"}}};

}  // namespace

std::string_view name_of(StopStep step) { return name_in(kSteps, step); }

std::optional<StopStep> find_stop_step(std::string_view name) { return find_in(kSteps, name); }

}  // namespace sayso::domain
