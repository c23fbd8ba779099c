// docs/openapi.json, as a judge of what the server answers.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/encoding/json.h"
#include "tests/server/http/api_server.h"

namespace sayso::http {

[[nodiscard]] encoding::Json load_description();
[[nodiscard]] std::string lower(std::string text);

class Description {
 public:
  Description() : json_(load_description()) {}

  // Checks one exchange, and remembers what it was an example of.
  void check(const Ask& ask, const Answer& answer);
  // Everything that is described and was not seen.
  [[nodiscard]] std::vector<std::string> unseen() const;

 private:
  using Json = encoding::Json;

  [[nodiscard]] bool is_of_every_call(const std::string& slug) const;
  [[nodiscard]] std::pair<std::string, const Json*> find_operation(const Ask& ask) const;
  void check_problem(const Json& response, const Answer& answer, const std::string& name);
  void check_content(const Json& response, const Answer& answer) const;
  void check_body(const Answer& answer, const Json& schema) const;

  Json json_;
  std::set<std::string> seen_;
};

}  // namespace sayso::http
