// Steps through UTF-8, one character at a time; a malformed byte counts as one character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso::paint {

struct Character {
  std::uint32_t code = 0;  // U+FFFD for a malformed byte
  std::size_t size_bytes = 0;
};

// The character that begins at `at`, which is less than text.size().
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

// Joins the character before it: never the first of a line.
[[nodiscard]] bool is_combining(std::uint32_t code);

// Written without spaces, so that a line may break on either side of it.
[[nodiscard]] bool is_ideograph(std::uint32_t code);

}  // namespace sayso::paint
