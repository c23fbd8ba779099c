#include "shared/screens/data_map.h"

#include <algorithm>
#include <set>

#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using domain::Organisation;
using domain::OrganisationRole;
using domain::State;

bool only_gives(const domain::Notice& notice, const OrganisationId& id) {
  const Organisation* organisation = domain::find_organisation(notice, id);
  return organisation && domain::has_role(*organisation, OrganisationRole::Source) &&
         !domain::has_role(*organisation, OrganisationRole::Recipient);
}

bool asks_about_sources(const domain::Notice& notice, const PurposeId& id) {
  const domain::Purpose* purpose = domain::find_purpose(notice, id);
  return purpose && std::any_of(purpose->questions.begin(), purpose->questions.end(),
                                [&](const domain::Question& question) {
                                  return only_gives(notice, question.organisation);
                                });
}

Flow flow_of(const domain::Notice& notice, const ChoiceLine& choice) {
  const Organisation* organisation = domain::find_organisation(notice, choice.organisation);
  if (!organisation) return Flow::Out;
  if (domain::has_role(*organisation, OrganisationRole::Team)) return Flow::Within;
  if (!domain::has_role(*organisation, OrganisationRole::Source)) return Flow::Out;
  const bool both = domain::has_role(*organisation, OrganisationRole::Recipient);
  return both && !asks_about_sources(notice, choice.purpose) ? Flow::Out : Flow::In;
}

MapLine line_of(const domain::Notice& notice, const ChoiceLine& choice, std::size_t number,
                const std::string& base) {
  MapLine line;
  line.number = number;
  line.purpose = choice.purpose;
  line.organisation = choice.organisation;
  line.flow = flow_of(notice, choice);
  line.state = choice.state;
  line.waiting = choice.waiting;
  const Organisation* organisation = domain::find_organisation(notice, choice.organisation);
  if (line.flow == Flow::In && organisation) line.kinds = organisation->kinds;
  line.address = base + "/home/" + std::to_string(number);
  return line;
}

void add_source(DataMap& map, MapLine line) {
  if (map.sources.empty() || map.sources.back().purpose != line.purpose)
    map.sources.push_back({line.purpose, {}});
  map.sources.back().lines.push_back(std::move(line));
}

}  // namespace

bool is_open(State state) { return state == State::Agreed || state == State::NotConsent; }

DataMap data_map(const domain::Notice& notice, const std::vector<ChoiceLine>& choices,
                 const std::string& base) {
  DataMap map;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    MapLine line = line_of(notice, choices[i], i + 1, base);
    if (line.flow == Flow::In)
      add_source(map, std::move(line));
    else
      map.uses.push_back(std::move(line));
  }
  return map;
}

}  // namespace sayso::screens
