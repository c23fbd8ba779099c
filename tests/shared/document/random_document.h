// Documents by chance: the same from the same generator.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/shared/document/every_kind.h"

namespace sayso::document {

inline Document with_main(Nodes children) {
  Document document;
  document.title = "Test";
  document.main.children = std::move(children);
  return document;
}

inline Node random_node(std::mt19937& random, int depth) {
  static const std::vector<Node> leaves = [] {
    std::vector<Node> nodes;
    visit(every_kind().main, [&](const Node& node) {
      if (node.kind != Kind::Main && node.kind != Kind::Form && node.kind != Kind::ListItem &&
          node.kind != Kind::TableRow && node.kind != Kind::TableCell &&
          node.kind != Kind::SummaryRow) {
        nodes.push_back(node);
      }
    });
    return nodes;
  }();
  if (depth == 0 || random() % 3 == 0) return leaves[random() % leaves.size()];
  Nodes children;
  for (std::size_t i = random() % 5; i > 0; --i) children.push_back(random_node(random, depth - 1));
  switch (random() % 4) {
    case 0:
      return section("s" + std::to_string(random() % 3), children);
    case 1:
      return details("More", children, random() % 2 == 0);
    case 2:
      return inset(children);
    default:
      return group(children);
  }
}

// Keys from a small stock, so that siblings come, go, swap and turn into something else.
inline void give_keys(Node& node, std::mt19937& random) {
  std::vector<int> stock = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  std::shuffle(stock.begin(), stock.end(), random);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    node.children[i].key =
        "k" + std::to_string(i < stock.size() ? stock[i] : 100 + static_cast<int>(i));
    give_keys(node.children[i], random);
  }
}

inline Document random_document(std::mt19937& random) {
  Nodes children;
  for (std::size_t i = random() % 8; i > 0; --i) children.push_back(random_node(random, 3));
  // Forms do not nest: at most the whole of it is one.
  if (random() % 3 == 0) children = {form("send", children)};
  Document document = with_main(children);
  give_keys(document.main, random);
  document.title = "Title " + std::to_string(random() % 3);
  document.language = random() % 5 == 0 ? "cy" : "en";
  document.announcement = random() % 2 == 0 ? "Saved" : "";
  if (random() % 2 == 0) document.back = {back_link("Back", "/")};
  if (random() % 2 == 0) document.footer = {link("Help", "/help")};
  return document;
}

}  // namespace sayso::document
