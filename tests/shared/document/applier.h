// Carries out a buffer of diff.h on plain elements, as its grammar says and no more.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/document/diff.h"

namespace sayso::document {

class Applier {
 public:
  std::string title;
  std::string language;
  std::string direction;
  std::string focus;
  std::size_t moved = 0;
  std::size_t created = 0;
  std::size_t removed = 0;

  void apply(const Bytes& bytes) {
    bytes_ = bytes;
    at_ = 0;
    moved = created = removed = 0;
    focus.clear();
    if (bytes.empty()) return;
    REQUIRE(number() == diff_version);
    while (at_ < bytes_.size()) step(static_cast<Op>(number()));
  }

  [[nodiscard]] Element page() const {
    REQUIRE(body_.children.size() == 1);
    return copy(*body_.children.front());
  }

 private:
  struct Item {
    Element self;
    Item* parent = nullptr;
    std::vector<Item*> children;
  };

  void step(Op op) {
    if (op == Op::Title) {
      title = string();
    } else if (op == Op::Language) {
      language = string();
      direction = string();
    } else if (op == Op::Focus) {
      focus = string();
      REQUIRE(at_ == bytes_.size());
    } else {
      change(op, number());
    }
  }

  void change(Op op, std::uint64_t handle) {
    if (op == Op::Create) {
      REQUIRE(items_.count(handle) == 0);
      Item& parent = item_or_body(number());
      const std::uint64_t after = number();
      auto fresh = std::make_unique<Item>();
      fresh->self.tag = string();
      fresh->self.key = string();
      REQUIRE(parent.self.text.empty());
      insert(parent, after, fresh.get());
      items_.emplace(handle, std::move(fresh));
      ++created;
      return;
    }
    Item& item = *items_.at(handle);
    if (op == Op::Remove) {
      take_out(item);
      forget(item);
      ++removed;
    } else if (op == Op::Move) {
      Item& parent = item_or_body(number());
      REQUIRE(&parent == item.parent);
      take_out(item);
      insert(parent, number(), &item);
      ++moved;
    } else if (op == Op::Text) {
      REQUIRE(item.children.empty());
      item.self.text = string();
    } else {
      change_attribute(op, item);
    }
  }

  void change_attribute(Op op, Item& item) {
    const std::string name = string();
    std::map<std::string, std::string>& attributes = attributes_[&item];
    if (op == Op::Set) {
      attributes[name] = string();
    } else {
      REQUIRE(op == Op::Unset);
      REQUIRE(attributes.erase(name) == 1);
    }
  }

  Item& item_or_body(std::uint64_t handle) { return handle == 0 ? body_ : *items_.at(handle); }

  void insert(Item& parent, std::uint64_t after, Item* item) {
    auto place = parent.children.begin();
    if (after != 0) {
      while (place != parent.children.end() && *place != items_.at(after).get()) ++place;
      REQUIRE(place != parent.children.end());
      ++place;
    }
    parent.children.insert(place, item);
    item->parent = &parent;
  }

  static void take_out(Item& item) {
    std::vector<Item*>& siblings = item.parent->children;
    for (auto at = siblings.begin(); at != siblings.end(); ++at) {
      if (*at != &item) continue;
      siblings.erase(at);
      return;
    }
    REQUIRE(false);
  }

  void forget(Item& item) {
    for (Item* child : std::vector<Item*>(item.children)) forget(*child);
    attributes_.erase(&item);
    for (auto at = items_.begin(); at != items_.end(); ++at) {
      if (at->second.get() != &item) continue;
      items_.erase(at);
      return;
    }
  }

  Element copy(const Item& item) const {
    Element element = item.self;
    const auto found = attributes_.find(&item);
    if (found != attributes_.end()) {
      for (const auto& [name, value] : found->second) element.attributes.push_back({name, value});
    }
    for (const Item* child : item.children) element.children.push_back(copy(*child));
    return element;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      REQUIRE(at_ < bytes_.size());
      const std::uint8_t byte = bytes_[at_++];
      value |= static_cast<std::uint64_t>(byte & 127U) << shift;
      if (byte < 128) return value;
    }
  }

  std::string string() {
    const std::uint64_t size = number();
    REQUIRE(at_ + size <= bytes_.size());
    const std::string text(bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                           bytes_.begin() + static_cast<std::ptrdiff_t>(at_ + size));
    at_ += size;
    return text;
  }

  Bytes bytes_;
  std::size_t at_ = 0;
  Item body_;
  std::map<std::uint64_t, std::unique_ptr<Item>> items_;
  std::map<const Item*, std::map<std::string, std::string>> attributes_;
};

}  // namespace sayso::document
