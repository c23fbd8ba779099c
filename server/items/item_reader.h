// Held items out of a file, row by row. docs/formats/held-item.md.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "server/app/office.h"
#include "shared/base/expected.h"

namespace sayso::items {

enum class Format { Csv, JsonLines };

// By the end of the file's name: .csv, or .jsonl, .ndjson and .json.
[[nodiscard]] std::optional<Format> format_of(std::string_view file_name);

// Why a row cannot be kept, for whoever made the file.
struct RowFault {
  // Empty where it is the row as a whole.
  std::string field;
  std::string what;
};

struct Row {
  std::size_t line = 1;  // from 1
  std::variant<app::ItemOf, RowFault> content;
};

// The form of a row is checked here; what the notice allows is not.
class ItemReader {
 public:
  virtual ~ItemReader() = default;
  // Nothing at the end.
  [[nodiscard]] virtual std::optional<Row> next() = 0;
};

// The stream outlives the reader. The error is what is wrong with the file as a whole, as a
// sentence: a CSV file needs a first row with the name of each field.
[[nodiscard]] Expected<std::unique_ptr<ItemReader>, std::string> read_items(std::istream& stream,
                                                                            Format format);

}  // namespace sayso::items
