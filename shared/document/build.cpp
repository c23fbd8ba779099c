#include "shared/document/build.h"

#include <utility>

namespace sayso::document {
namespace {

Node make(Kind kind) {
  Node node;
  node.kind = kind;
  return node;
}

Node with_text(Kind kind, std::string text) {
  Node node = make(kind);
  node.text = std::move(text);
  return node;
}

Node with_label(Kind kind, std::string label) {
  Node node = make(kind);
  node.label = std::move(label);
  return node;
}

Node with_children(Kind kind, Nodes children) {
  Node node = make(kind);
  node.children = std::move(children);
  return node;
}

Node titled(Kind kind, std::string title, Nodes children) {
  Node node = with_label(kind, std::move(title));
  node.children = std::move(children);
  return node;
}

Node field_node(Kind kind, Field field) {
  Node node = with_label(kind, std::move(field.label));
  node.id = field.id.empty() ? field.name : std::move(field.id);
  node.key = field.name;
  node.name = std::move(field.name);
  node.hint = std::move(field.hint);
  node.error = std::move(field.error);
  node.value = std::move(field.value);
  node.autocomplete = std::move(field.autocomplete);
  node.input_mode = field.input_mode;
  node.width_chars = field.width_chars;
  node.page_heading = field.page_heading;
  node.inline_options = field.inline_options;
  return node;
}

Node option_node(Kind kind, std::string value, std::string label, std::string hint) {
  Node node = with_label(kind, std::move(label));
  node.key = value;
  node.value = std::move(value);
  node.hint = std::move(hint);
  return node;
}

Node choice_group(Kind kind, Field field, Nodes options) {
  const std::string chosen = std::exchange(field.value, {});
  Node node = field_node(kind, std::move(field));
  for (Node& option : options) {
    option.name = node.name;
    if (!chosen.empty() && option.value == chosen) option.checked = true;
  }
  node.children = std::move(options);
  return node;
}

}  // namespace

Node keyed(std::string key, Node node) {
  node.key = std::move(key);
  return node;
}

Node identified(std::string id, Node node) {
  node.id = std::move(id);
  return node;
}

Node in_language(std::string language, Node node, Direction direction) {
  node.language = std::move(language);
  node.direction = direction;
  return node;
}

Node styled(Style style, Node node) {
  node.style = style;
  return node;
}

Node toned(Tone tone, Node node) {
  node.tone = tone;
  return node;
}

Node only_on_screen(Node node) {
  node.screen_only = true;
  return node;
}

Node only_in_print(Node node) {
  node.print_only = true;
  return node;
}

Node disabled(Node node) {
  node.disabled = true;
  return node;
}

Node as_page_heading(Node node) {
  node.page_heading = true;
  return node;
}

Node heading(int level, std::string text) {
  Node node = with_text(Kind::Heading, std::move(text));
  node.level = level;
  if (level == 1) {
    node.page_heading = true;
    node.id = "page-heading";
  }
  return node;
}

Node paragraph(std::string text) { return with_text(Kind::Paragraph, std::move(text)); }
Node paragraph(Nodes runs) { return with_children(Kind::Paragraph, std::move(runs)); }
Node lead(std::string text) { return styled(Style::Lead, paragraph(std::move(text))); }
Node muted(std::string text) { return styled(Style::Muted, paragraph(std::move(text))); }
Node small(std::string text) { return styled(Style::Small, paragraph(std::move(text))); }
Node caption(std::string text) { return styled(Style::Caption, paragraph(std::move(text))); }
Node span(std::string text) { return with_text(Kind::Span, std::move(text)); }
Node strong(std::string text) { return styled(Style::Strong, span(std::move(text))); }
Node code(std::string text) { return styled(Style::Code, span(std::move(text))); }

Node list(Nodes items) { return with_children(Kind::List, std::move(items)); }

Node list(const std::vector<std::string>& items) {
  Node node = make(Kind::List);
  for (const std::string& words : items) node.children.push_back(item(words));
  return node;
}

Node numbered_list(Nodes items) {
  Node node = list(std::move(items));
  node.ordered = true;
  return node;
}

Node item(std::string text) { return with_text(Kind::ListItem, std::move(text)); }
Node item(Nodes content) { return with_children(Kind::ListItem, std::move(content)); }

Node link(std::string label, std::string href, std::string action) {
  Node node = with_label(Kind::Link, std::move(label));
  node.href = std::move(href);
  node.action = std::move(action);
  return node;
}

Node download(std::string label, std::string href, std::string file_name, std::string action) {
  Node node = link(std::move(label), std::move(href), std::move(action));
  node.value = std::move(file_name);
  return node;
}

Node tag(Tone tone, std::string text) { return toned(tone, with_text(Kind::Tag, std::move(text))); }

Node section(std::string id, Nodes children) {
  Node node = with_children(Kind::Section, std::move(children));
  node.key = id;
  node.id = std::move(id);
  return node;
}

Node group(Nodes children) { return with_children(Kind::Group, std::move(children)); }

Node columns(Node first, Node second) {
  Nodes both;
  both.push_back(std::move(first));
  both.push_back(std::move(second));
  return with_children(Kind::Columns, std::move(both));
}

Node form(std::string action, Nodes children, std::string post_address) {
  Node node = with_children(Kind::Form, std::move(children));
  node.action = std::move(action);
  node.href = std::move(post_address);
  return node;
}

Node quote(Nodes children) { return with_children(Kind::Quote, std::move(children)); }
Node inset(Nodes children) { return with_children(Kind::Inset, std::move(children)); }
Node warning(std::string text) { return with_text(Kind::Warning, std::move(text)); }

Node banner(std::string title, Nodes children) {
  return titled(Kind::Banner, std::move(title), std::move(children));
}

Node panel(std::string title, Nodes children) {
  Node node = titled(Kind::Panel, std::move(title), std::move(children));
  node.page_heading = true;
  node.id = "page-heading";
  return node;
}

Node details(std::string summary, Nodes children, bool open) {
  Node node = titled(Kind::Details, std::move(summary), std::move(children));
  node.open = open;
  return node;
}

Node separator() { return make(Kind::Separator); }

Node submit_button(std::string label) {
  return toned(Tone::Primary, with_label(Kind::Button, std::move(label)));
}

Node button(std::string label, std::string action, Tone tone) {
  Node node = toned(tone, with_label(Kind::Button, std::move(label)));
  node.action = std::move(action);
  return node;
}

Node back_link(std::string label, std::string href, std::string action) {
  Node node = link(std::move(label), std::move(href), std::move(action));
  node.kind = Kind::BackLink;
  return node;
}

Node text_input(Field field) { return field_node(Kind::TextInput, std::move(field)); }
Node text_area(Field field) { return field_node(Kind::TextArea, std::move(field)); }
Node file_input(Field field) { return field_node(Kind::FileInput, std::move(field)); }

Node radios(Field field, Nodes options) {
  return choice_group(Kind::Radios, std::move(field), std::move(options));
}

Node radio(std::string value, std::string label, std::string hint) {
  return option_node(Kind::Radio, std::move(value), std::move(label), std::move(hint));
}

Node checkboxes(Field field, Nodes options) {
  return choice_group(Kind::Checkboxes, std::move(field), std::move(options));
}

Node checkbox(std::string value, std::string label, bool checked, std::string hint) {
  Node node = option_node(Kind::Checkbox, std::move(value), std::move(label), std::move(hint));
  node.checked = checked;
  return node;
}

Node error_summary(std::string title, Nodes links) {
  Node node = titled(Kind::ErrorSummary, std::move(title), std::move(links));
  node.id = "error-summary";
  node.key = "error-summary";
  return node;
}

Node summary_list(Nodes rows) { return with_children(Kind::SummaryList, std::move(rows)); }

Node summary_row(std::string name, std::string value, Nodes actions) {
  Nodes content;
  content.push_back(span(std::move(value)));
  return summary_row(std::move(name), std::move(content), std::move(actions));
}

Node summary_row(std::string name, Nodes value, Nodes actions) {
  Node node = titled(Kind::SummaryRow, std::move(name), std::move(value));
  for (Node& action : actions) {
    action.action_link = true;
    node.children.push_back(std::move(action));
  }
  return node;
}

Node table(std::string caption_text, Nodes rows) {
  return titled(Kind::Table, std::move(caption_text), std::move(rows));
}

Node header_row(const std::vector<std::string>& cells) {
  Node node = make(Kind::TableRow);
  node.header = true;
  for (const std::string& words : cells) node.children.push_back(header_cell(words));
  return node;
}

Node row(Nodes cells) { return with_children(Kind::TableRow, std::move(cells)); }

Node cell(std::string text, std::string column) {
  Node node = with_text(Kind::TableCell, std::move(text));
  node.label = std::move(column);
  return node;
}

Node cell(Nodes content, std::string column) {
  Node node = with_children(Kind::TableCell, std::move(content));
  node.label = std::move(column);
  return node;
}

Node header_cell(std::string text) {
  Node node = with_text(Kind::TableCell, std::move(text));
  node.header = true;
  return node;
}

Node progress(std::string label, int percent) {
  Node node = with_label(Kind::Progress, std::move(label));
  node.number = percent;
  return node;
}

Node figure(std::string painter, std::string label, std::string payload, Nodes equivalent) {
  Node node = titled(Kind::Figure, std::move(label), std::move(equivalent));
  node.figure = std::move(painter);
  node.payload = std::move(payload);
  return node;
}

}  // namespace sayso::document
