#include "server/cli/checks.h"

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include "server/cli/config_file.h"
#include "server/cli/exit_code.h"
#include "server/cli/text_file.h"
#include "shared/encoding/notice_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;

int report(const std::string& path, const std::vector<encoding::LineProblem>& problems,
           std::ostream& out, std::ostream& err) {
  for (const auto& [line, what] : problems) err << path << ":" << line << ": " << what << "\n";
  if (!problems.empty()) return kFailed;
  out << path << ": in order\n";
  return kDone;
}

}  // namespace

int run_notice_check(const std::string& path, std::ostream& out, std::ostream& err) {
  const auto text = load_text_file(path, kMostBytes);
  if (!text) {
    err << "sayso notice check: " << text.error() << "\n";
    return kWrongQuestion;
  }
  return report(path, encoding::check_notice(*text), out, err);
}

int run_config_check(const std::string& path, std::ostream& out, std::ostream& err) {
  const auto text = load_text_file(path, kMostBytes);
  if (!text) {
    err << "sayso config: " << text.error() << "\n";
    return kWrongQuestion;
  }
  Settings settings;
  auto problems = read_config(*text, settings);
  const auto lines = static_cast<std::size_t>(1 + std::count(text->begin(), text->end(), '\n'));
  for (auto& contradiction : find_contradictions(settings))
    problems.push_back({lines, std::move(contradiction)});
  return report(path, problems, out, err);
}

int run_config_print(std::ostream& out) {
  out << sample_config();
  return kDone;
}

}  // namespace sayso::cli
