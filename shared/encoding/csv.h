// Tables as RFC 4180 has them, for programs that show tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::encoding {

// One record with its CRLF. A cell that a spreadsheet would take for a formula (it begins with = +
// - @ or a tab) gets an apostrophe in front: what somebody else wrote must not run on the reader's
// computer.
[[nodiscard]] std::string encode_csv_row(const std::vector<std::string>& cells);

}  // namespace sayso::encoding
