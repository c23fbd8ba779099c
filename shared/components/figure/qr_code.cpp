#include <qrcodegen.h>

#include <array>
#include <utility>

#include "shared/components/figure/build.h"

namespace sayso::document {
namespace {

// Enough for a reference and a hash; small enough for the stack of a phone's browser.
constexpr int largest_version = 20;
using Buffer = std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(largest_version)>;

// Rows of squares, '1' for dark; empty if the text is too long for a code that a phone can read.
std::string make_rows(const std::string& text) {
  Buffer working{};
  Buffer code{};
  if (!qrcodegen_encodeText(text.c_str(), working.data(), code.data(), qrcodegen_Ecc_MEDIUM, 1,
                            largest_version, qrcodegen_Mask_AUTO, true)) {
    return {};
  }
  const int size = qrcodegen_getSize(code.data());
  std::string rows;
  for (int y = 0; y < size; ++y) {
    if (y > 0) rows += ' ';
    for (int x = 0; x < size; ++x) rows += qrcodegen_getModule(code.data(), x, y) ? '1' : '0';
  }
  return rows;
}

}  // namespace

Node qr_code(std::string label, const std::string& text, Nodes equivalent) {
  return figure("qr", std::move(label), make_rows(text), std::move(equivalent));
}

}  // namespace sayso::document
