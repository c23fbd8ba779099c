// A request and its answer as plain data: what handlers see. Nothing here knows of sockets or of
// Beast.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Delete, Options, Other };

struct Field {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::Get;
  // As sent, without the query: starts with '/', visible ASCII, never decoded.
  std::string path;
  std::vector<Field> fields;
  std::string body;
  // Drawn here, never taken from the caller.
  std::string id;
  // The caller's network address as text, after trusted proxies; only for counting, never for logs.
  std::string client;
  // The request came over TLS, to us or (as a trusted proxy says) to the proxy.
  bool secure = false;

  // The value of the first field of this name (case-insensitive); empty when there is none.
  [[nodiscard]] std::string_view field(std::string_view name) const;
  [[nodiscard]] bool has_field(std::string_view name) const;
};

// A body is shared, so that a file is held once however many are reading it.
using SharedText = std::shared_ptr<const std::string>;

struct Response {
  unsigned status = 200;
  std::vector<Field> fields;
  SharedText body;
  // What the log calls the address: the pattern, never what a person put into it.
  std::string_view route = "none";
  // Say "Connection: close" and mean it.
  bool close = false;
};

// To be called exactly once, from any thread.
using Reply = std::function<void(Response)>;
// Must not block: what takes long is started, and replies later. Called on the server's thread.
using Handler = std::function<void(const Request&, Reply)>;

[[nodiscard]] Response text_response(unsigned status, std::string_view text);
[[nodiscard]] Response body_response(unsigned status, std::string_view content_type,
                                     std::string body);
[[nodiscard]] Response empty_response(unsigned status);

// "Content-Type: text/html; charset=utf-8" has the media type "text/html".
[[nodiscard]] std::string_view media_type(std::string_view content_type);
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] std::string_view trim(std::string_view text);
// Elements of a comma-separated field value, trimmed, none of them empty.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view value);

}  // namespace sayso::http
