#include <algorithm>
#include <string>

#include "shared/components/phase_banner/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

Element make_phase(const Frame& frame) {
  Element band = make_bare("aside", ".phase", "phase");
  // Named, as there may be other asides on a page.
  set_unless_empty(band, "aria-label", frame.phase_label);
  Element line = make_bare("p", ".line", "phase-line");
  if (!frame.phase_label.empty()) {
    line.children.push_back(make_leaf("strong", ".label", "phase-label", frame.phase_label));
  }
  line.children.push_back(make_leaf("span", ".text", {}, frame.phase_text));
  band.children.push_back(std::move(line));
  return band;
}

}  // namespace sayso::document
