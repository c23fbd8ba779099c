#include "tests/server/http/description.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <regex>

#include "tests/server/http/schema.h"
#include "tests/support/shipped_content.h"

namespace sayso::http {

using encoding::Json;

namespace {

std::set<std::string> slugs_of(const Json& response) {
  std::set<std::string> slugs;
  if (const auto* listed = response.find("x-problems")) {
    for (const Json& slug : *listed->array()) slugs.insert(*slug.string());
  }
  return slugs;
}

void check_headers(const Json& response, const Answer& answer) {
  const auto* headers = response.find("headers");
  if (headers == nullptr) return;
  for (const auto& [header, unused] : *headers->object()) CHECK_FALSE(answer.field(header).empty());
}

}  // namespace

Json load_description() {
  const auto json =
      encoding::decode_json(sayso::test::source_file("docs/openapi.json"), {512 * 1024, 32});
  REQUIRE_MESSAGE(json.has_value(), "docs/openapi.json is not JSON of ours");
  return *json;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(c));
  return text;
}

void Description::check(const Ask& ask, const Answer& answer) {
  CAPTURE(ask.method);
  CAPTURE(ask.path);
  CAPTURE(answer.whole);
  const auto [template_path, operation] = find_operation(ask);
  const auto* response =
      operation ? operation->find("responses")->find(std::to_string(answer.status)) : nullptr;
  const bool is_common = is_of_every_call(answer.problem());
  if (is_common) seen_.insert(answer.problem());
  if (response == nullptr && is_common)
    return check_body(answer, follow(json_, "#/components/schemas/Problem"));
  REQUIRE_MESSAGE(response != nullptr, "no such answer is described");
  const std::string name =
      lower(ask.method) + " " + template_path + " " + std::to_string(answer.status);
  seen_.insert(name);
  check_problem(*response, answer, name);
  check_headers(*response, answer);
  check_content(*response, answer);
}

std::vector<std::string> Description::unseen() const {
  std::vector<std::string> missing;
  const auto want = [&](const std::string& name) {
    if (seen_.count(name) == 0) missing.push_back(name);
  };
  for (const auto& [path, methods] : *json_.find("paths")->object()) {
    for (const auto& [method, operation] : *methods.object()) {
      for (const auto& [status, response] : *operation.find("responses")->object()) {
        const std::string name = method + " " + path + " " + status;
        want(name);
        for (const auto& slug : slugs_of(response)) want(name + " " + slug);
      }
    }
  }
  for (const Json& slug : *json_.find("x-problems-of-every-call")->array()) {
    // A handler that forgets to reply, and workers that have too much to do, have tests of their
    // own.
    if (*slug.string() != "internal" && *slug.string() != "unavailable") want(*slug.string());
  }
  return missing;
}

bool Description::is_of_every_call(const std::string& slug) const {
  // A call that may find no room to store says so itself.
  if (slug == "unavailable") return false;
  const auto& all = *json_.find("x-problems-of-every-call")->array();
  return std::find(all.begin(), all.end(), Json(slug)) != all.end();
}

std::pair<std::string, const Json*> Description::find_operation(const Ask& ask) const {
  for (const auto& [path, methods] : *json_.find("paths")->object()) {
    const std::string any_name = std::regex_replace(path, std::regex("\\{tile\\}"), ".+");
    const std::string pattern = std::regex_replace(any_name, std::regex("\\{[a-z]+\\}"), "[^/]+");
    if (std::regex_match(ask.path, std::regex(pattern)))
      return {path, methods.find(lower(ask.method))};
  }
  return {};
}

void Description::check_problem(const Json& response, const Answer& answer,
                                const std::string& name) {
  if (answer.problem().empty()) return;
  CHECK_MESSAGE(slugs_of(response).count(answer.problem()) == 1, "this problem is not described");
  seen_.insert(name + " " + answer.problem());
}

void Description::check_content(const Json& response, const Answer& answer) const {
  const auto* content = response.find("content");
  if (content == nullptr) {
    CHECK(answer.body.empty());
    return;
  }
  const auto* described = content->find(answer.field("Content-Type"));
  REQUIRE_MESSAGE(described != nullptr, "another media type");
  const auto* schema = described->find("schema");
  const bool is_json = answer.field("Content-Type").find("json") != std::string::npos;
  if (schema != nullptr && is_json) check_body(answer, *schema);
}

void Description::check_body(const Answer& answer, const Json& schema) const {
  for (const auto& problem : check_schema(answer.json, schema, json_)) FAIL_CHECK(problem);
}

}  // namespace sayso::http
