// Brotli and gzip of a whole text, and the choice between them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::http {

enum class Coding { Identity, Gzip, Brotli };

// Brotli quality 0–11.
[[nodiscard]] std::string compress_brotli(std::string_view text, int quality);
// Bytes depend on the text alone: no time, no name.
[[nodiscard]] std::string compress_gzip(std::string_view text);

// Whether the caller takes this coding (RFC 9110 §12.5.3). Identity is always taken.
[[nodiscard]] bool accepts(std::string_view accept_encoding, Coding coding);

[[nodiscard]] std::string_view name_of(Coding coding);

}  // namespace sayso::http
