#include "server/cli/config_file.h"

#include <map>
#include <utility>

#include "server/http/message.h"

namespace sayso::cli {
namespace {

using encoding::LineProblem;

const Setting* find_setting(std::string_view name) {
  for (const Setting& setting : all_settings()) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

std::string known_names() {
  std::string names;
  for (const Setting& setting : all_settings()) {
    if (!names.empty()) names += ", ";
    names += setting.name;
  }
  return names;
}

class Reader {
 public:
  explicit Reader(Settings& settings) : settings_(settings) {}

  void read_line(std::size_t number, std::string_view line) {
    line = http::trim(line);
    if (!line.empty() && line.back() == '\r') line = http::trim(line.substr(0, line.size() - 1));
    if (line.empty() || line.front() == '#') return;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return complain(number, "this is not 'name = value'");
    const auto name = http::trim(line.substr(0, equals));
    const auto* setting = find_setting(name);
    if (!setting) {
      return complain(
          number, "there is no setting '" + std::string(name) + "'. There are: " + known_names());
    }
    const auto [first, is_new] = seen_.emplace(setting->name, number);
    if (!is_new) {
      return complain(
          number, std::string(name) + " was set before, in line " + std::to_string(first->second));
    }
    const std::string value(http::trim(line.substr(equals + 1)));
    if (const auto problem = setting->set(settings_, value))
      complain(number, std::string(name) + " " + *problem + ", and is '" + value + "'");
  }

  [[nodiscard]] std::vector<LineProblem> take_problems() { return std::move(problems_); }

 private:
  void complain(std::size_t line, std::string what) {
    problems_.push_back({line, std::move(what)});
  }

  Settings& settings_;
  std::map<std::string_view, std::size_t> seen_;
  std::vector<LineProblem> problems_;
};

}  // namespace

std::vector<LineProblem> read_config(std::string_view text, Settings& settings) {
  Reader reader(settings);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    reader.read_line(number, text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return reader.take_problems();
}

std::string sample_config() {
  std::string text =
      "# Sayso's configuration: one 'name = value' a line. What is left out keeps its default.\n";
  for (const Setting& setting : all_settings()) {
    text += "\n# ";
    text += setting.help;
    text += "\n#";
    text += setting.name;
    text += setting.standard.empty() ? " =" : " = ";
    text += setting.standard;
    text += "\n";
  }
  return text;
}

}  // namespace sayso::cli
