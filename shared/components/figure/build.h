// Pictures with their words.
#pragma once

#include <string>
#include <vector>

#include "shared/document/node_parts.h"

namespace sayso::document {

[[nodiscard]] Node figure(std::string painter, std::string label, std::string payload,
                          Nodes equivalent = {});
// A QR code of the text, for a figure's "qr" painter; the label says what it is for.
[[nodiscard]] Node qr_code(std::string label, const std::string& text, Nodes equivalent = {});

}  // namespace sayso::document
