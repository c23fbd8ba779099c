// Reads a file whole, or says why not.
#pragma once

#include <cstddef>
#include <string>

#include "shared/base/expected.h"

namespace sayso::cli {

// The error is a sentence that names the file.
[[nodiscard]] Expected<std::string, std::string> load_text_file(const std::string& path,
                                                                std::size_t most_bytes);

}  // namespace sayso::cli
