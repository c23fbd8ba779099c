#include <algorithm>
#include <string>

#include "shared/components/exit_this_page/element.h"
#include "shared/document/element_parts.h"

namespace sayso::document {

namespace {

Element make_link_out(const Frame& frame) {
  Element exit = make_bare("a", ".exit", "exit");
  set_attribute(exit, "href", safe_address(frame.exit_address));
  set_attribute(exit, "rel", "nofollow noreferrer");
  if (frame.exit_hint.empty()) {
    exit.text = frame.exit_label;
    return exit;
  }
  exit.children.push_back(make_leaf("span", ".text", {}, frame.exit_label));
  exit.children.push_back(make_hidden_text(".hint", " " + frame.exit_hint));
  return exit;
}

}  // namespace

// A plain link, so that it works with nothing else loaded; exit.js finds it by its id.
Element make_exit(const Frame& frame) {
  Element exit = make_link_out(frame);
  set_attribute(exit, "id", "exit");
  set_unless_empty(exit, "data-once", frame.exit_once);
  set_unless_empty(exit, "data-twice", frame.exit_twice);
  return exit;
}

Element make_exit_from_dialog(const Frame& frame) {
  Element exit = make_link_out(frame);
  set_attribute(exit, "data-exit", "");
  return exit;
}

}  // namespace sayso::document
