#include "shared/components/examples_parts.h"

#include <array>
#include <utility>

namespace sayso::components {

using namespace document;

Node in_page(Node panel) {
  panel.page_heading = false;
  panel.id.clear();
  return panel;
}

Node about(Node link, std::string what) {
  link.hint = std::move(what);
  return link;
}

std::string asked(const domain::Words& words, std::string_view question, std::string_view who) {
  return words.text(question, {{"who", words.text(who)}});
}

Node sorted_row(Nodes cells) {
  Node made = row(std::move(cells));
  made.header = true;
  return made;
}

Node open_if(const State& state, Node tab) {
  tab.open = state.tab == tab.id;
  return tab;
}

namespace {

Node map_row(const domain::Words& words, const char* name, Tone tone, const char* state) {
  const std::string who = words.text(name);
  Node choice = cell(Nodes{link(who, "/gallery/data_map")});
  choice.header = true;
  Node made =
      row({std::move(choice), cell(words.text("gallery.map.kinds"), words.text("gallery.map.what")),
           cell(Nodes{tag(tone, words.text(state))}, words.text("gallery.map.state")),
           cell(Nodes{styled(Style::Small,
                             about(link(words.text("gallery.change"), "/gallery/data_map"), who))},
                words.text("gallery.map.act"))});
  made.key = name;
  made.tone = tone;
  made.payload = "2 2";
  return made;
}

Node map_head(const domain::Words& words) {
  return header_row({words.text("gallery.map.who"), words.text("gallery.map.what"),
                     words.text("gallery.map.state"), words.text("gallery.map.act")});
}

}  // namespace

Node data_map(const domain::Words& words) {
  Node from = keyed(
      "from",
      table(words.text("gallery.map.from"),
            {map_head(words), map_row(words, "gallery.nhs", Tone::Agreed, "gallery.tag.agreed"),
             map_row(words, "gallery.police", Tone::Refused, "gallery.tag.refused"),
             map_row(words, "gallery.schools", Tone::NotAsked, "gallery.tag.not_asked")}));
  Node to = keyed("to", table(words.text("gallery.map.to"),
                              {map_head(words), map_row(words, "gallery.map.study", Tone::Withdrawn,
                                                        "gallery.tag.withdrawn")}));
  Node council = keyed("council", group({paragraph(words.text("gallery.map.council"))}));
  Nodes parts;
  parts.push_back(std::move(from));
  parts.push_back(std::move(council));
  parts.push_back(std::move(to));
  return figure("map", words.text("gallery.map"), "", std::move(parts));
}

std::span<const Component> all_components() {
  static constexpr std::array all{
#define SAYSO_COMPONENT(name) Component{#name, name##_examples},
#include "shared/components/components.def"
#undef SAYSO_COMPONENT
  };
  return all;
}

std::vector<Node> open_dialog(const domain::Words& words, const State& state) {
  if (state.dialog == "dialog")
    return {document::dialog(
        words.text("gallery.dialog.title"),
        {paragraph(words.text("gallery.dialog.text")),
         keyed("stay", button(words.text("gallery.dialog.stay"), "dialog:", Tone::Primary)),
         keyed("leave", button(words.text("gallery.dialog.leave"), "dialog:"))},
        "dialog:")};
  if (state.dialog == "timeout_warning")
    return {document::timeout_warning(
        words.text("gallery.timeout.title"), {paragraph(words.text("gallery.timeout.text"))},
        button(words.text("gallery.timeout.stay"), "dialog:", Tone::Primary),
        button(words.text("gallery.timeout.leave"), "dialog:"))};
  return {};
}

}  // namespace sayso::components
