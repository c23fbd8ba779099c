// The measures that paint's layout and the style sheet agree on, so that nothing jumps when one
// takes over from the other.
//
// All lengths are CSS px at a root font size of 16; multiply by scale = root_px / 16. The style
// sheet has the same numbers in rem, and a test reads it and compares.
//
// Boxes stack: in every container each child but the first keeps `space_above(kind)` from the one
// before; a container adds `padding` inside its edges. Nothing has a margin below, so margins never
// collapse. A text line of height `line` sits so that its ascent and descent are centred in it (CSS
// line-height):
//   baseline = top + (line - (ascent + descent)) / 2 + ascent.
#pragma once

#include "shared/document/node.h"

namespace sayso::document::metrics {

inline constexpr float root_px = 16;

// Breakpoints, compared with viewport width ÷ scale.
inline constexpr float tablet_width = 640;    // wider margins, larger headings
inline constexpr float desktop_width = 1024;  // Columns stand side by side; text takes two thirds

inline constexpr float page_max_width = 960;  // content box, centred, margins outside of it
inline constexpr float side_margin_phone = 15;
inline constexpr float side_margin = 30;
inline constexpr float main_padding_top_phone = 16;
inline constexpr float main_padding_top = 32;
inline constexpr float main_padding_bottom = 48;
inline constexpr float measure = 640;  // widest line of text (about 66 characters at 19 px)
inline constexpr float column_gap = 32;

inline constexpr float corner = 6;
inline constexpr float border = 2;
inline constexpr float bar = 8;  // inset's and details' left bar
inline constexpr float focus_underline = 4;

inline constexpr float target = 44;         // least height of a control
inline constexpr float button_height = 56;  // primary, on a phone also full width
inline constexpr float button_padding_x = 24;
inline constexpr float option_box = 40;     // the drawn radio or checkbox; its row is `target` high
inline constexpr float option_gap = 12;     // between the box and its label
inline constexpr float option_spacing = 8;  // between one option's row and the next
inline constexpr float input_height = 48;
inline constexpr float input_padding_x = 12;
inline constexpr float text_area_height = 148;
inline constexpr float character = 12;  // width a character of width_chars is given
inline constexpr float hint_gap = 4;    // label to hint, hint to error, and those to the control: 8
inline constexpr float control_gap = 8;
inline constexpr float error_bar = 4;  // left bar of a field with an error; 16 from its text
inline constexpr float error_indent = 16;

inline constexpr float panel_padding = 24;  // Banner, Panel, ErrorSummary, Quote
inline constexpr float inset_padding = 16;  // Inset and open Details, after the bar
inline constexpr float list_indent = 24;
inline constexpr float row_padding = 12;  // above and below a SummaryRow or TableRow's content
inline constexpr float row_rule = 1;      // line under a row
inline constexpr float summary_key_share = 0.34F;  // of the row's width, from tablet_width on
inline constexpr float warning_sign = 36;          // disc; 16 to its text
inline constexpr float tag_padding_x = 8;
inline constexpr float tag_sign = 20;  // the tone's shape; 8 to its text
inline constexpr float progress_height = 16;
inline constexpr float inline_option_gap = 32;  // between options side by side
inline constexpr float cell_gap = 16;  // between the columns of a row or table, and a row's links
inline constexpr float summary_sign = 28;  // the room of a Details' arrow, before its text
inline constexpr float art = 240;          // side of a "qr" figure with its quiet zone
inline constexpr float button_padding_y = 8;
inline constexpr float options_gap = 12;          // label, hint and error to the first option
inline constexpr float heading_control_gap = 24;  // a label that is the screen's heading to options
inline constexpr float link_padding_y = 4;        // of a link that stands alone
inline constexpr float tag_height = 28;

struct Type {
  float size;  // font size
  float line;  // line height
  bool bold;
};

inline constexpr Type body{19, 27, false};
inline constexpr Type body_bold{19, 27, true};
inline constexpr Type small{16, 23, false};
inline constexpr Type small_bold{16, 23, true};
inline constexpr Type lead{22, 31, false};

inline constexpr Type hint = small;         // Hint parts, muted
inline constexpr Type message = body_bold;  // Error parts

[[nodiscard]] constexpr Type heading(int level, bool wide) {
  if (level <= 1) return wide ? Type{40, 48, true} : Type{32, 40, true};
  if (level == 2) return wide ? Type{32, 40, true} : Type{24, 32, true};
  return wide ? Type{24, 32, true} : Type{20, 28, true};
}

// How a node's own text is set (Self of text nodes; inline runs take their parent's unless Small).
[[nodiscard]] Type type_of(const Node& node, bool wide);

// How the Label part is set: page headings as h1; legends, labels and keys bold; options and
// summaries plain.
[[nodiscard]] Type label_type_of(const Node& node, bool wide);

// Space kept from the sibling above; the first child keeps none.
[[nodiscard]] float space_above(const Node& node);

// Whether it may take all the width there is, instead of what is read with ease.
[[nodiscard]] bool takes_whole_width(Kind kind);

// The same where it depends on what the sibling above is: a caption belongs to its heading, and
// buttons and paragraphs of one kind keep together.
[[nodiscard]] float space_between(const Node& above, const Node& below);

// Space inside the edges of a container, the same on four sides unless the header says otherwise.
[[nodiscard]] float padding_of(Kind kind);

}  // namespace sayso::document::metrics
