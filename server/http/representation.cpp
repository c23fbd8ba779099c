#include "server/http/representation.h"

#include <array>
#include <utility>

#include "shared/crypto/hash.h"

namespace sayso::http {
namespace {

SharedText smaller_body(std::string compressed, std::size_t than) {
  if (compressed.size() >= than) return nullptr;
  return std::make_shared<const std::string>(std::move(compressed));
}

// RFC 9110 §8.8.3: each coding is a representation of its own.
std::string entity_tag(const Representation& representation, Coding coding) {
  std::string tag = "\"" + representation.tag;
  if (coding != Coding::Identity) tag += "-" + std::string(name_of(coding));
  return tag + "\"";
}

bool has_already(std::string_view if_none_match, std::string_view tag) {
  for (auto candidate : split_list(if_none_match)) {
    if (candidate == "*") return true;
    if (candidate.substr(0, 2) == "W/") candidate.remove_prefix(2);
    if (candidate == tag) return true;
  }
  return false;
}

std::pair<Coding, SharedText> choose(const Representation& representation,
                                     std::string_view accepted) {
  if (representation.brotli && accepts(accepted, Coding::Brotli))
    return {Coding::Brotli, representation.brotli};
  if (representation.gzip && accepts(accepted, Coding::Gzip))
    return {Coding::Gzip, representation.gzip};
  return {Coding::Identity, representation.identity};
}

}  // namespace

Representation represent(std::string content_type, std::string content, std::string cache_control,
                         int brotli_quality) {
  Representation made;
  made.tag = encode_hex(ByteView(crypto::sha256(as_bytes(content))).first(16));
  if (is_worth_compressing(content_type)) {
    made.brotli = smaller_body(compress_brotli(content, brotli_quality), content.size());
    made.gzip = smaller_body(compress_gzip(content), content.size());
  }
  made.content_type = std::move(content_type);
  made.cache_control = std::move(cache_control);
  made.identity = std::make_shared<const std::string>(std::move(content));
  return made;
}

Response respond(const Representation& representation, const Request& request) {
  const auto [coding, body] = choose(representation, request.field("Accept-Encoding"));
  Response response;
  auto& fields = response.fields;
  fields.push_back({"Cache-Control", representation.cache_control});
  if (representation.brotli || representation.gzip) fields.push_back({"Vary", "Accept-Encoding"});
  if (!representation.tag.empty()) {
    const auto tag = entity_tag(representation, coding);
    fields.push_back({"ETag", tag});
    if (has_already(request.field("If-None-Match"), tag)) {
      response.status = 304;
      return response;
    }
  }
  fields.push_back({"Content-Type", representation.content_type});
  if (coding != Coding::Identity)
    fields.push_back({"Content-Encoding", std::string(name_of(coding))});
  response.body = body;
  return response;
}

std::string_view content_type_of(std::string_view file_name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".ttf", "font/ttf"},
      {".otf", "font/otf"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  const auto dot = file_name.rfind('.');
  if (dot != std::string_view::npos) {
    for (const auto& [extension, type] : kTypes) {
      if (file_name.substr(dot) == extension) return type;
    }
  }
  return "application/octet-stream";
}

bool is_worth_compressing(std::string_view content_type) {
  const auto type = media_type(content_type);
  return type != "image/png" && type != "font/woff2";
}

}  // namespace sayso::http
