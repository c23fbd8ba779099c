// A person's own settings, and reading aloud.
#include "client/app/parts.h"

namespace sayso::client {

void keep_settings(Step& step) {
  const State& state = step.state;
  const bool lasting = state.keep != Keep::Nothing && state.storage_available;
  step.want(KeepSettings{screens::encode_settings(state.settings), lasting});
}

void toggle_simple_view(Step& step) {
  screens::Settings& settings = step.state.settings;
  const bool simple = screens::setting_of(settings, "view") == "simple";
  screens::change_setting(settings, "view", simple ? "standard" : "simple");
  step.state.fields.erase("view");
  keep_settings(step);
}

void press_settings(Step& step) {
  State& state = step.state;
  for (const screens::Setting& setting : screens::all_settings()) {
    const auto picked = state.fields.find(std::string(setting.name));
    if (picked == state.fields.end()) continue;
    screens::change_setting(state.settings, setting.name, picked->second);
    state.fields.erase(picked);
  }
  state.settings_saved = true;
  keep_settings(step);
}

void press_aloud(Step& step) {
  State& state = step.state;
  if (!state.can_speak) return;
  state.problem.clear();
  state.speaking = !state.speaking;
  if (state.speaking)
    step.want(Speak{});
  else
    step.want(StopSpeaking{});
}

void on_spoken(Step& step, const Spoken& spoken) {
  step.state.speaking = false;
  if (!spoken.possible) step.state.problem = "problem.voice";
}

void stop_speaking_elsewhere(Step& step, const Route& before) {
  State& state = step.state;
  if (state.route == before) return;
  state.settings_saved = false;
  if (!state.speaking) return;
  state.speaking = false;
  step.want(StopSpeaking{});
}

}  // namespace sayso::client
