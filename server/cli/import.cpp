// The file is read twice: first every row is judged, so that a file with bad rows can be refused
// whole; then the good ones are kept, many in one commit. What was cut off is finished by running
// it again: a row that is kept already changes nothing.

#include "server/cli/import.h"

#include <fstream>
#include <map>
#include <optional>
#include <ostream>
#include <utility>
#include <variant>
#include <vector>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "server/items/item_reader.h"
#include "shared/domain/civil_time.h"
#include "shared/domain/held_item.h"

namespace sayso::cli {
namespace {

using items::Row;
using items::RowFault;

constexpr std::size_t kRowsPerCommit = 500;
constexpr std::size_t kRowsPerReport = 10'000;

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso import: " << what << "\n";
  return code;
}

RowFault explain(domain::ItemFault fault) {
  using domain::ItemFault;
  switch (fault) {
    case ItemFault::Reference:
      return {"reference", "is not 1 to 64 printable characters without spaces"};
    case ItemFault::UnknownKind:
      return {"kind", "is no kind of information in the notice"};
    case ItemFault::UnknownSource:
      return {"source", "is no organisation that the notice says information comes from"};
    case ItemFault::NotItsKind:
      return {"kind", "is not what the notice says that this source gives"};
    case ItemFault::NotYet:
      return {"received", "is a day to come"};
    case ItemFault::Expired:
      return {"received", "is so long ago that it had to be destroyed by now"};
    case ItemFault::Summary:
      return {"summary", "is not 1 to 2,000 bytes of text"};
    case ItemFault::Purposes:
      break;
  }
  return {"purposes", "is not one or more purposes of the notice, each once"};
}

RowFault explain(app::KeepFault fault) {
  if (fault == app::KeepFault::TooMany) return {"person", "has as many items as one may have"};
  return {"person", "is nobody's id"};
}

struct Counts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
  std::size_t bad = 0;
  [[nodiscard]] std::size_t rows() const { return added + changed + same + bad; }
};

class Import {
 public:
  Import(const ImportOptions& options, Council& council, const domain::Notice& notice,
         items::Format format, std::ostream& err)
      : options_(options), council_(council), notice_(notice), format_(format), err_(err) {}

  // Tells of each bad row. Nothing where the file as a whole cannot be read.
  std::optional<Counts> judge() {
    Counts counts;
    const bool read = each_batch(
        [&](const Batch& batch) {
          tally(batch, council_.office().compare_items(batch.items), counts, true);
          return true;
        },
        counts, true);
    return read ? std::optional(counts) : std::nullopt;
  }

  // Nothing where nothing more could be stored.
  std::optional<Counts> keep() {
    Counts counts;
    const bool kept = each_batch(
        [&](const Batch& batch) {
          const auto results = council_.office().keep_items(batch.items);
          if (results) tally(batch, *results, counts, false);
          return results.has_value();
        },
        counts, false);
    return kept ? std::optional(counts) : std::nullopt;
  }

 private:
  struct Batch {
    std::vector<std::size_t> lines;
    std::vector<app::ItemOf> items;
  };
  using Results = std::vector<Expected<app::Keeping, app::KeepFault>>;

  template <class Use>
  bool each_batch(Use use, Counts& counts, bool tell) {
    std::ifstream stream(options_.file, std::ios::binary);
    auto reader = items::read_items(stream, format_);
    if (!reader) {
      complain(err_, options_.file + ": " + reader.error(), kFailed);
      return false;
    }
    first_lines_.clear();
    const Date today = domain::uk_time(council_.clock().now()).date;
    Batch batch;
    std::size_t reported = 0;
    while (auto row = (*reader)->next()) {
      if (auto fault = take(*row, today, batch)) count_bad(row->line, *fault, counts, tell);
      if (batch.items.size() < kRowsPerCommit) continue;
      if (!use(batch)) return false;
      batch = {};
      if (counts.rows() < reported + kRowsPerReport) continue;
      reported = counts.rows();
      err_ << (tell ? "read " : "kept ") << reported << " rows\n";
    }
    return batch.items.empty() || use(batch);
  }

  // Puts a good row into the batch, and says what is wrong with a bad one.
  std::optional<RowFault> take(Row& row, Date today, Batch& batch) {
    if (const auto* fault = std::get_if<RowFault>(&row.content)) return *fault;
    auto& one = std::get<app::ItemOf>(row.content);
    if (const auto fault = domain::find_fault(one.item, notice_, today)) return explain(*fault);
    const std::string name =
        one.person.value() + " " + one.item.source.value() + " " + one.item.reference;
    const auto [first, is_new] = first_lines_.try_emplace(name, row.line);
    if (!is_new)
      return RowFault{"reference", "is that of line " + std::to_string(first->second) + ", too"};
    batch.lines.push_back(row.line);
    batch.items.push_back(std::move(one));
    return std::nullopt;
  }

  void tally(const Batch& batch, const Results& results, Counts& counts, bool tell) {
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!results[i]) {
        count_bad(batch.lines[i], explain(results[i].error()), counts, tell);
        continue;
      }
      if (*results[i] == app::Keeping::New) ++counts.added;
      if (*results[i] == app::Keeping::Changed) ++counts.changed;
      if (*results[i] == app::Keeping::Same) ++counts.same;
    }
  }

  void count_bad(std::size_t line, const RowFault& fault, Counts& counts, bool tell) {
    ++counts.bad;
    if (!tell) return;
    err_ << "line " << line << (fault.field.empty() ? "" : ", " + fault.field) << ": " << fault.what
         << "\n";
  }

  const ImportOptions& options_;
  Council& council_;
  const domain::Notice& notice_;
  items::Format format_;
  std::ostream& err_;
  // Of this file, by person, source and reference.
  std::map<std::string, std::size_t> first_lines_;
};

void report(std::ostream& out, const Counts& counts, bool dry_run) {
  out << counts.rows() << " rows: " << counts.added << (dry_run ? " would be new, " : " new, ")
      << counts.changed << " changed, " << counts.same << " as they were, " << counts.bad
      << " bad\n";
}

std::optional<items::Format> format_of(const ImportOptions& options) {
  if (options.format == "csv") return items::Format::Csv;
  if (options.format == "json") return items::Format::JsonLines;
  return options.format.empty() ? items::format_of(options.file) : std::nullopt;
}

}  // namespace

int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err) {
  const auto format = format_of(options);
  if (!format)
    return complain(err, "give --format csv or --format json: the file's name does not tell",
                    kWrongQuestion);
  if (!std::ifstream(options.file).good())
    return complain(err, "cannot read " + options.file, kWrongQuestion);
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error(), kFailed);
  const auto council = Council::open(settings, *content, {}, storage::Opener::Tool);
  if (!council) return complain(err, council.error(), kFailed);
  Import import(options, **council, *content->current, *format, err);
  const auto judged = import.judge();
  if (!judged) return kFailed;
  if (options.dry_run || (judged->bad > 0 && !options.keep_good)) {
    report(out, *judged, true);
    if (judged->bad > 0 && !options.dry_run)
      err << "nothing was changed, because some rows are bad; --keep-good keeps the others\n";
    return judged->bad > 0 ? kFailed : kDone;
  }
  const auto kept = import.keep();
  if (!kept)
    return complain(err, "not all could be stored: run it again, and what is missing is added",
                    kFailed);
  report(out, *kept, false);
  return kept->bad > 0 ? kFailed : kDone;
}

}  // namespace sayso::cli
