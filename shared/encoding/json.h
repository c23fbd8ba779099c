// JSON as a signed record may hold it: strings, booleans, integers within ±(2^53−1), arrays,
// objects with ASCII keys. No null, no fraction, no exponent, no duplicate key, no −0, no invalid
// UTF-8, no lone surrogate, no U+0000 (the screens' and databases' C strings would end there, and
// show less than was signed); depth and size bounded. docs/formats/json.md
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/expected.h"

namespace sayso::encoding {

// 2^53−1: what every reader of JSON, JavaScript's included, holds exactly.
inline constexpr std::int64_t kMaxInteger = 9'007'199'254'740'991;

class Json {
 public:
  using Array = std::vector<Json>;
  // std::less<> on ASCII keys is the order of RFC 8785 §3.2.3.
  using Object = std::map<std::string, Json, std::less<>>;

  Json() : value_(Object{}) {}
  Json(std::string text) : value_(std::move(text)) {}         // NOLINT(google-explicit-constructor)
  Json(std::string_view text) : value_(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  Json(const char* text) : value_(std::string(text)) {}       // NOLINT(google-explicit-constructor)
  Json(bool flag) : value_(flag) {}                           // NOLINT(google-explicit-constructor)
  // Precondition: within ±kMaxInteger.
  Json(std::int64_t number);                          // NOLINT(google-explicit-constructor)
  Json(int number) : value_(std::int64_t{number}) {}  // NOLINT(google-explicit-constructor)
  Json(Array array) : value_(std::move(array)) {}     // NOLINT(google-explicit-constructor)
  Json(Object object) : value_(std::move(object)) {}  // NOLINT(google-explicit-constructor)

  // Null when the value is of another kind.
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&value_); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&value_); }

  // The member of an object; null when this is no object or has no such member.
  [[nodiscard]] const Json* find(std::string_view key) const;

  friend bool operator==(const Json& a, const Json& b) { return a.value_ == b.value_; }
  friend bool operator!=(const Json& a, const Json& b) { return !(a == b); }

 private:
  std::variant<Object, Array, std::string, std::int64_t, bool> value_;
};

enum class JsonError {
  Syntax,
  TooDeep,
  TooLarge,
  DuplicateKey,
  NonAsciiKey,
  NotAnInteger,
  IntegerOutOfRange,
  NegativeZero,
  NullValue,
  InvalidText,
};

struct JsonProblem {
  JsonError error = JsonError::Syntax;
  // Both from 1; column in bytes.
  std::size_t line = 1;
  std::size_t column = 1;
};

struct JsonLimits {
  std::size_t size_bytes = 64 * 1024;
  // Arrays and objects inside one another; `[]` has depth 1. At most 256.
  std::size_t depth = 16;
};

[[nodiscard]] Expected<Json, JsonProblem> decode_json(std::string_view text,
                                                      JsonLimits limits = {});

// RFC 8785: one text for each value, and decode_json of it gives the value back.
// Precondition: every string is_json_text and every key is ASCII, as in everything that decode_json
// gave (utf8.h).
[[nodiscard]] std::string encode_canonical(const Json& json);

[[nodiscard]] std::string_view describe(JsonError error);

}  // namespace sayso::encoding
