#include <string_view>

#include "shared/components/phase_banner/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {
namespace {

constexpr std::string_view name_id = "phase-name";

}  // namespace

Element make_phase(const Frame& frame) {
  Element band = make_bare("aside", ".phase", "phase");
  // Named by what it shows, as there may be other asides on a page.
  set_attribute(band, "aria-labelledby", name_id);
  Element line = make_bare("p", ".line", "phase-line");
  if (!frame.phase_label.empty()) {
    line.children.push_back(make_leaf("strong", ".label", "phase-label", frame.phase_label));
  }
  line.children.push_back(make_leaf("span", ".text", {}, frame.phase_text));
  set_attribute(line.children.front(), "id", name_id);
  band.children.push_back(std::move(line));
  return band;
}

}  // namespace sayso::document
