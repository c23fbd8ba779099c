#include "server/items/lines.h"

#include <string_view>

namespace sayso::items {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

std::optional<Line> Lines::next() {
  auto* buffer = stream_.rdbuf();
  int c = buffer->sbumpc();
  if (c == std::char_traits<char>::eof()) return std::nullopt;
  Line line;
  line.number = ++number_;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer->sbumpc()) {
    if (line.text.size() < most_)
      line.text += static_cast<char>(c);
    else
      line.too_long = true;
  }
  if (line.too_long) line.text.clear();
  if (number_ == 1 && line.text.starts_with(kByteOrderMark))
    line.text.erase(0, kByteOrderMark.size());
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  return line;
}

}  // namespace sayso::items
