#include "server/items/item_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "server/items/csv_records.h"
#include "server/items/lines.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/held_item_json.h"
#include "shared/encoding/utf8.h"

namespace sayso::items {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::array<std::string_view, 8> kFields{"person",   "reference", "kind",    "source",
                                                  "received", "arrival",   "summary", "purposes"};

std::string explain(const std::string& field, encoding::FieldError error) {
  if (error == encoding::FieldError::Missing) return "is missing";
  if (error == encoding::FieldError::Unknown) return "is no field of a row";
  if (field == "received") return "is no day, as in 2026-09-04";
  if (field == "arrival") return "is not transfer, email, letter, telephone or meeting";
  return "is not of the kind that belongs there";
}

std::variant<app::ItemOf, RowFault> read_row(const Json& json) {
  app::ItemOf row;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    row.person = PersonId(fields.text("person"));
    row.item = encoding::read_held_item(fields);
  });
  if (read) return row;
  const std::string& pointer = read.error().pointer;
  const std::string field = pointer.substr(0, pointer.find('/', 1));
  if (field.empty()) return RowFault{{}, "is no object"};
  return RowFault{field.substr(1), explain(field.substr(1), read.error().error)};
}

class JsonLinesReader final : public ItemReader {
 public:
  explicit JsonLinesReader(std::istream& stream) : lines_(stream, kMaxRecordBytes) {}

  std::optional<Row> next() override {
    auto line = lines_.next();
    while (line && !line->too_long && is_blank(line->text)) line = lines_.next();
    if (!line) return std::nullopt;
    if (line->too_long) return Row{line->number, RowFault{{}, "is longer than a row may be"}};
    const auto json = encoding::decode_json(line->text, {});
    if (!json) {
      const std::string column = std::to_string(json.error().column);
      return Row{line->number, RowFault{{},
                                        "is not JSON from its column " + column +
                                            " on: " + std::string(describe(json.error().error))}};
    }
    return Row{line->number, read_row(*json)};
  }

 private:
  static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
  }

  Lines lines_;
};

class CsvReader final : public ItemReader {
 public:
  explicit CsvReader(std::istream& stream) : records_(stream) {}

  // What is wrong with the first row; empty when it names each field once.
  std::string read_header() {
    const auto header = records_.next();
    if (!header) return "the file is empty";
    if (!header->fault.empty()) return "the first row " + header->fault;
    for (const std::string& name : header->cells) {
      if (std::find(kFields.begin(), kFields.end(), name) == kFields.end())
        return "the first row names a field that there is not: '" + name + "'";
      if (std::count(header->cells.begin(), header->cells.end(), name) > 1)
        return "the first row names a field twice: '" + name + "'";
    }
    for (const std::string_view name : kFields) {
      if (std::find(header->cells.begin(), header->cells.end(), name) == header->cells.end())
        return "the first row lacks the field '" + std::string(name) + "'";
    }
    names_ = header->cells;
    return {};
  }

  std::optional<Row> next() override {
    const auto record = records_.next();
    if (!record) return std::nullopt;
    if (!record->fault.empty()) return Row{record->line, RowFault{{}, record->fault}};
    if (record->cells.size() != names_.size()) {
      return Row{record->line,
                 RowFault{{},
                          "has " + std::to_string(record->cells.size()) +
                              " cells, and the first row " + std::to_string(names_.size())}};
    }
    Json::Object object;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!encoding::is_json_text(record->cells[i]))
        return Row{record->line, RowFault{names_[i], "is not UTF-8 text"}};
      object.emplace(names_[i], names_[i] == "purposes" ? Json(split(record->cells[i]))
                                                        : Json(record->cells[i]));
    }
    return Row{record->line, read_row(Json(std::move(object)))};
  }

 private:
  // "a;b" → ["a", "b"]; empty = none.
  static Json::Array split(std::string_view text) {
    Json::Array parts;
    while (!text.empty()) {
      const auto end = text.find(';');
      parts.emplace_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
  }

  CsvRecords records_;
  std::vector<std::string> names_;
};

}  // namespace

std::optional<Format> format_of(std::string_view file_name) {
  if (file_name.ends_with(".csv")) return Format::Csv;
  for (const std::string_view end : {".jsonl", ".ndjson", ".json"}) {
    if (file_name.ends_with(end)) return Format::JsonLines;
  }
  return std::nullopt;
}

Expected<std::unique_ptr<ItemReader>, std::string> read_items(std::istream& stream, Format format) {
  if (format == Format::JsonLines) return std::make_unique<JsonLinesReader>(stream);
  auto reader = std::make_unique<CsvReader>(stream);
  if (auto problem = reader->read_header(); !problem.empty()) return failure(std::move(problem));
  return reader;
}

}  // namespace sayso::items
