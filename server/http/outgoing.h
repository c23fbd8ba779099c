// Asking another server: one POST, its answer, and the end of it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/expected.h"

namespace sayso::http {

// Where to: http or https, a host, no user, no query.
struct Url {
  bool secure = false;
  std::string host;
  std::string port;
  // Starts with '/'.
  std::string path;
};

[[nodiscard]] std::optional<Url> decode_url(std::string_view text);

struct Posted {
  unsigned status = 0;
  std::string body;
};

// Waits for the whole of it, at most `timeout`. An answer above 16 KiB is none. With https the
// certificate has to be valid for the host, by the machine's own authorities. The error is a
// sentence for whoever operates the server. Safe from any thread.
[[nodiscard]] Expected<Posted, std::string> post(const Url& url, std::string_view content_type,
                                                 const std::string& body,
                                                 std::chrono::milliseconds timeout);

}  // namespace sayso::http
