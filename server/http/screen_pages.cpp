#include "server/http/screen_pages.h"

#include <map>
#include <set>
#include <utility>

#include "server/http/gallery_page.h"
#include "server/http/screen_address.h"
#include "server/http/security_headers.h"
#include "shared/components/page_template/page.h"
#include "shared/screens/screens.h"

namespace sayso::http {
namespace {

constexpr const char* kExitScript = "exit.js";
constexpr const char* kSettingsScript = "settings.js";
constexpr const char* kEarlyModule = "early.js";
constexpr const char* kBootModule = "boot.js";
constexpr const char* kClientCore = "sayso.wasm";
constexpr const char* kStyle = "styles/sayso.css";
constexpr const char* kIcon = "icons/icon.svg";
constexpr const char* kFonts[] = {"fonts/latin-400.ttf", "fonts/latin-700.ttf"};

// Reading needs no script; choosing does.
void tell_without_script(document::HtmlOptions& options, const screens::Context& context) {
  options.without_script =
      context.words.text("opening.no_script", {{"telephone", context.notice.council.telephone}});
  options.without_script_link = context.words.text("opening.help");
  options.without_script_address = "/help";
}

InlineContent inline_content(const document::HtmlOptions& options) {
  InlineContent inlined;
  for (const document::Source* script : {&options.exit_script, &options.settings_script}) {
    if (!script->content.empty()) inlined.scripts.push_back(script->content);
  }
  for (const document::Source& style : options.styles) {
    if (!style.content.empty()) inlined.styles.push_back(style.content);
  }
  return inlined;
}

// The same page with nothing in itself: for answers that anybody may ask for in any number.
document::HtmlOptions link_everything(document::HtmlOptions options) {
  options.exit_script.content.clear();
  options.settings_script.content.clear();
  for (document::Source& style : options.styles) style.content.clear();
  return options;
}

// Addresses in a style sheet are relative to its own; in a page they would be to the page's.
std::string name_from_root(std::string style, const std::string& start) {
  constexpr std::string_view kUp = "url(../";
  for (auto at = style.find(kUp); at != std::string::npos; at = style.find(kUp, at))
    style.replace(at, kUp.size(), "url(" + start);
  return style;
}

}  // namespace

ScreenPages::ScreenPages(const domain::Notice& notice, const domain::Words& words,
                         document::HtmlOptions options, Now now)
    : notice_(notice),
      words_(words),
      options_(std::move(options)),
      policy_(make_content_policy(inline_content(options_))),
      now_(std::move(now)) {}

template <class Make>
auto ScreenPages::with_context(Make make) const {
  // Nobody has typed, opened or done anything yet.
  const std::set<std::string> open;
  const std::map<std::string, std::string> nothing;
  const screens::Context context{notice_, words_, now_(), open, nothing, nothing, false, {}, false};
  return make(context);
}

std::optional<std::string> ScreenPages::page(std::string_view address) {
  if (is_gallery(address)) return gallery_page(options_);
  return with_context([&](const screens::Context& context) -> std::optional<std::string> {
    if (const auto screen = screens::public_screen(context, address)) {
      document::HtmlOptions options = options_;
      if (address == "/" || address == "/code") tell_without_script(options, context);
      return document::write_html(*screen, options);
    }
    if (!is_private_screen(address)) return std::nullopt;
    return document::write_html(screens::opening(context, address), options_);
  });
}

std::string ScreenPages::not_found(std::string_view address) {
  return with_context([&](const screens::Context& context) {
    return document::write_html(screens::not_found(context, address), link_everything(options_));
  });
}

document::HtmlOptions page_options(const StaticFiles& files, const PageFacts& facts) {
  const std::string& start = files.versioned_start();
  const auto has = [&](const char* name) { return files.find(start + name) != nullptr; };
  const auto source = [&](const char* name) {
    const Representation* file = files.find(start + name);
    document::Source found;
    if (!file) return found;
    found.address = start + name;
    if (document::may_stand_inline(*file->identity)) found.content = *file->identity;
    return found;
  };
  document::HtmlOptions options;
  options.exit_script = source(kExitScript);
  options.settings_script = source(kSettingsScript);
  if (has(kStyle)) {
    options.styles.push_back(source(kStyle));
    options.styles.back().content = name_from_root(std::move(options.styles.back().content), start);
  }
  if (has(kIcon)) options.icon = start + kIcon;
  for (const char* font : kFonts) {
    if (has(font)) options.preloads.push_back({start + font, "font", "font/ttf"});
  }
  // The core is not asked for ahead: boot.js fetches it once the page can be read.
  if (has(kBootModule) && has(kClientCore)) {
    if (has(kEarlyModule)) options.modules.push_back(start + kEarlyModule);
    options.modules.push_back(start + kBootModule);
  }
  // For the progress bar: what arrives may be compressed, what is counted is not.
  if (const Representation* core = files.find(start + kClientCore)) {
    options.facts.push_back({"sayso-core-bytes", std::to_string(core->identity->size())});
  }
  const std::pair<const char*, const std::string*> named[] = {{"sayso-notice", &facts.notice},
                                                              {"sayso-words", &facts.words},
                                                              {"sayso-holidays", &facts.holidays},
                                                              {"sayso-log-key", &facts.log_key},
                                                              {"sayso-version", &facts.version}};
  for (const auto& [name, content] : named) {
    if (!content->empty()) options.facts.push_back({name, *content});
  }
  return options;
}

}  // namespace sayso::http
