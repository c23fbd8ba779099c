#include "shared/encoding/csv.h"

namespace sayso::encoding {
namespace {

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string quote_cell(const std::string& cell) {
  const std::string text = is_formula(cell) ? "'" + cell : cell;
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string encode_csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    row += quote_cell(cell);
  }
  return row + "\r\n";
}

}  // namespace sayso::encoding
