// Writes the head of an answer; text that would start a line of its own is refused.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "server/http/message.h"

namespace sayso::http {

// Status line, the response's own fields, Content-Length, Connection, empty line. Nothing when a
// name or value holds CR, LF or another control character: then nothing of it may be sent.
[[nodiscard]] std::optional<std::string> encode_head(const Response& response,
                                                     std::size_t body_bytes, bool keep_alive);

[[nodiscard]] std::string_view reason_phrase(unsigned status);

}  // namespace sayso::http
