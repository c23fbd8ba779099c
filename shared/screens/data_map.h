// The data map: where information about a person may come from, what kinds, what for and who gets
// it, each line with the state of its choice.
//
// The picture and its tables are one thing: the figure's children are the tables, and the painter
// draws its chips and lines from their rows (shared/paint). Purely made of the notice and the
// choices, so that another council's notice gives another map.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node.h"
#include "shared/domain/choices.h"
#include "shared/domain/notice.h"
#include "shared/screens/screens.h"

namespace sayso::screens {

enum class Flow {
  In,      // an organisation may tell the council
  Within,  // the council's own team uses it
  Out,     // somebody else may get it
};

struct MapLine {
  std::size_t number = 1;  // of the choice, as in its address
  PurposeId purpose;
  OrganisationId organisation;
  Flow flow = Flow::Within;
  domain::State state = domain::State::NotAsked;
  bool waiting = false;               // signed, not yet acknowledged
  std::vector<domain::KindId> kinds;  // what may come this way; only a source's are known
  std::string address;                // of the choice
};

// Sources that are asked about for one purpose.
struct MapGroup {
  PurposeId purpose;
  std::vector<MapLine> lines;
};

struct DataMap {
  std::vector<MapGroup> sources;  // in the notice's order
  std::vector<MapLine> uses;      // purposes with who carries them out or gets something
};

// `choices` are home's lines in home's order; `base` is "" or "/for/N". An organisation that both
// gives and receives counts as a source where a purpose asks about sources alone beside it.
[[nodiscard]] DataMap data_map(const domain::Notice& notice, const std::vector<ChoiceLine>& choices,
                               const std::string& base);

// Whether something may pass along this line as things stand.
[[nodiscard]] bool is_open(domain::State state);

// The figure with its complete tables. A row's tone is its state's; its payload is two numbers:
// the kinds that its line may carry, and the different kinds that open lines of the rows down to
// this one let in.
[[nodiscard]] document::Node data_map_figure(const Context& context, const HomeView& view);

}  // namespace sayso::screens
