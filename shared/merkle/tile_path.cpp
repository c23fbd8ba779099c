// tile/<L>/<N>        <L> decimal without leading zeroes, 0 to 63
// tile/<L>/<N>.p/<W>  <W> decimal without leading zeroes, 1 to 255
// <N> in groups of three digits, all but the last after an `x`, the first group not 000 unless it
// is the only one
#include <charconv>
#include <limits>

#include "shared/base/check.h"
#include "shared/merkle/tiles.h"

namespace sayso::merkle {
namespace {

constexpr int kMostLevel = 63;

std::string encode_group(std::uint64_t group) {
  const std::string digits = std::to_string(group);
  return std::string(3 - digits.size(), '0') + digits;
}

// What stands before the separator; the text goes on behind it, or is empty when there is no
// separator.
std::string_view take_until(std::string_view& text, std::string_view separator) {
  const std::size_t end = text.find(separator);
  const std::string_view taken = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + separator.size());
  return taken;
}

std::optional<int> decode_number(std::string_view text, int least, int most) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < least || number > most)
    return std::nullopt;
  // One spelling only: no sign, no leading zero.
  if (std::to_string(number) != text) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> decode_group(std::string_view group) {
  std::uint64_t number = 0;
  if (group.size() != 3) return std::nullopt;
  for (const char c : group) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

std::optional<std::uint64_t> decode_index(std::string_view text) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t index = 0;
  for (bool is_first = true;; is_first = false) {
    const bool is_last = !text.starts_with('x');
    if (!is_last) text.remove_prefix(1);
    const auto group = decode_group(is_last ? text : take_until(text, "/"));
    if (!group || (is_first && !is_last && *group == 0)) return std::nullopt;
    if (index > (kMost - *group) / 1000) return std::nullopt;
    index = index * 1000 + *group;
    if (is_last) return index;
  }
}

}  // namespace

std::string encode_tile_path(TileAddress tile) {
  CHECK(tile.level >= 0 && tile.level <= kMostLevel && tile.width >= 1 && tile.width <= kTileWidth);
  std::string index = encode_group(tile.index % 1000);
  for (std::uint64_t rest = tile.index / 1000; rest > 0; rest /= 1000)
    index = "x" + encode_group(rest % 1000) + "/" + index;
  const std::string path = "tile/" + std::to_string(tile.level) + "/" + index;
  return tile.width == kTileWidth ? path : path + ".p/" + std::to_string(tile.width);
}

std::optional<TileAddress> decode_tile_path(std::string_view path) {
  if (take_until(path, "/") != "tile") return std::nullopt;
  const auto level = decode_number(take_until(path, "/"), 0, kMostLevel);
  if (!level) return std::nullopt;
  const bool is_partial = path.find(".p/") != std::string_view::npos;
  const auto index = decode_index(take_until(path, ".p/"));
  if (!index) return std::nullopt;
  if (!is_partial) return TileAddress{*level, *index, kTileWidth};
  const auto width = decode_number(path, 1, kTileWidth - 1);
  if (!width) return std::nullopt;
  return TileAddress{*level, *index, *width};
}

}  // namespace sayso::merkle
