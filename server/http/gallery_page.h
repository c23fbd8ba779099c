// The page that the gallery of components begins as: empty, until its own program fills it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/document/html.h"

namespace sayso::http {

// "/gallery" and what is below it.
[[nodiscard]] bool is_gallery(std::string_view address);

// `options` as for every other page. Nothing where there is no client. Search engines are asked to
// stay away.
[[nodiscard]] std::optional<std::string> gallery_page(document::HtmlOptions options);

}  // namespace sayso::http
