// Records of a CSV file (RFC 4180), each with the line that it begins on.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sayso::items {

// Of one record, and of one line.
inline constexpr std::size_t kMaxRecordBytes = 64 * 1024;

struct CsvRecord {
  std::size_t line = 1;  // from 1
  std::vector<std::string> cells;
  // Why it could not be read; empty for a good one.
  std::string fault;
};

class CsvRecords {
 public:
  // UTF-8, with or without a byte order mark; lines end with LF or CRLF. The stream outlives this.
  explicit CsvRecords(std::istream& stream);
  ~CsvRecords();
  CsvRecords(const CsvRecords&) = delete;
  CsvRecords& operator=(const CsvRecords&) = delete;

  // Nothing at the end. Blank lines are passed over. After a fault reading goes on with the next
  // line.
  [[nodiscard]] std::optional<CsvRecord> next();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace sayso::items
