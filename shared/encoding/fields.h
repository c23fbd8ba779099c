// Reads a JSON object strictly: every member is asked for by name, and a missing, unknown or wrong
// one is reported.
//
//   Offer offer;
//   const auto read = read_fields(json, [&](Fields& fields) {
//     offer.name = fields.text("name");
//     offer.days = fields.integer("days", 1, 366);
//     fields.objects("uses", [&](Fields& use) { offer.uses.push_back(use.text("purpose")); });
//   });
//   if (!read) return failure(...read.error()...);
//
// The first problem is kept; after it every read answers with an empty value, so a reader needs no
// checks of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/encoding/json.h"

namespace sayso::encoding {

enum class FieldError {
  NotAnObject,
  Missing,
  Unknown,
  WrongKind,   // a string where an integer belongs, and the like
  WrongValue,  // out of bounds, or not one of the values that are allowed
};

struct FieldProblem {
  FieldError error = FieldError::NotAnObject;
  // JSON Pointer (RFC 6901) of the member: `/proof/created`, `/choices/2/decision`; empty for the
  // whole value.
  std::string pointer;
};

class Fields {
 public:
  using Reader = std::function<void(Fields&)>;

  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  // For members that may be left out. Asking does not consume: read it afterwards.
  [[nodiscard]] bool has(std::string_view name) const;

  [[nodiscard]] std::string text(std::string_view name);
  // As text, but "" when the member is not there.
  [[nodiscard]] std::string optional_text(std::string_view name);
  // WrongValue unless it is exactly this.
  void constant(std::string_view name, std::string_view expected);
  // Both bounds included; `least` when there is a problem.
  [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
  [[nodiscard]] bool boolean(std::string_view name);
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  // Any value, to be read by other code; an empty object, which lives as long as this, when there
  // is a problem.
  [[nodiscard]] const Json& json(std::string_view name);

  void object(std::string_view name, const Reader& read);
  // Once for each element of an array of objects.
  void objects(std::string_view name, const Reader& read);

  // Says that a member just read does not make sense.
  void refuse(std::string_view name, FieldError error = FieldError::WrongValue);
  [[nodiscard]] bool failed() const;

 private:
  friend Expected<void, FieldProblem> read_fields(const Json& json, const Reader& read);
  struct Report;

  Fields(const Json& json, std::string pointer, Report& report);
  void read_nested(const Json& json, std::string pointer, const Reader& read);
  void finish();
  [[nodiscard]] const Json* take(std::string_view name);
  [[nodiscard]] std::string pointer_to(std::string_view name) const;
  void report(FieldError error, std::string pointer);

  const Json::Object* object_ = nullptr;
  std::string pointer_;
  std::vector<std::string> taken_;
  Json empty_;
  Report& report_;
};

// The only way to get at Fields, so that looking for unknown members cannot be forgotten.
[[nodiscard]] Expected<void, FieldProblem> read_fields(const Json& json,
                                                       const Fields::Reader& read);

[[nodiscard]] std::string_view describe(FieldError error);

}  // namespace sayso::encoding
