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

// kinds.def says what each of them is.
enum class Kind : std::uint8_t {
#define SAYSO_KIND(kind, functions, space, label, width) kind,
#include "shared/document/kinds.def"
#undef SAYSO_KIND
};
#define SAYSO_KIND(kind, functions, space, label, width) +1
inline constexpr std::size_t kind_count = 0
#include "shared/document/kinds.def"
    ;
#undef SAYSO_KIND

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
  std::string exit_once = {};      // said when Shift was pressed once,
  std::string exit_twice = {};     // and twice
  std::string phase_label = {};    // optional band below the header: a tag …
  std::string phase_text = {};     // … and a sentence
  std::string error_prefix = {};   // "Error:", spoken before a field's message
  std::string warning_label = {};  // "Warning", spoken before warning text
  bool live = false;               // the client is here: what needs it (tabs) may promise it

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
  std::vector<Node> dialog;  // none or one Dialog, above everything

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
