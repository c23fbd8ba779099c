// Placements as the browser gets them: per element, and only those that changed.
//
// Numbers are LEB128 and handles are those of shared/document/diff.h; a rect is four float32,
// little endian: x, y, width, height in CSS px, relative to the nearest boxed element around it, or
// to main.
//
//   buffer = version height record*          version = 1; height = float32, of main
//   record = 1 handle rect                   box
//          | 2 handle count line*            the lines of an element's text, all of it
//          | 3 handle                        no box any more
//          | 4 handle                        no lines any more
//   line   = units rect                      units = length in UTF-16 code units
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/document/element.h"
#include "shared/paint/placement.h"

namespace sayso::mirror {

inline constexpr std::uint8_t placement_version = 1;

enum class Record : std::uint8_t { Box = 1, Lines = 2, NoBox = 3, NoLines = 4 };

// What one element was given.
struct PlacedElement {
  std::optional<paint::Rect> box;
  std::vector<paint::Line> lines;  // empty: the text is left as it is
  std::string text;                // what the lines are lines of

  friend bool operator==(const PlacedElement& a, const PlacedElement& b) = default;
};

using Placed = std::unordered_map<std::uint32_t, PlacedElement>;  // by handle

// Finds the element of every placement. A placement without element is passed over; lines that do
// not cover their text from end to end are, too.
[[nodiscard]] Placed place_elements(const document::Page& page, const paint::Placements& places);

// Empty if nothing changed.
[[nodiscard]] Bytes encode_placements(const Placed& before, float height_before, const Placed& now,
                                      float height);

// How long a piece of UTF-8 is in JavaScript's strings.
[[nodiscard]] std::uint32_t utf16_length(std::string_view text);

}  // namespace sayso::mirror
