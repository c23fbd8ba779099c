#include "server/http/gallery_page.h"

#include <algorithm>

#include "shared/components/page_template/page.h"

namespace sayso::http {
namespace {

constexpr std::string_view boot = "boot.js";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

bool is_gallery(std::string_view address) {
  return address == "/gallery" || address.substr(0, 9) == "/gallery/";
}

std::optional<std::string> gallery_page(document::HtmlOptions options) {
  const auto client = std::find_if(options.modules.begin(), options.modules.end(),
                                   [](const std::string& one) { return ends_with(one, boot); });
  if (client == options.modules.end()) return std::nullopt;
  const std::string start = client->substr(0, client->size() - boot.size());
  options.modules = {start + "gallery.js"};
  options.settings_script = {};
  options.facts = {{"robots", "noindex"}};
  std::erase_if(options.preloads, [](const document::Preload& one) { return one.as != "font"; });
  document::Document page;
  page.title = "Sayso";
  page.address = "/gallery";
  return document::write_html(page, options);
}

}  // namespace sayso::http
