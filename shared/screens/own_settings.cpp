// The page of a person's own settings.
#include "shared/screens/names.h"
#include "shared/screens/page.h"
#include "shared/screens/settings.h"

namespace sayso::screens {
namespace {

using namespace document;

Node options_of(const Context& context, const Setting& setting) {
  const Words& words = context.words;
  const std::string name(setting.name);
  Nodes options;
  for (const std::string_view option : setting.options) {
    if (option.empty()) continue;
    const std::string key = "settings." + name + "." + std::string(option);
    options.push_back(radio(std::string(option), words.text(key)));
  }
  const std::string picked = value_of(context, name);
  return radios({.name = name,
                 .label = words.text("settings." + name + ".legend"),
                 .hint = words.text("settings." + name + ".hint"),
                 .value = picked.empty() ? std::string(setting_of(context.settings, name)) : picked,
                 .inline_options = name == "text"},
                std::move(options));
}

Node settings_form(const Context& context, const SettingsView& view) {
  Nodes fields;
  for (const Setting& setting : all_settings()) {
    if (setting.name == "aloud" && !context.can_speak)
      fields.push_back(keyed("no-voice", muted(context.words.text("settings.no_voice"))));
    else
      fields.push_back(options_of(context, setting));
  }
  fields.push_back(
      keyed("kept", muted(context.words.text(view.kept ? "settings.kept" : "settings.not_kept"))));
  fields.push_back(submit(context, "settings.button"));
  return keyed("form", form(kActionSettings, std::move(fields)));
}

}  // namespace

Document own_settings(const Context& context, const SettingsView& view) {
  const Words& words = context.words;
  Nodes content = {
      heading(1, words.text("settings.heading")), paragraph(words.text("settings.text")),
      settings_form(context, view),
      section("more",
              {heading(2, words.text("settings.more")),
               list(Nodes{item({link(words.text("footer.accessibility"), "/accessibility")}),
                          item({link(words.text("footer.privacy"), "/privacy")})})})};
  Document made = page(context, {"settings.title", "/settings", context.signed_in ? "/home" : "/"},
                       std::move(content));
  if (view.saved) made.announcement = words.text("settings.saved");
  return made;
}

}  // namespace sayso::screens
