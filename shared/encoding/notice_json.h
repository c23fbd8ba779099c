// The notice's file format (docs/notice.md): reads it, and says everything that is wrong with one,
// by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/domain/notice.h"
#include "shared/encoding/json.h"
#include "shared/encoding/line_problem.h"

namespace sayso::encoding {

using NoticeProblem = LineProblem;

inline constexpr JsonLimits kNoticeLimits{512 * 1024, 12};

// All problems, in the order of lines; never an empty list.
[[nodiscard]] Expected<domain::Notice, std::vector<NoticeProblem>> decode_notice(
    std::string_view text);

// Empty when decode_notice would succeed.
[[nodiscard]] std::vector<NoticeProblem> check_notice(std::string_view text);

// The notice's canonical bytes (RFC 8785): the SHA-256 of these is the notice's hash in every
// signature, so that white space and the order of members do not matter, and every letter does.
// Whether it is a notice at all is for decode_notice to say; here it has to be JSON within limits.
[[nodiscard]] Expected<std::string, NoticeProblem> canonical_notice(std::string_view text);

}  // namespace sayso::encoding
