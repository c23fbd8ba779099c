// One text in every coding that it is served in: made once, answered from memory.
#pragma once

#include <string>
#include <string_view>

#include "server/http/compress.h"
#include "server/http/message.h"

namespace sayso::http {

struct Representation {
  std::string content_type;
  // "public, max-age=31536000, immutable" and the like.
  std::string cache_control;
  // Of the content before coding, without quotes; empty = no validation.
  std::string tag;
  SharedText identity;
  // Null where the coding would not make it smaller.
  SharedText brotli;
  SharedText gzip;
};

// Compresses where that makes it smaller; the tag is the content's hash.
[[nodiscard]] Representation represent(std::string content_type, std::string content,
                                       std::string cache_control, int brotli_quality);

// 200 in the best coding that the caller takes, or 304 when it has this already.
[[nodiscard]] Response respond(const Representation& representation, const Request& request);

// Media type by file name; "application/octet-stream" for what is unknown.
[[nodiscard]] std::string_view content_type_of(std::string_view file_name);
[[nodiscard]] bool is_worth_compressing(std::string_view content_type);

}  // namespace sayso::http
