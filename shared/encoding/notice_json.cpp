#include "shared/encoding/notice_json.h"

#include <optional>
#include <utility>

#include "shared/encoding/notice_reader.h"
#include "shared/encoding/notice_rules.h"

namespace sayso::encoding {
namespace {

using domain::Notice;

constexpr std::string_view kFormat = "sayso-notice-1";

void read_head(ContentReader& reader, Notice& notice) {
  const At root = reader.root();
  const std::string format = reader.text(root, "format");
  if (!format.empty() && format != kFormat)
    reader.report("/format", "\"format\" has to be \"" + std::string(kFormat) + "\".");
  notice.id = reader.slug(root, "id");
  notice.version = reader.integer(root, "version", 1, 1'000'000);
  notice.language = reader.text(root, "language");
  if (!notice.language.empty() && !is_language_tag(notice.language))
    reader.report("/language", "\"" + notice.language + "\" is not a language tag such as \"en\".");
  const std::string direction = reader.text(root, "direction");
  if (!direction.empty() && direction != "ltr" && direction != "rtl")
    reader.report("/direction", "\"direction\" is \"ltr\" or \"rtl\".");
  if (direction == "rtl") notice.direction = domain::TextDirection::RightToLeft;
  const std::string published = reader.text(root, "published");
  const std::optional<Date> date = decode_date(published);
  if (!date && !published.empty())
    reader.report("/published", "\"" + published + "\" is not a date such as 2026-09-01.");
  notice.published = date.value_or(Date{});
  notice.title = reader.text(root, "title");
}

// The plain words are there beside every part, so they have no headings of their own.
void read_sections(ContentReader& reader, Notice& notice) {
  for (const At& at : reader.elements(reader.root(), "sections")) {
    notice.sections.push_back(read_section(reader, at));
    for (const domain::Block& block : notice.sections.back().plain) {
      if (block.kind == domain::BlockKind::Heading)
        reader.report(pointer_below(at.pointer, "plain"),
                      "Plain words have no heading; the section's \"title\" is theirs.");
    }
  }
}

void read_lists(ContentReader& reader, Notice& notice) {
  const At root = reader.root();
  for (const At& at : reader.elements(root, "kinds")) notice.kinds.push_back(read_kind(reader, at));
  for (const At& at : reader.elements(root, "organisations"))
    notice.organisations.push_back(read_organisation(reader, at));
  for (const At& at : reader.elements(root, "purposes"))
    notice.purposes.push_back(read_purpose(reader, at));
}

void read_promises(ContentReader& reader, Notice& notice) {
  const At promises = reader.member(reader.root(), "promises");
  reader.only(promises, {"bind", "list"});
  notice.promises_bind = reader.text(promises, "bind");
  for (const At& at : reader.elements(promises, "list"))
    notice.promises.push_back(read_promise(reader, at));
}

void read_tail(ContentReader& reader, Notice& notice) {
  const At retention = reader.member(reader.root(), "retention");
  reader.only(retention, {"years", "plain"});
  notice.retention.years = reader.integer(retention, "years", 1, 100);
  notice.retention.plain = reader.text(retention, "plain");
  notice.withdrawing = reader.texts(reader.root(), "withdrawing");
}

Notice read_notice(ContentReader& reader) {
  const At root = reader.root();
  reader.only(root, {"format", "id", "version", "language", "direction", "published", "title",
                     "council", "sections", "kinds", "organisations", "purposes", "promises",
                     "retention", "withdrawing"});
  Notice notice;
  read_head(reader, notice);
  notice.council = read_council(reader, reader.member(root, "council"));
  read_sections(reader, notice);
  read_lists(reader, notice);
  read_promises(reader, notice);
  read_tail(reader, notice);
  check_notice_rules(reader, notice);
  return notice;
}

}  // namespace

Expected<Notice, std::vector<NoticeProblem>> decode_notice(std::string_view text) {
  const auto json = decode_json(text, kNoticeLimits);
  if (!json) return failure(std::vector<NoticeProblem>{line_problem(json.error())});
  ContentReader reader(text, *json);
  Notice notice = read_notice(reader);
  std::vector<NoticeProblem> problems = reader.problems();
  if (!problems.empty()) return failure(std::move(problems));
  return notice;
}

std::vector<NoticeProblem> check_notice(std::string_view text) {
  auto notice = decode_notice(text);
  return notice ? std::vector<NoticeProblem>() : std::move(notice.error());
}

Expected<std::string, NoticeProblem> canonical_notice(std::string_view text) {
  const auto json = decode_json(text, kNoticeLimits);
  if (!json) return failure(line_problem(json.error()));
  return encode_canonical(*json);
}

}  // namespace sayso::encoding
