// A set of radios or of checkboxes.
#pragma once

#include <string>
#include <string_view>

#include "shared/document/element_parts.h"

namespace sayso::document {

[[nodiscard]] Element make_choices(const Making& making);
[[nodiscard]] Element make_option(const Making& making, const std::string& id,
                                  std::string_view name);

}  // namespace sayso::document
