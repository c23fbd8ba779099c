// Reads the head of a request strictly: what two parsers could read differently is refused, not
// repaired.
//
// Refused although RFC 9112 lets some of it pass: a line that does not end in CR LF, a continued
// (folded) line, white space before the colon, any Transfer-Encoding, more than one Content-Length
// or Host, a Content-Length that is not plain digits, control characters and bytes above 0x7E, a
// target that is not an absolute path.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/message.h"
#include "server/http/options.h"
#include "shared/base/expected.h"

namespace sayso::http {

enum class HeadError : std::uint8_t {
  Malformed,         // 400
  TransferEncoding,  // 501
  BodyNotAllowed,    // 400: a GET or HEAD that brings a body
  BodyTooLarge,      // 413
  TargetTooLong,     // 414
  HeadTooLarge,      // 431
  Version,           // 505
  Expectation,       // 417
};

struct Head {
  Request request;  // method, path and fields are set
  std::size_t body_bytes = 0;
  bool keep_alive = false;
  bool expects_continue = false;
};

// `text` ends with the empty line.
[[nodiscard]] Expected<Head, HeadError> decode_head(std::string_view text, const Limits& limits);

}  // namespace sayso::http
