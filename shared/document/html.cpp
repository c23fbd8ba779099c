#include "shared/document/html.h"

#include <algorithm>
#include <array>

#include "shared/base/check.h"

namespace sayso::document {
namespace {

constexpr std::array<std::string_view, 3> void_tags = {"input", "hr", "br"};

void append_escaped(std::string& out, std::string_view text) {
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default: {
        const auto code = static_cast<unsigned char>(letter);
        const bool allowed = code >= 0x20 || letter == '\n' || letter == '\t';
        if (allowed && code != 0x7f) {
          out += letter;
        } else {
          out += "\xEF\xBF\xBD";
        }
      }
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

void append_element(std::string& out, const Element& element) {
  out += '<';
  out += element.tag;
  append_attribute(out, "data-key", element.key);
  for (const Attribute& attribute : element.attributes) {
    append_attribute(out, attribute.name, attribute.value);
  }
  out += '>';
  if (std::find(void_tags.begin(), void_tags.end(), element.tag) != void_tags.end()) return;
  CHECK(element.text.empty() || element.children.empty());
  // The parser drops a line feed right after this tag: give it one to drop.
  if (element.tag == "textarea" && element.text.substr(0, 1) == "\n") out += '\n';
  append_escaped(out, element.text);
  for (const Element& child : element.children) append_element(out, child);
  out += "</";
  out += element.tag;
  out += '>';
}

void append_tag(std::string& out, std::string_view tag, const std::vector<Attribute>& attributes) {
  out += '<';
  out += tag;
  for (const Attribute& attribute : attributes) {
    append_attribute(out, attribute.name, attribute.value);
  }
  out += '>';
}

void append_inline(std::string& out, std::string_view tag, const std::string& content) {
  CHECK(may_stand_inline(content));
  append_tag(out, tag, {});
  out += content;
  out += "</";
  out += tag;
  out += '>';
}

void append_script(std::string& out, const Source& script) {
  if (!script.content.empty()) return append_inline(out, "script", script.content);
  if (script.address.empty()) return;
  append_tag(out, "script", {{"src", script.address}});
  out += "</script>";
}

void append_style(std::string& out, const Source& style) {
  if (!style.content.empty()) return append_inline(out, "style", style.content);
  append_tag(out, "link", {{"rel", "stylesheet"}, {"href", style.address}});
}

void append_head(std::string& out, const Page& page, const HtmlOptions& options) {
  out += "<head><meta charset=\"utf-8\">";
  append_script(out, options.exit_script);
  append_script(out, options.settings_script);
  append_tag(out, "meta",
             {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  append_tag(out, "meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  out += "<title>";
  append_escaped(out, page.title);
  out += "</title>";
  for (const Preload& preload : options.preloads) {
    std::vector<Attribute> attributes = {
        {"rel", "preload"}, {"href", preload.address}, {"as", preload.as}};
    if (!preload.type.empty()) attributes.push_back({"type", preload.type});
    if (preload.as == "font" || preload.as == "fetch") attributes.push_back({"crossorigin", ""});
    // What can be read comes first, in whatever face there is.
    attributes.push_back({"fetchpriority", "low"});
    append_tag(out, "link", attributes);
  }
  for (const Source& style : options.styles) append_style(out, style);
  if (!options.icon.empty()) append_tag(out, "link", {{"rel", "icon"}, {"href", options.icon}});
  for (const MetaFact& fact : options.facts) {
    append_tag(out, "meta", {{"name", fact.name}, {"content", fact.content}});
  }
  for (const std::string& address : options.modules) {
    append_tag(out, "script", {{"type", "module"}, {"src", address}, {"fetchpriority", "low"}});
    out += "</script>";
  }
  out += "</head>";
}

void append_without_script(std::string& out, const HtmlOptions& options) {
  if (options.without_script.empty()) return;
  out += "<noscript><div class=\"banner without-script\"><p>";
  append_escaped(out, options.without_script);
  out += "</p><p>";
  append_tag(out, "a", {{"class", "link"}, {"href", options.without_script_address}});
  append_escaped(out, options.without_script_link);
  out += "</a></p></div></noscript>";
}

}  // namespace

// HTML §13.2.5: what ends such an element, and what keeps its end from being seen.
bool may_stand_inline(std::string_view content) {
  return content.find("</") == std::string_view::npos &&
         content.find("<!--") == std::string_view::npos;
}

std::string escape_html(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string write_html(const Element& element) {
  std::string out;
  append_element(out, element);
  return out;
}

std::string write_html(const Page& page, const HtmlOptions& options) {
  std::string out = "<!doctype html>";
  const bool leftward = page.direction == Direction::RightToLeft;
  append_tag(out, "html",
             {{"lang", page.language}, {"dir", leftward ? "rtl" : "ltr"}, {"class", "simple"}});
  append_head(out, page, options);
  out += "<body>";
  append_without_script(out, options);
  append_element(out, page.root);
  out += "</body></html>\n";
  return out;
}

}  // namespace sayso::document
