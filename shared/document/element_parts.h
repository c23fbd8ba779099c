// How elements are put together: for components alone.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/document/element.h"

namespace sayso::document {

struct Making;
using MakeElement = Element (*)(const Making& making);
// How each kind becomes elements, in the order of Kind.
using Makers = std::array<MakeElement, kind_count>;

// What a maker of elements is given: the node, the key it goes by, its path, the frame's words, and
// how its children are made.
struct Making {
  const Node& node;
  std::string key;
  std::string path;
  const Frame& frame;
  const Makers& makers;
};

// The element for one node and what is in it.
[[nodiscard]] Element make_element(const Node& node, std::string_view key,
                                   std::string_view parent_path, const Frame& frame,
                                   const Makers& makers);

[[nodiscard]] Element make_bare(std::string_view tag, std::string_view key,
                                std::string_view classes = {});
void set_attribute(Element& element, std::string_view name, std::string_view value);
void set_unless_empty(Element& element, std::string_view name, std::string_view value);
void add_class(Element& element, std::string_view name);

// An element that holds only words, and stands for no node.
[[nodiscard]] Element make_leaf(std::string_view tag, std::string_view key,
                                std::string_view classes, std::string_view text);

// An element of text that stands for `part` of the node.
[[nodiscard]] Element make_text(std::string_view tag, std::string_view key,
                                std::string_view classes, std::string_view text,
                                const Making& making, Part part);

// Words for screen readers alone.
[[nodiscard]] Element make_hidden_text(std::string_view key, std::string_view text);

// The node's own element: key, language, direction, print and screen classes, id.
enum class Id : std::uint8_t { Given, Withheld };
[[nodiscard]] Element make_own(const Making& making, std::string_view tag, std::string_view classes,
                               Id id = Id::Given);

// Text and children as they stand in a node: a leaf, inline runs, or a stack of blocks.
void fill(Element& into, const Making& making);
void add_children(Element& into, const Making& making);
[[nodiscard]] Element make_child(const Making& making, std::size_t index);

[[nodiscard]] bool is_inline(Kind kind);
[[nodiscard]] bool all_inline(const std::vector<Node>& children);

// The address itself where it leads somewhere harmless, else "#".
[[nodiscard]] std::string_view safe_address(std::string_view address);

// An id for a node that was given none, made from its path.
[[nodiscard]] std::string id_or_path(const Making& making);

// Blocks one below the other, after the node's own text.
[[nodiscard]] Element make_stack(const Making& making, std::string_view tag,
                                 std::string_view classes);
// A title, and below it a stack of what is in the node.
[[nodiscard]] Element make_titled(const Making& making, std::string_view classes,
                                  std::string_view title_class, std::string_view title_tag);

}  // namespace sayso::document
