// The data map as tables: one for the sources of each purpose, the council, one for what it is used
// for and who gets it.
#include <set>

#include "shared/screens/data_map.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::State;

// Beside each choice stands the one thing that makes sense from its state.
Node next_action(const Context& context, const MapLine& line) {
  const Words& words = context.words;
  const std::string about =
      words.text("home.about", {{"organisation", organisation_name(context, line.organisation)},
                                {"purpose", purpose_name(context, line.purpose)}});
  switch (line.state) {
    case State::Agreed:
      return link_about(words.text("home.withdraw"), about, line.address + "/withdraw");
    case State::NotConsent:
      return link_about(words.text("home.object"), about, line.address + "/object");
    case State::NotAsked:
      return link_about(words.text("home.choose"), about, line.address);
    default:
      return link_about(words.text("home.see"), about, line.address);
  }
}

std::string kinds_in_words(const Context& context, const MapLine& line) {
  std::string text;
  for (const domain::KindId& id : line.kinds) {
    const domain::Kind* kind = domain::find_kind(context.notice, id);
    if (!kind) continue;
    text = text.empty()
               ? kind->name
               : context.words.text("home.map.kinds_and", {{"first", text}, {"rest", kind->name}});
  }
  return text;
}

std::string whom_in_words(const Context& context, const MapLine& line) {
  const char* key = line.flow == Flow::Within ? "home.map.by" : "home.map.to_whom";
  return context.words.text(key,
                            {{"organisation", organisation_in_text(context, line.organisation)}});
}

Node name_cell(std::string name, const MapLine& line) {
  Node node = cell(Nodes{keyed("choice", link(std::move(name), line.address))});
  node.header = true;
  return keyed("name", std::move(node));
}

Node state_cell(const Context& context, const MapLine& line) {
  Nodes content = {state_tag(context, line.state)};
  if (line.waiting) {
    content.push_back(keyed(
        "waiting", styled(Style::Muted, span(" " + context.words.text("home.waiting_line")))));
  }
  return keyed("said", cell(std::move(content), context.words.text("home.table.state")));
}

// The kinds that open lines have let in so far, row after row.
struct Tally {
  std::set<domain::KindId> let_in;

  std::string payload(const MapLine& line) {
    if (is_open(line.state)) let_in.insert(line.kinds.begin(), line.kinds.end());
    return std::to_string(line.kinds.size()) + " " + std::to_string(let_in.size());
  }
};

Node map_row(const Context& context, const MapLine& line, Tally& tally) {
  const bool source = line.flow == Flow::In;
  const Words& words = context.words;
  Node what =
      keyed("what", source ? cell(kinds_in_words(context, line), words.text("home.map.kinds"))
                           : cell(whom_in_words(context, line), words.text("home.map.gets")));
  Node made =
      row({name_cell(source ? organisation_name(context, line.organisation)
                            : purpose_name(context, line.purpose),
                     line),
           std::move(what), state_cell(context, line),
           keyed("do", cell(Nodes{keyed("act", styled(Style::Small, next_action(context, line)))},
                            words.text("home.table.action")))});
  made.payload = tally.payload(line);
  return keyed("line" + std::to_string(line.number), toned(tone_of(line.state), std::move(made)));
}

Node map_table(const Context& context, std::string caption_text, const char* first_column,
               const char* second_column, const std::vector<MapLine>& lines, Tally& tally) {
  const Words& words = context.words;
  Nodes rows = {header_row({words.text(first_column), words.text(second_column),
                            words.text("home.table.state"), words.text("home.table.action")})};
  for (const MapLine& line : lines) rows.push_back(map_row(context, line, tally));
  return table(std::move(caption_text), std::move(rows));
}

Node council_block(const Context& context) {
  const domain::Council& council = context.notice.council;
  return keyed("council",
               group({keyed("name", paragraph({strong(council.name)})),
                      keyed("team", small(context.words.text("home.map.council",
                                                             {{"team", council.team}})))}));
}

}  // namespace

Node data_map_figure(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  const DataMap map = data_map(context.notice, view.choices, view.base);
  Tally tally;
  Nodes parts;
  for (std::size_t i = 0; i < map.sources.size(); ++i) {
    const MapGroup& group = map.sources[i];
    const std::string name =
        words.text("home.map.sources", {{"purpose", purpose_name(context, group.purpose)}});
    parts.push_back(keyed(
        "from" + std::to_string(i),
        map_table(context, name, "home.table.organisation", "home.map.kinds", group.lines, tally)));
  }
  parts.push_back(council_block(context));
  if (!map.uses.empty()) {
    parts.push_back(keyed("to", map_table(context, words.text("home.map.uses"), "home.map.use",
                                          "home.map.gets", map.uses, tally)));
  }
  return keyed("map", figure("map", words.text("home.map.label"), {}, std::move(parts)));
}

}  // namespace sayso::screens
