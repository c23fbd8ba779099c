#include "shared/encoding/fields.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/base/check.h"

namespace sayso::encoding {

struct Fields::Report {
  std::optional<FieldProblem> first;
};

namespace {

// RFC 6901 §3.
std::string escape_pointer(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '~')
      text += "~0";
    else if (c == '/')
      text += "~1";
    else
      text += c;
  }
  return text;
}

}  // namespace

Fields::Fields(const Json& json, std::string pointer, Report& report)
    : object_(json.object()), pointer_(std::move(pointer)), report_(report) {
  if (object_ == nullptr) this->report(FieldError::NotAnObject, pointer_);
}

bool Fields::has(std::string_view name) const {
  return object_ != nullptr && object_->find(name) != object_->end();
}

bool Fields::failed() const { return report_.first.has_value(); }

std::string Fields::pointer_to(std::string_view name) const {
  return pointer_ + "/" + escape_pointer(name);
}

void Fields::report(FieldError error, std::string pointer) {
  if (!failed()) report_.first = FieldProblem{error, std::move(pointer)};
}

void Fields::refuse(std::string_view name, FieldError error) { report(error, pointer_to(name)); }

const Json* Fields::take(std::string_view name) {
  taken_.emplace_back(name);
  if (failed()) return nullptr;
  const auto member = object_->find(name);
  if (member != object_->end()) return &member->second;
  refuse(name, FieldError::Missing);
  return nullptr;
}

std::string Fields::text(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return {};
  if (const std::string* text = value->string()) return *text;
  refuse(name, FieldError::WrongKind);
  return {};
}

std::string Fields::optional_text(std::string_view name) {
  return has(name) ? text(name) : std::string();
}

void Fields::constant(std::string_view name, std::string_view expected) {
  const std::string value = text(name);
  if (value != expected) refuse(name);
}

std::int64_t Fields::integer(std::string_view name, std::int64_t least, std::int64_t most) {
  const Json* value = take(name);
  if (value == nullptr) return least;
  const std::int64_t* number = value->integer();
  if (number == nullptr) {
    refuse(name, FieldError::WrongKind);
    return least;
  }
  if (*number >= least && *number <= most) return *number;
  refuse(name);
  return least;
}

bool Fields::boolean(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return false;
  if (const bool* flag = value->boolean()) return *flag;
  refuse(name, FieldError::WrongKind);
  return false;
}

std::vector<std::string> Fields::texts(std::string_view name) {
  const Json* value = take(name);
  if (value == nullptr) return {};
  const Json::Array* elements = value->array();
  std::vector<std::string> texts;
  if (elements == nullptr) refuse(name, FieldError::WrongKind);
  for (std::size_t i = 0; elements != nullptr && i < elements->size(); ++i) {
    if (const std::string* text = (*elements)[i].string())
      texts.push_back(*text);
    else
      report(FieldError::WrongKind, pointer_to(name) + "/" + std::to_string(i));
  }
  if (failed()) texts.clear();
  return texts;
}

const Json& Fields::json(std::string_view name) {
  const Json* value = take(name);
  return value == nullptr ? empty_ : *value;
}

void Fields::object(std::string_view name, const Reader& read) {
  if (const Json* value = take(name)) read_nested(*value, pointer_to(name), read);
}

void Fields::objects(std::string_view name, const Reader& read) {
  const Json* value = take(name);
  if (value == nullptr) return;
  const Json::Array* elements = value->array();
  if (elements == nullptr) return refuse(name, FieldError::WrongKind);
  for (std::size_t i = 0; i < elements->size() && !failed(); ++i)
    read_nested((*elements)[i], pointer_to(name) + "/" + std::to_string(i), read);
}

void Fields::read_nested(const Json& json, std::string pointer, const Reader& read) {
  Fields nested(json, std::move(pointer), report_);
  if (failed()) return;
  read(nested);
  nested.finish();
}

void Fields::finish() {
  for (const auto& [name, value] : *object_) {
    if (std::find(taken_.begin(), taken_.end(), name) == taken_.end())
      refuse(name, FieldError::Unknown);
  }
}

Expected<void, FieldProblem> read_fields(const Json& json, const Fields::Reader& read) {
  Fields::Report report;
  Fields fields(json, "", report);
  if (!fields.failed()) {
    read(fields);
    fields.finish();
  }
  if (report.first) return failure(*report.first);
  return {};
}

std::string_view describe(FieldError error) {
  switch (error) {
    case FieldError::NotAnObject:
      return "not an object";
    case FieldError::Missing:
      return "missing";
    case FieldError::Unknown:
      return "not a member that belongs here";
    case FieldError::WrongKind:
      return "of the wrong kind";
    case FieldError::WrongValue:
      return "not a value that is allowed";
  }
  CHECK(false);
}

}  // namespace sayso::encoding
