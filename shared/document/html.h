// Writes pages as HTML: complete, valid, escaped; inline stands only what the caller gives whole,
// for a strict content policy to name by its hash.
//
// Every element carries data-key, by which the client adopts the page instead of building it again.
// Addresses in the options are written as given (escaped); the caller vouches for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/document/element.h"
#include "shared/document/node.h"

namespace sayso::document {

// <meta name content>: what the client needs to know before it can ask.
struct MetaFact {
  std::string name;
  std::string content;
};

// <link rel="preload">, for fonts above all.
struct Preload {
  std::string address;
  std::string as;    // "font", "fetch", "script"
  std::string type;  // media type; may be empty
};

// A script or style sheet that a page waits for. With content it stands in the page itself, which
// saves asking for it.
struct Source {
  std::string address;
  std::string content = {};
};

// Whether a browser reads such content as it is, up to the closing tag.
[[nodiscard]] bool may_stand_inline(std::string_view content);

struct HtmlOptions {
  Source exit_script;                // before anything else, not deferred
  Source settings_script;            // next: how this person likes to see pages
  std::vector<Source> styles;        // style sheets
  std::vector<std::string> modules;  // ES modules, deferred by nature
  std::vector<Preload> preloads;
  std::vector<MetaFact> facts;
  std::string icon;  // address; empty = none
  // Shown above everything else where the browser runs no scripts: what that means, and a link to
  // the ways on. Empty = nothing.
  std::string without_script = {};
  std::string without_script_link = {};  // its words
  std::string without_script_address = {};
};

// <!doctype html> and everything after it. <html> has the class "simple" (see
// client/web/README.md).
[[nodiscard]] std::string write_html(const Page& page, const HtmlOptions& options = {});

[[nodiscard]] std::string write_html(const Element& element);

// Text as it may stand between tags, and in an attribute within double quotes. NUL and the other
// control characters that HTML forbids become U+FFFD.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace sayso::document
