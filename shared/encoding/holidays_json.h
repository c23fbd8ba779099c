// The bank holidays' file format: {"region", "first_year", "last_year", "days": [{"date",
// "name"}]}, sorted, each once.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/encoding/json.h"
#include "shared/encoding/line_problem.h"

namespace sayso::encoding {

// The table knows every bank holiday of the years `first_year` to `last_year`, and nothing of
// others.
struct BankHolidays {
  int first_year = 0;
  int last_year = 0;
  std::vector<Date> days;
};

[[nodiscard]] Expected<BankHolidays, std::vector<LineProblem>> decode_bank_holidays(
    std::string_view text);

}  // namespace sayso::encoding
