// A data map with as many sources as wanted, for tests of whatever places or draws it.
#pragma once

#include <string>
#include <vector>

#include "shared/components/build.h"

namespace sayso::paint {

inline document::Node map_row(std::size_t number, document::Tone tone, const std::string& name,
                              const std::string& what, const std::string& payload) {
  using namespace document;
  const std::string address = "/home/" + std::to_string(number);
  Node title = cell(Nodes{keyed("choice", link(name, address))});
  title.header = true;
  Node made = row({keyed("name", title), keyed("what", cell(what, "What")),
                   keyed("said", cell(Nodes{tag(tone, "You said so")}, "Said")),
                   keyed("do", cell(Nodes{keyed("act", link("Take back your yes", address))}))});
  made.payload = payload;
  return keyed("line" + std::to_string(number), toned(tone, std::move(made)));
}

// `tones` in turn; `words` in turn as names.
inline document::Node sample_map(std::size_t sources, std::size_t uses,
                                 const std::vector<document::Tone>& tones,
                                 const std::vector<std::string>& words) {
  using namespace document;
  Nodes from = {header_row({"Who", "What", "Said", "Do"})};
  Nodes to = from;
  for (std::size_t i = 0; i < sources + uses; ++i) {
    const std::string& name = words[i % words.size()];
    const std::string kinds = std::to_string(i % 9);
    Node made = map_row(i + 1, tones[i % tones.size()], name, words[(i + 1) % words.size()],
                        kinds + " " + kinds);
    (i < sources ? from : to).push_back(std::move(made));
  }
  Nodes parts;
  if (sources > 0) parts.push_back(keyed("from0", table("Joining up: who may tell us", from)));
  parts.push_back(
      keyed("council", group({paragraph({strong("Larkhill Council")}), small("Team")})));
  if (uses > 0) parts.push_back(keyed("to", table("What it is used for", to)));
  return keyed("map", figure("map", "Each line is one choice.", {}, std::move(parts)));
}

inline const std::vector<document::Tone>& map_tones() {
  using document::Tone;
  static const std::vector<Tone> tones{Tone::Agreed, Tone::Refused, Tone::Withdrawn, Tone::NotAsked,
                                       Tone::NotConsent};
  return tones;
}

inline document::Document document_with(document::Node node) {
  document::Document made;
  made.main.children = {std::move(node)};
  return made;
}

}  // namespace sayso::paint
