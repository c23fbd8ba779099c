#include "shared/encoding/notice_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::encoding;

namespace {

// The shipped notice with the first `from` replaced.
std::string altered(const std::string& from, const std::string& to) {
  std::string text = test::shipped_notice_text();
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

std::size_t line_of(const std::string& needle) {
  const std::string text = test::shipped_notice_text();
  const std::size_t at = text.find(needle);
  REQUIRE_MESSAGE(at != std::string::npos, needle);
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

bool mentions(const std::vector<NoticeProblem>& problems, std::size_t line,
              const std::string& words) {
  return std::any_of(problems.begin(), problems.end(), [&](const NoticeProblem& problem) {
    return problem.line == line && problem.what.find(words) != std::string::npos;
  });
}

struct Fault {
  const char* from;
  const char* to;
  const char* at;         // text on the line that the problem has to name
  const char* says;       // part of the problem
  std::size_t above = 0;  // the line is so many above that text
};

const Fault kFaults[] = {
    {"\"sayso-notice-1\"", "\"sayso-notice-9\"", "sayso-notice-1", "sayso-notice-1"},
    {"\"version\": 1", "\"version\": 0", "\"version\"", "from 1 to"},
    {"\"version\": 1", "\"version\": \"1\"", "\"version\"", "whole number"},
    {"\"language\": \"en\"", "\"language\": \"English\"", "\"language\"", "language tag"},
    {"\"ltr\"", "\"left\"", "\"direction\"", "rtl"},
    {"2026-09-01", "2026-02-30", "\"published\"", "not a date"},
    {"01632 960123", "ring us", "\"telephone\"", "telephone number"},
    {"your-choices@larkhill", "your-choices larkhill", "\"email\"", "email address"},
    {"https://www.bbc", "http://www.bbc", "\"exit_address\"", "https://"},
    {"\"id\": \"nhs\"", "\"id\": \"N H S\"", "\"id\": \"nhs\"", "small letters"},
    {"\"id\": \"dwp\"", "\"id\": \"nhs\"", "\"id\": \"dwp\"", "there twice"},
    {"\"id\": \"health\"", "\"id\": \"employment\"", "\"id\": \"health\"", "there twice"},
    {"\"organisation\": \"dwp\"", "\"organisation\": \"hmrc\"", "\"organisation\": \"dwp\"",
     "no organisation"},
    {"\"organisation\": \"dwp\"", "\"organisation\": \"nhs\"", "\"organisation\": \"dwp\"",
     "twice"},
    {"\"organisation\": \"dwp\"", "\"organisation\": \"ico\"", "\"organisation\": \"dwp\"",
     "regulator"},
    {"\"name\": \"public-task\"", "\"name\": \"because\"", "\"name\": \"public-task\"",
     "not a name"},
    {"\"name\": \"public-task\"", "\"name\": \"consent\"", "6(1)(e)", "6(1)(a)", 1},
    {"\"6(1)(e)\"", "\"6(1)(f)\"", "6(1)(e)", "article 6(1)(e)", 1},
    {"\"meaning\": \"object\"", "\"meaning\": \"agree\"", "\"meaning\": \"carry-on\"", "carry-on",
     2},
    {"\"meaning\": \"refuse\"", "\"meaning\": \"carry-on\"", "\"meaning\": \"agree\"", "\"refuse\"",
     2},
    {"\"label\": \"No\"", "\"label\": \"Yes\"", "\"label\": \"Yes\"", "read the same", 3},
    {"\"label\": \"No\"", "\"label\": \"No\", \"checked\": true", "\"label\": \"No\"",
     "chosen beforehand"},
    {"\"deletion\": \"not-offered\"", "\"deletion\": \"offered\"", "\"deletion\"",
     "Deletion is offered"},
    {"\"deletion\": \"offered\"", "\"deletion\": \"perhaps\"", "\"deletion\": \"offered\"",
     "not-offered"},
    {"We’ll destroy the information after five years.", "We’ll keep the information.",
     "\"list\": [", "word for word"},
    {"\"child\": \"May the NHS", "\"children\": \"May the NHS", "\"child\": \"May the NHS",
     "not a member"},
    {"\"title\": \"What this is about\"", "\"title\": \"\"", "\"title\": \"What this is about\"",
     "is empty"},
    {"\"title\": \"Our rules\"", "\"title\": \" Our rules\"", "\"title\": \"Our rules\"",
     "with a space"},
    {"\"title\": \"Our rules\"", "\"title\": \"Our\\nrules\"", "\"title\": \"Our rules\"",
     "line break"},
    {"\"years\": 5", "\"years\": 500", "\"years\"", "from 1 to 100"},
    {"\"team\"\n", "\"source\"\n", "\"id\": \"turnaround-plus\",\n      \"name\"", "kinds", 1},
    {"\"regulator\"", "\"recipient\"", "\"organisations\": [", "regulator"},
};

}  // namespace

TEST_CASE("the shipped notice has no problem") {
  for (const auto& problem : check_notice(test::shipped_notice_text())) {
    FAIL_CHECK(problem.line << ": " << problem.what);
  }
}

TEST_CASE("each fault is named at the line where it is") {
  for (const Fault& fault : kFaults) {
    CAPTURE(std::string(fault.from));
    CAPTURE(std::string(fault.to));
    const auto problems = check_notice(altered(fault.from, fault.to));
    CHECK_FALSE(problems.empty());
    for (const auto& problem : problems) INFO(problem.line << ": " << problem.what);
    CHECK(mentions(problems, line_of(fault.at) - fault.above, fault.says));
  }
}

TEST_CASE("all faults of a file are told at once, in the order of lines") {
  std::string text = altered("\"version\": 1", "\"version\": -1");
  const std::string last = "\"years\": 5";
  text.replace(text.find(last), last.size(), "\"years\": 0");
  const auto problems = check_notice(text);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].line < problems[1].line);
}

TEST_CASE("a member that is missing is named at the object that lacks it") {
  for (const char* name : {"\"title\": \"What", "\"plain\": \"Doctors", "\"telephone\": \"01632",
                           "\"bind\": ", "\"paper_route\": ", "\"retention\": \"It is"}) {
    CAPTURE(name);
    std::string renamed(name);
    renamed.insert(1, "x-");
    const auto problems = check_notice(altered(name, renamed));
    const auto missing =
        std::count_if(problems.begin(), problems.end(), [](const NoticeProblem& problem) {
          return problem.what.find("is missing") != std::string::npos;
        });
    CHECK(missing == 1);
    CHECK(problems.size() >= 2);
  }
}

TEST_CASE("no promise of the list can be left out") {
  const std::string text = test::shipped_notice_text();
  const std::size_t list = text.find("\"list\": [");
  const std::size_t first = text.find('{', list);
  const std::size_t second = text.find('{', first + 1);
  const auto problems = check_notice(text.substr(0, first) + text.substr(second));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what.find("one whole list") != std::string::npos);
}

TEST_CASE("nobody gives information without a question about it") {
  const auto problems = check_notice(
      altered("\"organisation\": \"schools\"", "\"organisation\": \"turnaround-plus\""));
  CHECK(mentions(problems, line_of("\"id\": \"schools\"") - 1, "unasked"));
}

TEST_CASE("text that is no JSON is one problem with its line") {
  const auto problems = check_notice("{\n\"id\": \n}");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].line == 3);
  CHECK(check_notice("").size() == 1);
  CHECK(check_notice("[]").size() > 1);
  CHECK(check_notice("\"notice\"").size() > 1);
}

TEST_CASE("a file cut off anywhere is a problem and never a notice") {
  const std::string text = test::shipped_notice_text();
  for (std::size_t size = 0; size + 2 < text.size(); size += 211) {
    CHECK_FALSE(check_notice(std::string_view(text).substr(0, size)).empty());
  }
}

TEST_CASE("white space changes nothing of the canonical notice, a letter does") {
  const auto canonical = canonical_notice(test::shipped_notice_text());
  REQUIRE(canonical.has_value());
  CHECK(*canonical_notice(altered("{\n  \"format\"", "{  \"format\"")) == *canonical);
  CHECK(*canonical_notice(altered("What this is about", "What this is About")) != *canonical);
  CHECK(*canonical_notice(*canonical) == *canonical);
  CHECK_FALSE(canonical_notice("{").has_value());
  CHECK_FALSE(canonical_notice("{\"a\": 1, \"a\": 2}").has_value());
}
