// Settings as the command line gives them: applied after the file, so that the command line wins.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "server/cli/settings.h"

namespace CLI {
class App;
}

namespace sayso::cli {

class SettingArguments {
 public:
  // `--config` and one option for each of the settings named. CLI11 writes into this object: it has
  // to stay where it is until apply().
  void add_to(CLI::App& command, const std::vector<std::string>& names);

  // False after saying what is wrong.
  [[nodiscard]] bool apply(Settings& settings, std::ostream& err) const;

 private:
  [[nodiscard]] bool apply_file(Settings& settings, std::ostream& err) const;
  [[nodiscard]] bool apply_given(Settings& settings, std::ostream& err) const;

  std::string config_;
  std::map<std::string, std::string> given_;
};

}  // namespace sayso::cli
