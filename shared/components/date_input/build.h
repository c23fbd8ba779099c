// A date that a person knows: day, month and year, each typed.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

// Labels of the three, and what has been typed in each. Their names are "<name>-day" and so on.
struct DateParts {
  std::string day_label = {};
  std::string month_label = {};
  std::string year_label = {};
  std::string day = {};
  std::string month = {};
  std::string year = {};
};

// `field` is the whole: legend, hint, message. Its autocomplete is "bday" or empty.
[[nodiscard]] Node date_input(Field field, DateParts parts);

}  // namespace sayso::document
