#include "shared/encoding/content_reader.h"

#include <algorithm>

#include "shared/domain/notice.h"

namespace sayso::encoding {
namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string_view last_part(std::string_view pointer) {
  return pointer.substr(pointer.rfind('/') + 1);
}

}  // namespace

ContentReader::ContentReader(std::string_view text, const Json& root) : root_(root), lines_(text) {}

void ContentReader::report(std::string_view pointer, std::string what) {
  problems_.push_back({lines_.line_of(pointer), std::move(what)});
}

void ContentReader::only(const At& at, std::initializer_list<std::string_view> names) {
  if (!at.json) return;
  const Json::Object* object = at.json->object();
  if (!object) return report(at.pointer, "Here has to be an object, in braces.");
  for (const auto& [name, value] : *object) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const bool preselects =
        name == "checked" || name == "selected" || name == "default" || name == "preselected";
    report(pointer_below(at.pointer, name),
           preselects ? quoted(name) + " is refused: no answer may be chosen beforehand."
                      : quoted(name) + " is not a member that belongs here.");
  }
}

At ContentReader::member(const At& at, std::string_view name) {
  const At found = optional_member(at, name);
  if (!found.json && at.json) report(at.pointer, quoted(name) + " is missing.");
  return found;
}

At ContentReader::optional_member(const At& at, std::string_view name) {
  return {at.json ? at.json->find(name) : nullptr, pointer_below(at.pointer, name)};
}

std::string ContentReader::checked_text(const At& at, bool verbatim) {
  if (!at.json) return {};
  const std::string name = quoted(last_part(at.pointer));
  const std::string* text = at.json->string();
  if (!text) {
    report(at.pointer, name + " has to be a text, in quotation marks.");
    return {};
  }
  if (text->empty()) report(at.pointer, name + " is empty.");
  if (has_control_character(*text))
    report(at.pointer, name + " holds a line break, a tab or another control character.");
  const bool padded = !text->empty() && (text->front() == ' ' || text->back() == ' ');
  if (padded && !verbatim) report(at.pointer, name + " begins or ends with a space.");
  return *text;
}

std::string ContentReader::text(const At& at, std::string_view name) {
  return checked_text(member(at, name), false);
}

std::string ContentReader::optional_text(const At& at, std::string_view name) {
  return checked_text(optional_member(at, name), false);
}

std::string ContentReader::verbatim(const At& at, std::string_view name) {
  return checked_text(member(at, name), true);
}

std::string ContentReader::slug(const At& at, std::string_view name) {
  const At found = member(at, name);
  const std::string value = checked_text(found, false);
  if (!value.empty() && !domain::is_slug(value))
    report(found.pointer,
           quoted(name) + " may have small letters a to z, digits and hyphens, 40 at the most.");
  return value;
}

int ContentReader::integer(const At& at, std::string_view name, int least, int most) {
  const At found = member(at, name);
  if (!found.json) return least;
  const std::int64_t* number = found.json->integer();
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  report(found.pointer, quoted(name) + " has to be a whole number from " + std::to_string(least) +
                            " to " + std::to_string(most) + ".");
  return least;
}

std::vector<std::string> ContentReader::texts(const At& at, std::string_view name) {
  std::vector<std::string> read;
  for (const At& element : elements(at, name)) read.push_back(checked_text(element, false));
  return read;
}

std::vector<std::string> ContentReader::verbatims(const At& at, std::string_view name) {
  std::vector<std::string> read;
  for (const At& element : elements(at, name)) read.push_back(checked_text(element, true));
  return read;
}

std::vector<At> ContentReader::elements(const At& at, std::string_view name) {
  const At found = member(at, name);
  if (!found.json) return {};
  const Json::Array* array = found.json->array();
  if (!array || array->empty()) {
    report(found.pointer, quoted(name) + " has to be a list with at least one element.");
    return {};
  }
  std::vector<At> all;
  for (const Json& element : *array) {
    all.push_back({&element, pointer_below(found.pointer, all.size())});
  }
  return all;
}

std::vector<LineProblem> ContentReader::problems() const {
  std::vector<LineProblem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const LineProblem& a, const LineProblem& b) { return a.line < b.line; });
  return sorted;
}

LineProblem line_problem(const JsonProblem& problem) {
  return {problem.line, "Column " + std::to_string(problem.column) + ": " +
                            std::string(describe(problem.error)) + "."};
}

}  // namespace sayso::encoding
