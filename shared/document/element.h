// The page as elements: what HTML writer and mirror both work from, so that the server's page and
// the client's are the same page.
//
// Every element has a key, unique among its siblings (data-key in HTML). A node's own element
// carries the node's key; what stands for a part of a node, or only wraps, has a key that begins
// with '.'. So the keys from main down, those with a '.' left out, are the path of the node.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/document/node.h"
#include "shared/document/part.h"

namespace sayso::document {

struct Attribute {
  std::string name;
  std::string value;  // "" for attributes that are on by being there: checked, open, disabled …

  friend bool operator==(const Attribute& a, const Attribute& b) = default;
};

// Holds text or children, never both.
struct Element {
  std::string tag;
  std::string key;
  std::string text;
  std::vector<Attribute> attributes;
  std::vector<Element> children;
  // For placing: the node's path, and which of its parts this element is the box or the text of.
  std::string path;
  std::optional<Part> box_of;
  std::optional<Part> text_of;
  // Set by diff(): names the element in op buffers for as long as it lives. 0 = not yet on the
  // page.
  std::uint32_t handle = 0;
};

// One whole page. `root` is the element with id "page": skip link, header, phase band, back link,
// main, footer and two live regions.
struct Page {
  std::string title;
  std::string language;
  Direction direction = Direction::LeftToRight;
  std::string focus;
  Element root;
  std::uint32_t last_handle = 0;
};

// Equal as pages: handles do not count.
[[nodiscard]] bool same_elements(const Element& a, const Element& b);

[[nodiscard]] const std::string* find_attribute(const Element& element, std::string_view name);

}  // namespace sayso::document
