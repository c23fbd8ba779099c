// Errors of fields: named above, said beside the field, and one link away.
#include "shared/components/page_template/page.h"
#include "shared/document/html.h"
#include "tests/shared/screens/all_screens.h"

using namespace sayso;
using namespace sayso::screens;
using namespace sayso::screens::test;
using document::Kind;
using document::Node;

namespace {

struct Case {
  const char* screen;
  const char* field;
  const char* message;
};

constexpr Case kCases[] = {
    {"code", kFieldCode, "error.code.empty"},
    {"code", kFieldCode, "problem.invitation"},
    {"device", kFieldDevice, "error.device.empty"},
    {"pin", kFieldPin, "error.pin.length"},
    {"pin", kFieldPin, "error.pin.simple"},
    {"pin", kFieldPinAgain, "error.pin.differs"},
    {"unlock", kFieldPin, "error.pin.wrong"},
    {"contact", kFieldContactWays, "error.contact.empty"},
    {"contact", kFieldContactWays, "error.contact.none_and_more"},
    {"check", kFieldReceipt, "error.receipt.empty"},
};

document::Document screen_called(const World& world, const std::string& name) {
  for (Screen& screen : all_screens(world)) {
    if (screen.name == name) return screen.document;
  }
  FAIL("no screen is called " << name);
  return {};
}

// One link to the field in the summary; the same words at the field; "Error: " before the title.
void check_error(const document::Document& document, const std::string& field,
                 const std::string& message) {
  CAPTURE(field);
  std::size_t links = 0;
  std::size_t fields = 0;
  visit_nodes(document, [&](const Node& node) {
    if (node.kind == Kind::Link && node.href == "#" + field) {
      ++links;
      CHECK(node.label == message);
    }
    const bool is_option = node.kind == Kind::Radio || node.kind == Kind::Checkbox;
    if (node.name == field && !is_option) {
      ++fields;
      CHECK(node.error == message);
      CHECK(node.id == field);
    }
  });
  CHECK(links == 1);
  CHECK(fields == 1);
  CHECK(document.title.rfind("Error: ", 0) == 0);
  const std::string html = document::write_html(document);
  CHECK(html.find("id=\"" + document::escape_html(field) + "\"") != std::string::npos);
}

}  // namespace

TEST_CASE("every error stands above, beside its field, and leads there") {
  for (const Case& one : kCases) {
    CAPTURE(one.screen);
    World world;
    world.errors = {{one.field, one.message}};
    check_error(screen_called(world, one.screen), one.field, world.words.text(one.message));
  }
}

TEST_CASE("a missing answer names the organisation that it is missing for") {
  World world;
  const auto& purpose = world.notice.purposes.at(1);
  for (const auto& question : purpose.questions)
    world.errors[choice_field(purpose.id, question.organisation)] = "error.choice.empty";
  const auto document = screen_called(world, "purpose 1");
  for (const auto& question : purpose.questions) {
    const auto* organisation = domain::find_organisation(world.notice, question.organisation);
    check_error(document, choice_field(purpose.id, question.organisation),
                world.words.text("error.choice.empty", {{"organisation", organisation->in_text}}));
  }
}

TEST_CASE("errors stand in the order of the questions") {
  World world;
  const auto& purpose = world.notice.purposes.at(1);
  std::vector<std::string> wanted;
  for (const auto& question : purpose.questions) {
    wanted.push_back("#" + choice_field(purpose.id, question.organisation));
    world.errors[wanted.back().substr(1)] = "error.choice.empty";
  }
  std::vector<std::string> found;
  visit_nodes(screen_called(world, "purpose 1"), [&](const Node& node) {
    if (node.kind == Kind::Link && node.href.rfind("#choice:", 0) == 0) found.push_back(node.href);
  });
  CHECK(found == wanted);
}

TEST_CASE("a problem names the telephone number of people who can help") {
  World world;
  world.problem = "problem.server";
  for (const Screen& screen : all_screens(world)) {
    CAPTURE(screen.name);
    CHECK(document::write_html(screen.document).find(world.notice.council.telephone) !=
          std::string::npos);
  }
}
