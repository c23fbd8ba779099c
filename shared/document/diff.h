// The difference between two pages, as one small buffer of operations for the browser to carry out.
//
// Numbers are unsigned LEB128. A string is its length in bytes, a number, then UTF-8. Grammar:
//
//   buffer    = version op*                    version = 1; a buffer without ops is empty, not a
//   version alone op        = 1 create | 2 remove | 3 move | 4 text | 5 set | 6 unset | 7 title | 8
//   language | 9 focus create    = handle parent after tag key    a new element, put in its place
//   at once remove    = handle                         with all that is in it; its handles are gone
//   move      = handle parent after            only for what cannot stay while the rest keeps its
//   order text      = handle string                  the whole text of an element that has no child
//   elements set       = handle name value              attribute; `value` of inputs, `checked` and
//   `open` are
//                                              properties too, and the text of a textarea is its
//                                              value
//   unset     = handle name
//   title     = string
//   language  = string direction               of the page; direction = "ltr" | "rtl"
//   focus     = string                         id of an element; always last
//   parent    = handle | 0                     0 = the body
//   after     = handle | 0                     the sibling before it; 0 = first
//   tag, key, name, value = string
//
// Kept elements are never taken out and put back, so focus, scrolling and what is being typed stay.
// The order of operations is the order to apply them in. A first buffer, made from an empty page,
// creates everything from the root; the browser takes over the elements that are already there
// (data-key).
#pragma once

#include "shared/base/bytes.h"
#include "shared/document/element.h"

namespace sayso::document {

inline constexpr std::uint8_t diff_version = 1;

enum class Op : std::uint8_t {
  Create = 1,
  Remove = 2,
  Move = 3,
  Text = 4,
  Set = 5,
  Unset = 6,
  Title = 7,
  Language = 8,
  Focus = 9,
};

// Gives every element of `next` its handle: the old one where it stays, a fresh one where it is
// new.
[[nodiscard]] Bytes diff(const Page& old, Page& next);

// LEB128, shared with the mirror's placements.
void append_number(Bytes& out, std::uint64_t number);
void append_string(Bytes& out, std::string_view text);

}  // namespace sayso::document
