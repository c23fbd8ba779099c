#include "server/items/csv_records.h"

#include <csv.h>

#include <deque>
#include <utility>

#include "server/items/lines.h"
#include "shared/base/check.h"

namespace sayso::items {

// libcsv calls back for each cell and each end of a record. It is fed line by line, so that the
// line of each record is known.
class CsvRecords::Parser {
 public:
  explicit Parser(std::istream& stream) : lines_(stream, kMaxRecordBytes) { begin(); }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  std::optional<CsvRecord> next() {
    while (ready_.empty() && !ended_) read_line();
    if (ready_.empty()) return std::nullopt;
    CsvRecord record = std::move(ready_.front());
    ready_.pop_front();
    return record;
  }

 private:
  void begin() {
    const int begun = csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI);
    CHECK(begun == 0);
    // Spaces belong to what was written.
    csv_set_space_func(&csv_, [](unsigned char) { return 0; });
    open_ = {};
    size_ = 0;
  }

  void read_line() {
    auto line = lines_.next();
    if (!line) return finish();
    if (size_ == 0 && line->text.empty() && !line->too_long) return;
    if (size_ == 0) open_.line = line->number;
    size_ += line->text.size() + 1;
    if (line->too_long || size_ > kMaxRecordBytes) return fail("is longer than a record may be");
    line->text += '\n';
    const std::size_t taken =
        csv_parse(&csv_, line->text.data(), line->text.size(), on_cell, on_end, this);
    if (taken != line->text.size())
      fail(csv_error(&csv_) == CSV_EPARSE ? "has a quotation mark where none may stand"
                                          : "could not be read");
  }

  void finish() {
    ended_ = true;
    if (csv_fini(&csv_, on_cell, on_end, this) != 0) fail("opens a quotation mark and never ends");
  }

  void fail(std::string fault) {
    CsvRecord record;
    record.line = open_.line;
    record.fault = std::move(fault);
    ready_.push_back(std::move(record));
    csv_free(&csv_);
    begin();
  }

  static void on_cell(void* text, std::size_t size, void* self) {
    static_cast<Parser*>(self)->open_.cells.emplace_back(static_cast<const char*>(text), size);
  }

  static void on_end(int, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    parser.ready_.push_back(std::move(parser.open_));
    parser.open_ = {};
    parser.size_ = 0;
  }

  Lines lines_;
  csv_parser csv_{};
  CsvRecord open_;
  // Bytes of the record that is open; 0 between records.
  std::size_t size_ = 0;
  std::deque<CsvRecord> ready_;
  bool ended_ = false;
};

CsvRecords::CsvRecords(std::istream& stream) : parser_(std::make_unique<Parser>(stream)) {}
CsvRecords::~CsvRecords() = default;

std::optional<CsvRecord> CsvRecords::next() { return parser_->next(); }

}  // namespace sayso::items
