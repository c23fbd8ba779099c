#include "shared/document/diff.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace sayso::document {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// For each new child the place of the old child that it continues, or nowhere.
std::vector<std::size_t> match_children(const std::vector<Element>& old,
                                        const std::vector<Element>& next) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < old.size(); ++i) places.emplace(old[i].key, i);
  std::vector<std::size_t> matches(next.size(), nowhere);
  for (std::size_t i = 0; i < next.size(); ++i) {
    const auto found = places.find(next[i].key);
    if (found == places.end() || old[found->second].tag != next[i].tag) continue;
    matches[i] = found->second;
    places.erase(found);
  }
  return matches;
}

// Marks a longest run of matches whose old places rise: those stay, the other matches move.
std::vector<bool> find_steady(const std::vector<std::size_t>& matches) {
  std::vector<std::size_t> tails;  // index into matches of the smallest end of a run of each length
  std::vector<std::size_t> before(matches.size(), nowhere);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i] == nowhere) continue;
    const auto spot = std::lower_bound(
        tails.begin(), tails.end(), matches[i],
        [&](std::size_t tail, std::size_t place) { return matches[tail] < place; });
    if (spot != tails.begin()) before[i] = *(spot - 1);
    if (spot == tails.end()) {
      tails.push_back(i);
    } else {
      *spot = i;
    }
  }
  std::vector<bool> steady(matches.size(), false);
  for (std::size_t i = tails.empty() ? nowhere : tails.back(); i != nowhere; i = before[i]) {
    steady[i] = true;
  }
  return steady;
}

class Differ {
 public:
  explicit Differ(std::uint32_t last_handle) : last_handle_(last_handle) {}

  void create(Element& element, std::uint32_t parent, std::uint32_t after) {
    element.handle = ++last_handle_;
    op(Op::Create, element.handle);
    append_number(out_, parent);
    append_number(out_, after);
    append_string(out_, element.tag);
    append_string(out_, element.key);
    for (const Attribute& attribute : element.attributes) set(element.handle, attribute);
    if (!element.text.empty()) text(element.handle, element.text);
    std::uint32_t previous = 0;
    for (Element& child : element.children) {
      create(child, element.handle, previous);
      previous = child.handle;
    }
  }

  void update(const Element& old, Element& next) {
    next.handle = old.handle;
    update_attributes(old, next);
    // A text makes way before children come, and comes after they have gone.
    if (old.text != next.text && !next.children.empty()) text(next.handle, next.text);
    update_children(old.children, next.children, next.handle);
    if (old.text != next.text && next.children.empty()) text(next.handle, next.text);
  }

  void update_children(const std::vector<Element>& old, std::vector<Element>& next,
                       std::uint32_t parent) {
    const std::vector<std::size_t> matches = match_children(old, next);
    const std::vector<bool> steady = find_steady(matches);
    std::vector<bool> kept(old.size(), false);
    for (const std::size_t place : matches) {
      if (place != nowhere) kept[place] = true;
    }
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (!kept[i]) op(Op::Remove, old[i].handle);
    }
    std::uint32_t previous = 0;
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (matches[i] == nowhere) {
        create(next[i], parent, previous);
      } else {
        const Element& before = old[matches[i]];
        if (!steady[i]) move(before.handle, parent, previous);
        update(before, next[i]);
      }
      previous = next[i].handle;
    }
  }

  void words(Op kind, std::string_view text) {
    begin();
    out_.push_back(static_cast<std::uint8_t>(kind));
    append_string(out_, text);
  }

  void more(std::string_view text) { append_string(out_, text); }

  [[nodiscard]] std::uint32_t last_handle() const { return last_handle_; }
  [[nodiscard]] Bytes take() { return std::move(out_); }

 private:
  void begin() {
    if (out_.empty()) out_.push_back(diff_version);
  }

  void op(Op kind, std::uint32_t handle) {
    begin();
    out_.push_back(static_cast<std::uint8_t>(kind));
    append_number(out_, handle);
  }

  void text(std::uint32_t handle, std::string_view words) {
    op(Op::Text, handle);
    append_string(out_, words);
  }

  void set(std::uint32_t handle, const Attribute& attribute) {
    op(Op::Set, handle);
    append_string(out_, attribute.name);
    append_string(out_, attribute.value);
  }

  void move(std::uint32_t handle, std::uint32_t parent, std::uint32_t after) {
    op(Op::Move, handle);
    append_number(out_, parent);
    append_number(out_, after);
  }

  void update_attributes(const Element& old, const Element& next) {
    if (old.attributes == next.attributes) return;
    for (const Attribute& attribute : old.attributes) {
      if (find_attribute(next, attribute.name) != nullptr) continue;
      op(Op::Unset, next.handle);
      append_string(out_, attribute.name);
    }
    for (const Attribute& attribute : next.attributes) {
      const std::string* before = find_attribute(old, attribute.name);
      if (before == nullptr || *before != attribute.value) set(next.handle, attribute);
    }
  }

  Bytes out_;
  std::uint32_t last_handle_;
};

}  // namespace

void append_number(Bytes& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<std::uint8_t>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<std::uint8_t>(number));
}

void append_string(Bytes& out, std::string_view text) {
  append_number(out, text.size());
  const ByteView bytes = as_bytes(text);
  out.insert(out.end(), bytes.begin(), bytes.end());
}

Bytes diff(const Page& old, Page& next) {
  Differ differ(old.last_handle);
  const bool first = old.root.handle == 0;
  if (first || old.language != next.language || old.direction != next.direction) {
    differ.words(Op::Language, next.language);
    differ.more(next.direction == Direction::RightToLeft ? "rtl" : "ltr");
  }
  if (first || old.title != next.title) differ.words(Op::Title, next.title);
  if (first) {
    differ.create(next.root, 0, 0);
  } else {
    differ.update(old.root, next.root);
  }
  next.last_handle = differ.last_handle();
  if (!next.focus.empty() && next.focus != old.focus) differ.words(Op::Focus, next.focus);
  return differ.take();
}

}  // namespace sayso::document
