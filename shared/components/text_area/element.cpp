#include <algorithm>
#include <string>

#include "shared/components/field/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_area(const Making& making, const Described& field) {
  Element area = make_bare("textarea", ".control", "input area");
  set_attribute(area, "id", field.id);
  set_attribute(area, "name", making.node.name);
  set_attribute(area, "rows", "5");
  set_unless_empty(area, "autocomplete", making.node.autocomplete);
  area.text = making.node.value;
  return area;
}

// In characters, not bytes.
int length_of(const std::string& text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string count_text(const Node& node) {
  const std::size_t line = node.payload.find('\n');
  const int left = node.number - length_of(node.value);
  std::string text = left >= 0 ? node.payload.substr(0, line) : node.payload.substr(line + 1);
  const std::size_t place = text.find("{n}");
  if (place != std::string::npos) text.replace(place, 3, std::to_string(left < 0 ? -left : left));
  return text;
}

// Area and count are one place over the canvas, as the page shows both itself: the count changes
// with every letter (client/web/count.js).
Element make_counted(const Making& making, const Described& field, Element area) {
  const Node& node = making.node;
  const std::size_t line = node.payload.find('\n');
  Element both = make_bare("div", ".counted", "counted");
  both.path = making.path;
  both.box_of = Part::Control;
  set_attribute(both, "data-most", std::to_string(node.number));
  set_attribute(both, "data-left", node.payload.substr(0, line));
  set_attribute(both, "data-over", node.payload.substr(line + 1));
  area.box_of.reset();
  Element count = make_bare("p", ".count", "count");
  set_attribute(count, "id", field.id + "-count");
  count.text = count_text(node);
  both.children.push_back(std::move(area));
  both.children.push_back(std::move(count));
  return both;
}

}  // namespace

Element make_text_area(const Making& making) {
  Described field = describe(making);
  if (making.node.number == 0) return make_entry(making, field, make_area(making, field));
  if (!field.described_by.empty()) field.described_by += ' ';
  field.described_by += field.id + "-count";
  Element element = make_entry(making, field, make_area(making, field));
  Element area = std::move(element.children.back());
  element.children.back() = make_counted(making, field, std::move(area));
  return element;
}

}  // namespace sayso::document
