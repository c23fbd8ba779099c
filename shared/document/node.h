// The document: one tree of meaning that page, mirror, print and paint are all made from.
// A screen builds it; nothing in it knows of HTML, pixels or Dear ImGui. Every word comes in from
// outside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::document {

enum class Kind : std::uint8_t {
  // Containers.
  Main,     // the screen's content; the frame around it is made by the writers from Document
  Section,  // a group with a heading of its own; `id` is a jump target
  Form,   // holds inputs and the button that submits them; action = submit action, href = where it
          // posts without script
  Group,  // plain grouping without meaning of its own
  Columns,  // two children side by side from 1024 px, stacked below (plain words beside the
            // council's wording)
  // Text. With children, the children are the text's inline runs (Span, Link, Tag) and follow
  // `text`.
  Heading,    // level 1–3
  Paragraph,  // style: Body, Lead, Small, Muted, Caption
  List,       // children: ListItem; ordered flag
  ListItem,
  Span,     // inline run inside text; style: Body, Strong, Code, Muted
  Link,     // inline or standing alone; text in `label`; href is a real address; action optional
            // (else navigate); `value` = file name to offer, for a download
  Quote,    // the council's own wording
  Inset,    // set apart by a bar
  Warning,  // warning text with its sign; Frame::warning_label is spoken before it
  Banner,   // notification banner: title in `label`, children
  Panel,    // confirmation panel: title in `label`, children
  Tag,      // small state label; tone says which
  // Controls. All have a `name`; `label` is the accessible name, `hint` and `error` belong to it.
  Button,      // tone: Primary, Secondary, Caution; a submit button where `action` is empty
  BackLink,    // normally Document::back; text in `label`
  Radios,      // fieldset: legend in `label`; children: Radio
  Radio,       // value in `value`; checked flag
  Checkboxes,  // fieldset; children: Checkbox
  Checkbox,
  TextInput,  // value; input_mode, autocomplete; width_chars
  TextArea,
  FileInput,
  Details,       // label = summary; open flag; children
  ErrorSummary,  // label = title; children: Link to fields (href "#field-id")
  SummaryList,   // children: SummaryRow
  SummaryRow,    // label = key; children = value; then optional Links as actions (last,
                 // `action_link` flag)
  Table,         // label = caption; children: TableRow
  TableRow,      // header flag; children: TableCell
  TableCell,     // header flag; `label` = its column's heading, shown where rows are stacked on a
                 // phone
  Progress,      // label; value 0–100 in number, −1 = indeterminate
  // label = text equivalent; figure names the painter; data in `payload`; children = table
  // equivalent. "qr": payload = rows of '0' and '1' (dark), a space between rows, no quiet zone.
  Figure,
  Separator,
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::Separator) + 1;

enum class Style : std::uint8_t { Body, Lead, Small, Muted, Caption, Strong, Code };
enum class Tone : std::uint8_t {
  Neutral,
  Primary,
  Secondary,
  Caution,
  Agreed,
  Refused,
  Withdrawn,
  NotAsked,
  NotConsent,
  Fault,
  Brand,
};
enum class Direction : std::uint8_t { Inherit, LeftToRight, RightToLeft };
enum class InputMode : std::uint8_t { Text, Numeric, Email, Telephone, Code, Pin };

struct Node {
  Kind kind = Kind::Group;
  // Unique among its siblings and steady from one state to the next: the diff and the page's
  // adoption go by it. Empty = take the kind and the place among those of it. No '/', no leading
  // '.'. Paths of keys identify a node in the whole document.
  std::string key;
  std::string id;     // fragment target; unique in the document; also the field id for controls
  std::string text;   // for text leaves: Span, Tag, Heading/Paragraph without children
  std::string label;  // accessible name: button text, legend, caption, summary, link text
  std::string hint;
  std::string error;  // the message shown beside the field; empty = no error
  std::string name;   // form field name
  std::string value;
  std::string href;      // same-origin address or "#id"
  std::string action;    // what the client does, e.g. "withdraw:join-up:nhs"; empty for navigation
  std::string language;  // BCP 47; empty = inherit
  std::string autocomplete;
  std::string figure;
  std::string payload;
  Style style = Style::Body;
  Tone tone = Tone::Neutral;
  Direction direction = Direction::Inherit;
  InputMode input_mode = InputMode::Text;
  int level = 0;        // heading
  int number = 0;       // progress
  int width_chars = 0;  // 0 = full
  bool checked = false;
  bool open = false;
  bool ordered = false;
  bool header = false;
  bool disabled = false;
  bool inline_options = false;  // radios side by side where they fit
  bool action_link = false;
  bool page_heading = false;  // the legend/label/heading that is the h1 of the screen
  bool screen_only = false;   // not printed
  bool print_only = false;    // only printed
  std::vector<Node> children;

  friend bool operator==(const Node& a, const Node& b) = default;
};

// The words and addresses of the frame around every screen. The same for all screens of a language.
struct Frame {
  std::string skip_label = {};     // "Skip to main content"
  std::string home_address = {};   // where the service's name leads
  std::string exit_label = {};     // "Exit this page"
  std::string exit_address = {};   // a neutral site of somebody else; absolute
  std::string exit_hint = {};      // said to screen readers: Shift three times
  std::string phase_label = {};    // optional band below the header: a tag …
  std::string phase_text = {};     // … and a sentence
  std::string error_prefix = {};   // "Error:", spoken before a field's message
  std::string warning_label = {};  // "Warning", spoken before warning text

  friend bool operator==(const Frame& a, const Frame& b) = default;
};

// A whole screen.
struct Document {
  std::string title;    // discreet; goes to the browser's history
  std::string address;  // path of this screen, e.g. "/home"
  std::string language = "en";
  Direction direction = Direction::LeftToRight;
  std::string council;  // header text
  std::string service;  // header text beside it
  Frame frame;
  std::vector<Node> back;    // none or one BackLink, above main
  std::string announcement;  // polite live region; spoken when it changes
  std::string alert;         // assertive live region
  std::string focus;         // id to focus after the commit; empty = leave focus alone
  Node main = main_node();
  std::vector<Node> footer;  // Links

  friend bool operator==(const Document& a, const Document& b) = default;

 private:
  static Node main_node() {
    Node node;
    node.kind = Kind::Main;
    node.key = "main";
    node.id = "main";
    return node;
  }
};

// The key by which child number `index` of `parent` is known: its own, or one made of its kind and
// its place among those alike, so that an error summary above does not make everything below new.
[[nodiscard]] std::string key_of(const Node& parent, std::size_t index);

// "main/choice/nhs": the path of a child whose parent has the path `parent_path`.
[[nodiscard]] std::string join_path(std::string_view parent_path, std::string_view key);

}  // namespace sayso::document
