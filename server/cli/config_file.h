// The configuration file: `name = value` a line, `#` starts a comment, nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/cli/settings.h"
#include "shared/encoding/line_problem.h"

namespace sayso::cli {

// Takes every line that is right into the settings; answers with those that are not, in order.
[[nodiscard]] std::vector<encoding::LineProblem> read_config(std::string_view text,
                                                             Settings& settings);

// A file with every setting, its help and its default: what `sayso config --print` shows.
[[nodiscard]] std::string sample_config();

}  // namespace sayso::cli
