// Tables.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node table(std::string caption, Nodes rows);
[[nodiscard]] Node header_row(const std::vector<std::string>& cells);
[[nodiscard]] Node row(Nodes cells);
[[nodiscard]] Node cell(std::string text, std::string column = {});
[[nodiscard]] Node cell(Nodes content, std::string column = {});
[[nodiscard]] Node header_cell(std::string text);

// A heading by which the table can be sorted: a plain link, so that it works without script.
enum class Sorted { No, Ascending, Descending };
[[nodiscard]] Node sortable_cell(Node link, Sorted sorted);

}  // namespace sayso::document
