#include "shared/components/gallery.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/components/examples_parts.h"

namespace sayso::components {
namespace {

using namespace document;

constexpr std::string_view root = "/gallery";

// "date_input" to "Date input".
std::string title_of(std::string_view name) {
  std::string title(name);
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

Node scheme_switch(const domain::Words& words) {
  Nodes buttons;
  for (const char* scheme : {"system", "light", "dark", "contrast", "contrast-dark"}) {
    const std::string key = scheme;
    buttons.push_back(keyed(key, button(words.text("gallery.scheme." + key), "colours:" + key)));
  }
  return keyed("colours", details(words.text("gallery.schemes"), std::move(buttons), false));
}

Nodes list_of_components(const domain::Words& words) {
  Nodes links;
  for (const Component& component : all_components()) {
    const std::string name(component.name);
    links.push_back(keyed(name, item(Nodes{link(title_of(name), std::string(root) + "/" + name)})));
  }
  return {heading(1, words.text("gallery.title")), lead(words.text("gallery.lead")),
          list(std::move(links))};
}

Nodes page_of(const domain::Words& words, const Component& component, const State& state) {
  Nodes nodes{heading(1, title_of(component.name)), scheme_switch(words)};
  std::size_t number = 0;
  for (Example& example : component.examples(words, state)) {
    Nodes shown{heading(2, std::move(example.state))};
    for (Node& node : example.nodes) shown.push_back(std::move(node));
    nodes.push_back(section("example-" + std::to_string(++number), std::move(shown)));
  }
  return nodes;
}

void open_what_was_opened(Node& node, const State& state) {
  if (node.kind == Kind::Details && !node.id.empty()) node.open = state.open.count(node.id) > 0;
  for (Node& child : node.children) open_what_was_opened(child, state);
}

Document frame_of(const domain::Words& words) {
  Document document;
  document.council = words.text("gallery.council");
  document.service = words.text("gallery.service");
  document.frame.skip_label = words.text("gallery.skip");
  document.frame.home_address = root;
  document.frame.exit_label = words.text("gallery.exit");
  document.frame.exit_address = "https://www.bbc.co.uk/weather";
  document.frame.exit_hint = words.text("gallery.exit.hint");
  document.frame.phase_label = words.text("gallery.phase");
  document.frame.phase_text = words.text("gallery.phase.text");
  document.frame.error_prefix = words.text("gallery.error.prefix");
  document.frame.warning_label = words.text("gallery.warning.prefix");
  document.frame.live = true;
  document.footer = {link(words.text("gallery.all"), std::string(root))};
  return document;
}

}  // namespace

Document gallery(const domain::Words& words, std::string_view address, const State& state) {
  Document document = frame_of(words);
  document.language = words.language();
  document.address = root;
  const std::string_view name =
      address.size() > root.size() + 1 ? address.substr(root.size() + 1) : std::string_view();
  const auto all = all_components();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Component& one) { return one.name == name; });
  if (found == all.end()) {
    document.title = words.text("gallery.title.list");
    document.main.children = list_of_components(words);
  } else {
    document.title = words.text("gallery.title.one", {{"name", title_of(name)}});
    document.address += "/" + std::string(name);
    document.back = {back_link(words.text("gallery.all"), std::string(root))};
    document.main.children = page_of(words, *found, state);
  }
  document.dialog = open_dialog(words, state);
  open_what_was_opened(document.main, state);
  return document;
}

void press(State& state, std::string_view action) {
  const auto after = [&](std::string_view begin) {
    return std::string(action.substr(begin.size()));
  };
  if (action.substr(0, 4) == "tab:") state.tab = after("tab:");
  if (action.substr(0, 7) == "dialog:") state.dialog = after("dialog:");
}

}  // namespace sayso::components
