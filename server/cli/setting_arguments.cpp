#include "server/cli/setting_arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "server/cli/config_file.h"
#include "server/cli/text_file.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMostConfigBytes = 64 * 1024;

bool check(const Settings& settings, std::ostream& err) {
  const auto contradictions = find_contradictions(settings);
  for (const auto& contradiction : contradictions) err << "sayso: " << contradiction << "\n";
  return contradictions.empty();
}

}  // namespace

void SettingArguments::add_to(CLI::App& command, const std::vector<std::string>& names) {
  command.add_option("--config", config_, "a file of settings; see 'sayso config --print'")
      ->type_name("FILE");
  for (const Setting& setting : all_settings()) {
    const std::string name(setting.name);
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    command.add_option("--" + name, given_[name], std::string(setting.help))
        ->type_name(std::string(setting.takes));
  }
}

bool SettingArguments::apply(Settings& settings, std::ostream& err) const {
  return apply_file(settings, err) && apply_given(settings, err) && check(settings, err);
}

bool SettingArguments::apply_file(Settings& settings, std::ostream& err) const {
  if (config_.empty()) return true;
  const auto text = load_text_file(config_, kMostConfigBytes);
  if (!text) {
    err << "sayso: " << text.error() << "\n";
    return false;
  }
  const auto problems = read_config(*text, settings);
  for (const auto& [line, what] : problems) err << config_ << ":" << line << ": " << what << "\n";
  return problems.empty();
}

bool SettingArguments::apply_given(Settings& settings, std::ostream& err) const {
  for (const Setting& setting : all_settings()) {
    const auto found = given_.find(std::string(setting.name));
    if (found == given_.end() || found->second.empty()) continue;
    const auto problem = setting.set(settings, found->second);
    if (!problem) continue;
    err << "sayso: --" << setting.name << " " << *problem << ", and is '" << found->second << "'\n";
    return false;
  }
  return true;
}

}  // namespace sayso::cli
