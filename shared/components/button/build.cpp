#include "shared/components/button/build.h"

#include <utility>

namespace sayso::document {

Node submit_button(std::string label) {
  return toned(Tone::Primary, with_label(Kind::Button, std::move(label)));
}

Node button(std::string label, std::string action, Tone tone) {
  Node node = toned(tone, with_label(Kind::Button, std::move(label)));
  node.action = std::move(action);
  return node;
}

}  // namespace sayso::document
