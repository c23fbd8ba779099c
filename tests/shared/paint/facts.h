// What has to be true of every layout, as lists of what is wrong: empty when all is well.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "shared/paint/layout.h"

namespace sayso::paint {

using Wrongs = std::vector<std::string>;

inline std::string told(const Piece& piece) {
  return piece.path + " part " + std::to_string(static_cast<int>(piece.part)) + " \"" + piece.text +
         "\"";
}

// Lines of a part follow each other from its first byte to its last, downwards.
inline Wrongs uncovered_text(const Layout& layout) {
  Wrongs wrongs;
  for (const Piece& piece : layout.pieces) {
    std::uint32_t at = 0;
    float y = -1;
    for (const Line& line : piece.lines) {
      if (line.begin != at || line.end <= line.begin) wrongs.push_back("gap in " + told(piece));
      if (line.box.y < y) wrongs.push_back("upwards in " + told(piece));
      at = line.end;
      y = line.box.y;
    }
    if (at != piece.text.size()) wrongs.push_back("text left over in " + told(piece));
  }
  return wrongs;
}

inline bool inside(const Rect& box, float width, float height) {
  constexpr float hair = 0.05F;
  return box.x >= -hair && box.y >= -hair && box.x + box.width <= width + hair &&
         box.y + box.height <= height + hair && box.width >= 0 && box.height >= 0;
}

inline Wrongs sticking_out(const Layout& layout) {
  Wrongs wrongs;
  for (const Piece& piece : layout.pieces) {
    if (piece.boxed && !inside(piece.box, layout.width, layout.height)) {
      wrongs.push_back("box of " + told(piece));
    }
    for (const Line& line : piece.lines) {
      if (!inside(line.box, layout.width, layout.height))
        wrongs.push_back("line of " + told(piece));
    }
  }
  for (const Mark& mark : layout.marks) {
    if (!inside(mark.box, layout.width, layout.height)) wrongs.push_back("mark of " + mark.path);
  }
  return wrongs;
}

inline bool overlap(const Rect& a, const Rect& b) {
  constexpr float hair = 0.1F;
  return a.x + hair < b.x + b.width && b.x + hair < a.x + a.width && a.y + hair < b.y + b.height &&
         b.y + hair < a.y + a.height;
}

inline std::string parent_of(const std::string& path) {
  return path.substr(0, path.find_last_of('/'));
}

// No two words stand on each other, and no two siblings' boxes.
inline Wrongs overlaps(const Layout& layout) {
  Wrongs wrongs;
  std::vector<std::pair<Rect, const Piece*>> lines;
  std::map<std::string, std::vector<const Piece*>> siblings;
  for (const Piece& piece : layout.pieces) {
    for (const Line& line : piece.lines) lines.emplace_back(line.box, &piece);
    if (piece.boxed && piece.part == document::Part::Self && !piece.path.empty() &&
        piece.path != "main") {
      siblings[parent_of(piece.path)].push_back(&piece);
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (!overlap(lines[i].first, lines[j].first)) continue;
      wrongs.push_back(told(*lines[i].second) + " and " + told(*lines[j].second));
    }
  }
  for (const auto& [parent, pieces] : siblings) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      for (std::size_t j = i + 1; j < pieces.size(); ++j) {
        if (overlap(pieces[i]->box, pieces[j]->box)) {
          wrongs.push_back(told(*pieces[i]) + " and " + told(*pieces[j]));
        }
      }
    }
  }
  return wrongs;
}

inline const Piece* find_piece(const Layout& layout, std::string_view text) {
  for (const Piece& piece : layout.pieces) {
    if (piece.text == text) return &piece;
  }
  return nullptr;
}

}  // namespace sayso::paint
