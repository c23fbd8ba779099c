// Every screen, with what it shows when all is well and when it is not.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/screens/names.h"
#include "shared/screens/screens.h"
#include "tests/support/shipped_content.h"

namespace sayso::screens::test {

// What a context refers to, kept together.
struct World {
  domain::Notice notice = sayso::test::shipped_notice();
  domain::Words words = sayso::test::shipped_words();
  std::set<std::string> open;
  std::map<std::string, std::string> fields;
  std::map<std::string, std::string> errors;
  std::string problem;
  bool busy = false;
  bool signed_in = false;
  Settings settings;
  bool can_speak = false;
  // A person's name and a child's; what somebody might make of them.
  std::string name = "Robin Reed";
  std::string child = "Kit Reed";

  [[nodiscard]] Context context() const {
    return {.notice = notice,
            .words = words,
            .now = Instant{1'795'424'400},
            .open = open,
            .fields = fields,
            .errors = errors,
            .busy = busy,
            .problem = problem,
            .signed_in = signed_in,
            .settings = settings,
            .can_speak = can_speak};
  }
};

using document::Document;

struct Screen {
  std::string name;
  Document document;
};

// All of them, as this world has it; those of choosing in both voices.
[[nodiscard]] std::vector<Screen> all_screens(const World& world);

// Every node, parents first.
void visit_nodes(const document::Node& node, const std::function<void(const document::Node&)>& see);
void visit_nodes(const Document& document, const std::function<void(const document::Node&)>& see);

// What a node says of itself and in its inline children, in one piece.
[[nodiscard]] std::string text_of(const document::Node& node);

}  // namespace sayso::screens::test
