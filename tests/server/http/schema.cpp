#include "tests/server/http/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace sayso::http {
namespace {

using encoding::Json;

class Checker {
 public:
  explicit Checker(const Json& document) : document_(document) {}

  void check(const Json& value, const Json& schema, const std::string& path) {
    if (const auto* reference = schema.find("$ref"))
      return check(value, follow(document_, *reference->string()), path);
    for (const auto& [keyword, given] : *schema.object())
      check_keyword(value, keyword, given, path);
    if (const auto* closed = schema.find("additionalProperties")) {
      REQUIRE(*closed->boolean() == false);
      check_closed(value, schema, path);
    }
  }

  std::vector<std::string> problems;

 private:
  void complain(const std::string& path, const std::string& why) {
    problems.push_back(path + ": " + why);
  }

  void check_keyword(const Json& value, const std::string& keyword, const Json& given,
                     const std::string& path) {
    static const std::set<std::string> kElsewhere{"description", "additionalProperties"};
    if (keyword == "type") return check_type(value, *given.string(), path);
    if (keyword == "const" && value != given) return complain(path, "is not the constant");
    if (keyword == "enum" &&
        std::find(given.array()->begin(), given.array()->end(), value) == given.array()->end())
      return complain(path, "is none of the enumerated");
    if (keyword == "const" || keyword == "enum" || kElsewhere.count(keyword) > 0) return;
    if (value.object() != nullptr) return check_object(value, keyword, given, path);
    if (value.array() != nullptr) return check_array(value, keyword, given, path);
    if (value.string() != nullptr) return check_string(*value.string(), keyword, given, path);
    if (value.integer() != nullptr) return check_integer(*value.integer(), keyword, given, path);
  }

  void check_type(const Json& value, const std::string& type, const std::string& path) {
    const bool fits = (type == "object" && value.object() != nullptr) ||
                      (type == "array" && value.array() != nullptr) ||
                      (type == "string" && value.string() != nullptr) ||
                      (type == "integer" && value.integer() != nullptr) ||
                      (type == "boolean" && value.boolean() != nullptr);
    if (!fits) complain(path, "is no " + type);
  }

  void check_object(const Json& value, const std::string& keyword, const Json& given,
                    const std::string& path) {
    if (keyword == "required") {
      for (const Json& name : *given.array()) {
        if (value.find(*name.string()) == nullptr) complain(path, "lacks " + *name.string());
      }
      return;
    }
    REQUIRE_MESSAGE(keyword == "properties", keyword);
    for (const auto& [name, schema] : *given.object()) {
      if (const auto* member = value.find(name)) check(*member, schema, path + "/" + name);
    }
  }

  void check_array(const Json& value, const std::string& keyword, const Json& given,
                   const std::string& path) {
    const Json::Array& elements = *value.array();
    if (keyword == "maxItems") {
      if (elements.size() > static_cast<std::size_t>(*given.integer()))
        complain(path, "is too long");
      return;
    }
    REQUIRE_MESSAGE(keyword == "items", keyword);
    for (std::size_t i = 0; i < elements.size(); ++i)
      check(elements[i], given, path + "/" + std::to_string(i));
  }

  void check_string(const std::string& value, const std::string& keyword, const Json& given,
                    const std::string& path) {
    if (keyword == "pattern") {
      if (!std::regex_search(value, std::regex(*given.string())))
        complain(path, "'" + value + "' does not match " + *given.string());
      return;
    }
    const auto size = static_cast<std::int64_t>(value.size());
    const bool known = keyword == "minLength" || keyword == "maxLength";
    REQUIRE_MESSAGE(known, keyword);
    if (keyword == "minLength" ? size < *given.integer() : size > *given.integer())
      complain(path, keyword);
  }

  void check_integer(std::int64_t value, const std::string& keyword, const Json& given,
                     const std::string& path) {
    const bool known = keyword == "minimum" || keyword == "maximum";
    REQUIRE_MESSAGE(known, keyword);
    if (keyword == "minimum" ? value < *given.integer() : value > *given.integer())
      complain(path, keyword);
  }

  void check_closed(const Json& value, const Json& schema, const std::string& path) {
    if (value.object() == nullptr) return;
    const auto* properties = schema.find("properties");
    for (const auto& [name, member] : *value.object()) {
      if (properties == nullptr || properties->find(name) == nullptr)
        complain(path, "has an undescribed " + name);
    }
  }

  const Json& document_;
};

}  // namespace

std::vector<std::string> check_schema(const Json& value, const Json& schema, const Json& document) {
  Checker checker(document);
  checker.check(value, schema, "");
  return checker.problems;
}

const Json& follow(const Json& document, const std::string& reference) {
  REQUIRE(reference.substr(0, 2) == "#/");
  const Json* at = &document;
  std::string rest = reference.substr(2);
  while (!rest.empty()) {
    const auto slash = rest.find('/');
    at = at->find(rest.substr(0, slash));
    REQUIRE_MESSAGE(at != nullptr, reference);
    rest = slash == std::string::npos ? std::string() : rest.substr(slash + 1);
  }
  return *at;
}

}  // namespace sayso::http
