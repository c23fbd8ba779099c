// The parts of a notice's file, one function each; notice_json.cpp puts them together.
#pragma once

#include "shared/domain/notice.h"
#include "shared/encoding/content_reader.h"

namespace sayso::encoding {

[[nodiscard]] domain::Council read_council(ContentReader& reader, const At& at);
[[nodiscard]] domain::Section read_section(ContentReader& reader, const At& at);
[[nodiscard]] domain::Kind read_kind(ContentReader& reader, const At& at);
[[nodiscard]] domain::Organisation read_organisation(ContentReader& reader, const At& at);
[[nodiscard]] domain::Purpose read_purpose(ContentReader& reader, const At& at);
[[nodiscard]] domain::Promise read_promise(ContentReader& reader, const At& at);

// A language tag in its usual shape: "en", "cy", "pa-Arab".
[[nodiscard]] bool is_language_tag(std::string_view text);

}  // namespace sayso::encoding
