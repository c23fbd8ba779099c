// The whole page: what every screen is put into.
#pragma once

#include <string>
#include <string_view>

#include "shared/document/element.h"
#include "shared/document/html.h"

namespace sayso::document {

[[nodiscard]] Page make_page(const Document& document);

// <!doctype html> and everything after it. <html> has the class "simple" (see
// client/web/README.md).
[[nodiscard]] std::string write_html(const Document& document, const HtmlOptions& options = {});

// One node and what is in it, for tests and for pieces of a letter.
[[nodiscard]] std::string write_html(const Node& node, const Frame& frame = {});

}  // namespace sayso::document
