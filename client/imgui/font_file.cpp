#include "client/imgui/font_file.h"

#include <string_view>

namespace sayso::imgui {
namespace {

constexpr std::size_t directory_at = 12;
constexpr std::size_t directory_entry_bytes = 16;
constexpr std::uint16_t use_typo_metrics = 1U << 7U;

std::optional<std::uint16_t> read_u16(ByteView bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return std::nullopt;
  return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]);
}

std::optional<float> read_i16(ByteView bytes, std::size_t at) {
  const auto value = read_u16(bytes, at);
  if (!value) return std::nullopt;
  return static_cast<float>(static_cast<std::int16_t>(*value));
}

std::size_t read_u32(ByteView bytes, std::size_t at) {
  return static_cast<std::size_t>(*read_u16(bytes, at)) << 16U | *read_u16(bytes, at + 2);
}

// A directory entry: tag, checksum, offset, length. Nothing if the table is not all there.
std::optional<ByteView> table_at(ByteView file, std::size_t index) {
  const std::size_t entry = directory_at + index * directory_entry_bytes;
  if (entry + directory_entry_bytes > file.size()) return std::nullopt;
  const std::size_t offset = read_u32(file, entry + 8);
  const std::size_t length = read_u32(file, entry + 12);
  if (offset > file.size() || length > file.size() - offset) return std::nullopt;
  return file.subspan(offset, length);
}

// What reads the glyphs later trusts the directory, so all of it is looked at here.
bool is_whole(ByteView file) {
  const auto count = read_u16(file, 4);
  if (!count || *count == 0) return false;
  for (std::size_t i = 0; i < *count; ++i) {
    if (!table_at(file, i)) return false;
  }
  return true;
}

std::optional<ByteView> find_table(ByteView file, std::string_view tag) {
  const std::size_t count = *read_u16(file, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const ByteView name = file.subspan(directory_at + i * directory_entry_bytes, 4);
    if (as_text(name) == tag) return table_at(file, i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<FontReach> read_font_reach(ByteView file) {
  if (!is_whole(file)) return std::nullopt;
  const auto head = find_table(file, "head");
  const auto hhea = find_table(file, "hhea");
  if (!head || !hhea) return std::nullopt;
  const auto units = read_u16(*head, 18);
  auto ascent = read_i16(*hhea, 4);
  auto descent = read_i16(*hhea, 6);
  if (!units || *units == 0 || !ascent || !descent) return std::nullopt;
  const auto em = static_cast<float>(*units);
  const float height = (*ascent - *descent) / em;
  if (height <= 0) return std::nullopt;
  if (const auto os2 = find_table(file, "OS/2")) {
    const auto selection = read_u16(*os2, 62);
    const auto typo_ascent = read_i16(*os2, 68);
    const auto typo_descent = read_i16(*os2, 70);
    if (selection && (*selection & use_typo_metrics) != 0 && typo_ascent && typo_descent) {
      ascent = typo_ascent;
      descent = typo_descent;
    }
  }
  return FontReach{*ascent / em, -*descent / em, height};
}

}  // namespace sayso::imgui
