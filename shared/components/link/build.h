// Links and downloads.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node link(std::string label, std::string href, std::string action = {});
[[nodiscard]] Node download(std::string label, std::string href, std::string file_name,
                            std::string action = {});

}  // namespace sayso::document
