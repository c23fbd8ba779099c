// A catalogue's file format (docs/words.md): {"language", "plural", "words": {key: text or {form:
// text}}}.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/domain/words.h"
#include "shared/encoding/json.h"
#include "shared/encoding/line_problem.h"

namespace sayso::encoding {

inline constexpr JsonLimits kWordsLimits{512 * 1024, 4};

[[nodiscard]] Expected<domain::Words, std::vector<LineProblem>> decode_words(std::string_view text);

// What a translation lacks beside the catalogue that it was made from: keys missing or unknown,
// places that differ.
[[nodiscard]] std::vector<std::string> compare_words(const domain::Words& original,
                                                     const domain::Words& translation);

}  // namespace sayso::encoding
