// How elements are put together: for the element makers of this folder alone.
#pragma once

#include <string>
#include <string_view>

#include "shared/document/element.h"

namespace sayso::document {

// What a maker of elements is given: the node, the key it goes by, its path, and the frame's words.
struct Making {
  const Node& node;
  std::string key;
  std::string path;
  const Frame& frame;
};

[[nodiscard]] Element make_bare(std::string_view tag, std::string_view key,
                                std::string_view classes = {});
void set_attribute(Element& element, std::string_view name, std::string_view value);
void set_unless_empty(Element& element, std::string_view name, std::string_view value);
void add_class(Element& element, std::string_view name);

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

// One maker for each family of kinds.
[[nodiscard]] Element make_text_kind(const Making& making);
[[nodiscard]] Element make_container_kind(const Making& making);
[[nodiscard]] Element make_control_kind(const Making& making);
[[nodiscard]] Element make_data_kind(const Making& making);

}  // namespace sayso::document
