#include "server/http/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include "server/http/message.h"
#include "shared/base/check.h"

namespace sayso::http {
namespace {

// "q=0" and "q=0.000" refuse; every other weight takes. Which one is preferred is ours to say.
bool is_refused(std::string_view element) {
  const auto semicolon = element.find(';');
  if (semicolon == std::string_view::npos) return false;
  const auto weight = trim(element.substr(semicolon + 1));
  if (weight.substr(0, 2) != "q=") return false;
  return weight.substr(2).find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

std::string compress_brotli(std::string_view text, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
  CHECK(size > 0);
  std::string compressed(size, '\0');
  const auto done =
      BrotliEncoderCompress(quality, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC, text.size(),
                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                            reinterpret_cast<std::uint8_t*>(compressed.data()));
  CHECK(done == BROTLI_TRUE);
  compressed.resize(size);
  return compressed;
}

std::string compress_gzip(std::string_view text) {
  constexpr int kGzipWindow = 15 + 16;
  z_stream stream{};
  CHECK(deflateInit2(&stream, 9, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string compressed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  return compressed;
}

bool accepts(std::string_view accept_encoding, Coding coding) {
  if (coding == Coding::Identity) return true;
  bool by_star = false;
  for (const auto element : split_list(accept_encoding)) {
    const auto name = trim(element.substr(0, element.find(';')));
    if (equal_ignoring_case(name, name_of(coding))) return !is_refused(element);
    if (name == "*") by_star = !is_refused(element);
  }
  return by_star;
}

std::string_view name_of(Coding coding) {
  switch (coding) {
    case Coding::Gzip:
      return "gzip";
    case Coding::Brotli:
      return "br";
    case Coding::Identity:
      break;
  }
  return "identity";
}

}  // namespace sayso::http
