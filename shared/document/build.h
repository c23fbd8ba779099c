// Small builders, so that a screen's function reads like the screen.
// Everything said to people is an argument; the builders add no words. Wrap a node in keyed(),
// marked() and the like to refine it: keyed("nhs", radio("yes", words.yes)).
#pragma once

#include <string>
#include <vector>

#include "shared/document/node.h"

namespace sayso::document {

using Nodes = std::vector<Node>;

// --- Refinements: each takes a node and gives it back changed ---
[[nodiscard]] Node keyed(std::string key, Node node);
[[nodiscard]] Node identified(std::string id, Node node);  // jump or focus target
[[nodiscard]] Node in_language(std::string language, Node node,
                               Direction direction = Direction::LeftToRight);
[[nodiscard]] Node styled(Style style, Node node);
[[nodiscard]] Node toned(Tone tone, Node node);
[[nodiscard]] Node only_on_screen(Node node);
[[nodiscard]] Node only_in_print(Node node);
[[nodiscard]] Node disabled(Node node);
[[nodiscard]] Node as_page_heading(Node node);  // its legend or label is the screen's h1

// --- Text ---
// A heading of level 1 is the page heading and takes the id "page-heading", where focus goes.
[[nodiscard]] Node heading(int level, std::string text);
[[nodiscard]] Node paragraph(std::string text);
[[nodiscard]] Node paragraph(Nodes runs);  // span, strong, link
[[nodiscard]] Node lead(std::string text);
[[nodiscard]] Node muted(std::string text);
[[nodiscard]] Node small(std::string text);
[[nodiscard]] Node caption(std::string text);  // a short line above a heading
[[nodiscard]] Node span(std::string text);
[[nodiscard]] Node strong(std::string text);
[[nodiscard]] Node code(std::string text);
[[nodiscard]] Node list(Nodes items);
[[nodiscard]] Node list(const std::vector<std::string>& items);
[[nodiscard]] Node numbered_list(Nodes items);
[[nodiscard]] Node item(std::string text);
[[nodiscard]] Node item(Nodes content);
[[nodiscard]] Node link(std::string label, std::string href, std::string action = {});
[[nodiscard]] Node download(std::string label, std::string href, std::string file_name,
                            std::string action = {});
[[nodiscard]] Node tag(Tone tone, std::string text);

// --- Containers ---
[[nodiscard]] Node section(std::string id, Nodes children);  // the id is its key too
[[nodiscard]] Node group(Nodes children);
[[nodiscard]] Node columns(Node first, Node second);
[[nodiscard]] Node form(std::string action, Nodes children, std::string post_address = {});
[[nodiscard]] Node quote(Nodes children);
[[nodiscard]] Node inset(Nodes children);
[[nodiscard]] Node warning(std::string text);
[[nodiscard]] Node banner(std::string title, Nodes children);
[[nodiscard]] Node panel(std::string title, Nodes children);
[[nodiscard]] Node details(std::string summary, Nodes children, bool open = false);
[[nodiscard]] Node separator();

// --- Controls ---
[[nodiscard]] Node submit_button(std::string label);  // primary; submits the form it stands in
[[nodiscard]] Node button(std::string label, std::string action, Tone tone = Tone::Secondary);
[[nodiscard]] Node back_link(std::string label, std::string href, std::string action = {});

// What the labelled controls share. The id is the name unless given.
struct Field {
  std::string name = {};
  std::string label = {};
  std::string hint = {};
  std::string error = {};
  std::string value = {};
  std::string id = {};
  std::string autocomplete = {};
  InputMode input_mode = InputMode::Text;
  int width_chars = 0;
  bool page_heading = false;    // the label or legend is the screen's h1
  bool inline_options = false;  // radios side by side where they fit
};
[[nodiscard]] Node text_input(Field field);
[[nodiscard]] Node text_area(Field field);
[[nodiscard]] Node file_input(Field field);
// The option whose value is field.value is checked; none is when it is empty. Options take the
// group's name; their key is their value.
[[nodiscard]] Node radios(Field field, Nodes options);
[[nodiscard]] Node radio(std::string value, std::string label, std::string hint = {});
[[nodiscard]] Node checkboxes(Field field, Nodes options);
[[nodiscard]] Node checkbox(std::string value, std::string label, bool checked = false,
                            std::string hint = {});

// --- Summaries and tables ---
// Links go to "#id" of the field at fault. Takes the id "error-summary", where focus goes.
[[nodiscard]] Node error_summary(std::string title, Nodes links);
[[nodiscard]] Node summary_list(Nodes rows);
[[nodiscard]] Node summary_row(std::string name, std::string value, Nodes actions = {});
[[nodiscard]] Node summary_row(std::string name, Nodes value, Nodes actions = {});
[[nodiscard]] Node table(std::string caption, Nodes rows);
[[nodiscard]] Node header_row(const std::vector<std::string>& cells);
[[nodiscard]] Node row(Nodes cells);
[[nodiscard]] Node cell(std::string text, std::string column = {});
[[nodiscard]] Node cell(Nodes content, std::string column = {});
[[nodiscard]] Node header_cell(std::string text);

// --- The rest ---
[[nodiscard]] Node progress(std::string label, int percent);  // −1: how long is not known
[[nodiscard]] Node figure(std::string painter, std::string label, std::string payload,
                          Nodes equivalent = {});
// A QR code of the text, for a figure's "qr" painter; the label says what it is for.
[[nodiscard]] Node qr_code(std::string label, const std::string& text, Nodes equivalent = {});

}  // namespace sayso::document
