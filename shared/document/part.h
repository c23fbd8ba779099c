// The parts of a node that are seen by themselves: what paint places, and what the mirror lays over
// it.
//
// Which kinds have which parts ("text" = the part has lines, "box" = it has a rectangle of its
// own):
//   Heading, Paragraph, ListItem, Quote, Inset, TableCell, Warning: Self (text of node.text; box
//   optional) Span, Tag:                        Self (text; box for Tag) Link, Button, BackLink:
//   Self (text of node.label; box = what can be clicked) Radios, Checkboxes:               Label
//   (text), Hint (text), Error (text) Radio, Checkbox:                  Control (box), Label (text;
//   box = what can be clicked), Hint (text) TextInput, TextArea, FileInput:   Label (text), Hint
//   (text), Error (text), Control (box) Details, Banner, Panel, Progress, Table, ErrorSummary,
//   Figure: Label (text; box for Details) SummaryRow:                       Label (text); value and
//   actions are its children Main:                             Self (box; only its height counts)
// Every node may have a box for Self. A control is drawn by the page itself, in both modes, when it
// takes typing or files; all others are the painter's.
#pragma once

#include <cstdint>

namespace sayso::document {

enum class Part : std::uint8_t { Self, Label, Hint, Error, Control };

}  // namespace sayso::document
