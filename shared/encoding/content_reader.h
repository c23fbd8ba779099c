// Reads content that a council's editor writes by hand: every problem is kept, each with its line,
// where Fields (for what machines send) stops at the first. A read that fails answers with an empty
// value.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/expected.h"
#include "shared/encoding/json.h"
#include "shared/encoding/json_lines.h"
#include "shared/encoding/line_problem.h"

namespace sayso::encoding {

// A value and where it is. `json` is null where a value is missing, which has been reported then.
struct At {
  const Json* json = nullptr;
  std::string pointer;
};

class ContentReader {
 public:
  // The text has to be the one that `root` was decoded from; both outlive the reader.
  ContentReader(std::string_view text, const Json& root);

  [[nodiscard]] At root() const { return {&root_, ""}; }
  void report(std::string_view pointer, std::string what);

  // Reports every member that is not among `names`.
  void only(const At& at, std::initializer_list<std::string_view> names);
  [[nodiscard]] At member(const At& at, std::string_view name);
  // Null and not reported when it is not there.
  [[nodiscard]] At optional_member(const At& at, std::string_view name);

  // A text has at least one character, no control characters, and no space at either end.
  [[nodiscard]] std::string text(const At& at, std::string_view name);
  [[nodiscard]] std::string optional_text(const At& at, std::string_view name);
  // As published elsewhere: spaces at the ends are kept.
  [[nodiscard]] std::string verbatim(const At& at, std::string_view name);
  [[nodiscard]] std::string slug(const At& at, std::string_view name);
  [[nodiscard]] int integer(const At& at, std::string_view name, int least, int most);
  // At least one.
  [[nodiscard]] std::vector<std::string> texts(const At& at, std::string_view name);
  [[nodiscard]] std::vector<std::string> verbatims(const At& at, std::string_view name);
  [[nodiscard]] std::vector<At> elements(const At& at, std::string_view name);

  // In the order of lines.
  [[nodiscard]] std::vector<LineProblem> problems() const;

 private:
  [[nodiscard]] std::string checked_text(const At& at, bool verbatim);

  const Json& root_;
  JsonLines lines_;
  std::vector<LineProblem> problems_;
};

// A JSON problem in an editor's words.
[[nodiscard]] LineProblem line_problem(const JsonProblem& problem);

}  // namespace sayso::encoding
