// The document: one tree of meaning that page, mirror, print and paint are all made from.
// A screen builds it; nothing in it knows of HTML, pixels or Dear ImGui.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sayso::document {

enum class Kind : std::uint8_t {
  // Containers.
  Root,         // children: Main only; the template's header and footer are made by the writers from Document
  Main,         // the screen's content
  Section,      // a group with a heading of its own; `id` is a jump target
  Form,         // holds inputs and the button that submits them; action = submit action
  Group,        // plain grouping without meaning of its own
  Columns,      // two children side by side from 1024 px, stacked below (plain words beside the council's wording)
  // Text.
  Heading,      // level 1–3
  Paragraph,    // style: Body, Lead, Small, Muted, Caption
  List,         // children: ListItem; ordered flag
  ListItem,
  Span,         // inline run inside text; style: Plain, Strong
  Link,         // inline or standing alone; href is a real address; action optional (else navigate)
  Quote,        // the council's own wording
  Inset,        // set apart by a bar
  Warning,      // warning text with its sign; spoken as "Warning"
  Banner,       // notification banner: title in `label`, children
  Panel,        // confirmation panel: title in `label`, children
  Tag,          // small state label; tone says which
  // Controls. All have a `name`; `label` is the accessible name, `hint` and `error` belong to it.
  Button,       // tone: Primary, Secondary, Warning
  BackLink,
  Radios,       // fieldset: legend in `label`; children: Radio
  Radio,        // value in `value`; checked flag
  Checkboxes,   // fieldset; children: Checkbox
  Checkbox,
  TextInput,    // value; input_mode, autocomplete; width_chars
  TextArea,
  FileInput,
  Details,      // label = summary; open flag; children
  ErrorSummary, // children: Link to fields (href "#field-name")
  SummaryList,  // children: SummaryRow
  SummaryRow,   // label = key; children = value; then optional Links as actions (last, `action_link` flag)
  Table,        // label = caption; children: TableRow
  TableRow,     // header flag; children: TableCell
  TableCell,    // header flag
  Progress,     // label; value 0–100 in number, −1 = indeterminate
  Figure,       // label = text equivalent; figure names the painter (e.g. "qr"); data in `payload`; children = table equivalent
  Separator,
};

enum class Style : std::uint8_t { Body, Lead, Small, Muted, Caption, Strong, Code };
enum class Tone : std::uint8_t {
  Neutral, Primary, Secondary, Caution, Agreed, Refused, Withdrawn, NotAsked, NotConsent, Fault, Brand,
};
enum class Direction : std::uint8_t { Inherit, LeftToRight, RightToLeft };
enum class InputMode : std::uint8_t { Text, Numeric, Email, Telephone, Code, Pin };

struct Node {
  Kind kind = Kind::Group;
  // Unique among its siblings and steady from one state to the next: the diff and the page's adoption go by it.
  // Empty = take the position. Paths of keys identify a node in the whole document.
  std::string key;
  std::string id;        // fragment target; unique in the document; also the field id for controls
  std::string text;      // for text leaves: Span, Tag, Heading/Paragraph without children
  std::string label;     // accessible name: button text, legend, caption, summary, link text
  std::string hint;
  std::string error;     // the message shown beside the field; empty = no error
  std::string name;      // form field name
  std::string value;
  std::string href;      // same-origin address or "#id"
  std::string action;    // what the client does, e.g. "withdraw:join-up:nhs"; empty for plain navigation
  std::string language;  // BCP 47; empty = inherit
  std::string autocomplete;
  std::string figure;
  std::string payload;
  Style style = Style::Body;
  Tone tone = Tone::Neutral;
  Direction direction = Direction::Inherit;
  InputMode input_mode = InputMode::Text;
  int level = 0;         // heading
  int number = 0;        // progress
  int width_chars = 0;   // 0 = full
  bool checked = false;
  bool open = false;
  bool ordered = false;
  bool header = false;
  bool disabled = false;
  bool inline_options = false;  // radios side by side where they fit
  bool action_link = false;
  bool page_heading = false;    // the legend/label/heading that is the h1 of the screen
  bool screen_only = false;     // not printed
  bool print_only = false;      // only printed
  std::vector<Node> children;

  friend bool operator==(const Node& a, const Node& b);
};

// A whole screen.
struct Document {
  std::string title;       // discreet; goes to the browser's history
  std::string address;     // path of this screen, e.g. "/home"
  std::string language = "en";
  std::string council;     // header text
  std::string service;     // header text beside it
  std::string announcement;          // polite live region; spoken when it changes
  std::string alert;                 // assertive live region
  std::string focus;       // id to focus after the commit; empty = leave focus alone
  Node main{Kind::Main, "main", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  std::vector<Node> footer;  // links
};

}  // namespace sayso::document
