#include "client/mirror/placement_wire.h"

#include <algorithm>
#include <cstring>

#include "shared/document/diff.h"

namespace sayso::mirror {
namespace {

using document::append_number;
using document::Element;
using document::Part;
using paint::Line;
using paint::Placement;
using paint::Rect;

std::string name_of(const std::string& path, Part part) {
  return path + '\n' + static_cast<char>('0' + static_cast<int>(part));
}

bool cover(const std::vector<Line>& lines, const std::string& text) {
  std::uint32_t reached = 0;
  for (const Line& line : lines) {
    if (line.begin != reached || line.end < line.begin) return false;
    reached = line.end;
  }
  return !lines.empty() && reached == text.size();
}

struct Origin {
  float x = 0;
  float y = 0;
};

Rect relative(const Rect& box, Origin origin) {
  return {box.x - origin.x, box.y - origin.y, box.width, box.height};
}

class Placing {
 public:
  explicit Placing(const paint::Placements& places) {
    for (const Placement& placement : places.placements) {
      found_.emplace(name_of(placement.path, placement.part), &placement);
    }
  }

  void walk(const Element& element, Origin origin) {
    PlacedElement placed;
    if (const Placement* placement = find(element.path, element.box_of);
        placement != nullptr && placement->boxed && element.tag != "main") {
      placed.box = relative(placement->box, origin);
      origin = {placement->box.x, placement->box.y};
    }
    if (const Placement* placement = find(element.path, element.text_of);
        placement != nullptr && cover(placement->lines, element.text)) {
      placed.text = element.text;
      placed.lines = placement->lines;
      for (Line& line : placed.lines) line.box = relative(line.box, origin);
    }
    if (placed.box || !placed.lines.empty()) placed_.emplace(element.handle, std::move(placed));
    for (const Element& child : element.children) walk(child, origin);
  }

  [[nodiscard]] Placed take() { return std::move(placed_); }

 private:
  [[nodiscard]] const Placement* find(const std::string& path, std::optional<Part> part) const {
    if (!part) return nullptr;
    const auto found = found_.find(name_of(path, *part));
    return found == found_.end() ? nullptr : found->second;
  }

  std::unordered_map<std::string, const Placement*> found_;
  Placed placed_;
};

void append_float(Bytes& out, float number) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  for (int shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<std::uint8_t>(bits >> shift));
  }
}

void append_rect(Bytes& out, const Rect& rect) {
  append_float(out, rect.x);
  append_float(out, rect.y);
  append_float(out, rect.width);
  append_float(out, rect.height);
}

void append_record(Bytes& out, Record record, std::uint32_t handle) {
  out.push_back(static_cast<std::uint8_t>(record));
  append_number(out, handle);
}

void append_lines(Bytes& out, std::uint32_t handle, const PlacedElement& placed) {
  append_record(out, Record::Lines, handle);
  append_number(out, placed.lines.size());
  const std::string_view text = placed.text;
  for (const Line& line : placed.lines) {
    append_number(out, utf16_length(text.substr(line.begin, line.end - line.begin)));
    append_rect(out, line.box);
  }
}

void append_changes(Bytes& out, std::uint32_t handle, const PlacedElement& before,
                    const PlacedElement& now) {
  if (now.box && now.box != before.box) {
    append_record(out, Record::Box, handle);
    append_rect(out, *now.box);
  }
  if (!now.box && before.box) append_record(out, Record::NoBox, handle);
  if (now.lines.empty()) {
    if (!before.lines.empty()) append_record(out, Record::NoLines, handle);
  } else if (now.lines != before.lines || now.text != before.text) {
    append_lines(out, handle, now);
  }
}

}  // namespace

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if ((code & 0xC0) != 0x80) ++units;  // not a continuation byte
    if (code >= 0xF0) ++units;           // beyond the basic plane: a surrogate pair
  }
  return units;
}

Placed place_elements(const document::Page& page, const paint::Placements& places) {
  Placing placing(places);
  placing.walk(page.root, {});
  return placing.take();
}

Bytes encode_placements(const Placed& before, float height_before, const Placed& now,
                        float height) {
  const PlacedElement nothing;
  Bytes records;
  // In the order of handles, so that the same change is always the same buffer.
  std::vector<std::uint32_t> handles;
  for (const auto& [handle, placed] : now) handles.push_back(handle);
  for (const auto& [handle, placed] : before) {
    if (now.find(handle) == now.end()) handles.push_back(handle);
  }
  std::sort(handles.begin(), handles.end());
  for (const std::uint32_t handle : handles) {
    const auto was = before.find(handle);
    const auto is = now.find(handle);
    append_changes(records, handle, was == before.end() ? nothing : was->second,
                   is == now.end() ? nothing : is->second);
  }
  Bytes out;
  if (records.empty() && height == height_before) return out;
  out.push_back(placement_version);
  append_float(out, height);
  out.insert(out.end(), records.begin(), records.end());
  return out;
}

}  // namespace sayso::mirror
