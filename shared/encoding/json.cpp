#include "shared/encoding/json.h"

#include "shared/base/check.h"

namespace sayso::encoding {

Json::Json(std::int64_t number) : value_(number) {
  CHECK(number >= -kMaxInteger && number <= kMaxInteger);
}

const Json* Json::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const auto member = members->find(key);
  return member == members->end() ? nullptr : &member->second;
}

std::string_view describe(JsonError error) {
  switch (error) {
    case JsonError::Syntax:
      return "not JSON";
    case JsonError::TooDeep:
      return "nested too deeply";
    case JsonError::TooLarge:
      return "too large";
    case JsonError::DuplicateKey:
      return "a key stands twice in one object";
    case JsonError::NonAsciiKey:
      return "a key holds characters outside ASCII";
    case JsonError::NotAnInteger:
      return "a number with a fraction or an exponent";
    case JsonError::IntegerOutOfRange:
      return "an integer beyond 9007199254740991";
    case JsonError::NegativeZero:
      return "minus zero";
    case JsonError::NullValue:
      return "null";
    case JsonError::InvalidText:
      return "text that is not valid Unicode, or holds the character zero";
  }
  CHECK(false);
}

}  // namespace sayso::encoding
