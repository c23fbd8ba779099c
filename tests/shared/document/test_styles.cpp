// The style sheet against the measures that paint uses, and against the contrast that WCAG asks
// for.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "shared/components/page_template/page.h"
#include "shared/document/element.h"
#include "shared/document/metrics.h"
#include "tests/shared/document/every_kind.h"

namespace sayso::document {
namespace {

std::string read_style(const std::string& name) {
  const std::ifstream file(std::string(SAYSO_SOURCE_DIR) + "/assets/styles/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

using Values = std::map<std::string, std::string>;

// The custom properties of the first :root block after `from`.
Values read_properties(const std::string& css, const std::string& from) {
  Values values;
  std::size_t at = css.find(":root {", css.find(from));
  REQUIRE(at != std::string::npos);
  const std::size_t end = css.find('}', at);
  while ((at = css.find("--", at)) < end) {
    const std::size_t colon = css.find(':', at);
    const std::size_t stop = css.find(';', colon);
    values[css.substr(at, colon - at)] = css.substr(colon + 2, stop - colon - 2);
    at = stop;
  }
  return values;
}

double px(const Values& values, const std::string& name) {
  REQUIRE_MESSAGE(values.count(name) == 1, name);
  return std::stod(values.at(name)) * metrics::root_px;
}

double luminance(const std::string& colour) {
  REQUIRE(colour.size() == 7);
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

void check_theme(Values theme, const Values& base) {
  theme.insert(base.begin(), base.end());  // what the theme does not name stays
  for (const char* ground : {"--paper", "--wash"}) {
    for (const char* name : {"--ink", "--muted", "--brand", "--link", "--agreed", "--refused",
                             "--withdrawn", "--error"}) {
      CAPTURE(name);
      CHECK(contrast(theme.at(name), theme.at(ground)) >= 4.5);
    }
    CHECK(contrast(theme.at("--edge"), theme.at(ground)) >= 3.0);
  }
  CHECK(contrast(theme.at("--on-brand"), theme.at("--brand")) >= 4.5);
  CHECK(contrast(theme.at("--focus-ink"), theme.at("--focus")) >= 4.5);
}

}  // namespace

TEST_CASE("every pair of colours has the contrast that WCAG 2.2 AA asks for, in every theme") {
  const std::string css = read_style("1_tokens.css");
  const Values light = read_properties(css, ":root");
  check_theme(light, {});
  check_theme(read_properties(css, "@media (prefers-color-scheme: dark)"), light);
  check_theme(read_properties(css, "@media (prefers-contrast: more)"), light);
  check_theme(read_properties(css, "@media (prefers-contrast: more) and"), light);
}

TEST_CASE("the style sheet has the measures that paint uses") {
  const std::string css = read_style("1_tokens.css");
  const Values narrow = read_properties(css, ":root");
  const std::map<std::string, float> wanted = {
      {"--side-margin", metrics::side_margin_phone},
      {"--main-top", metrics::main_padding_top_phone},
      {"--main-bottom", metrics::main_padding_bottom},
      {"--page-width", metrics::page_max_width},
      {"--measure", metrics::measure},
      {"--column-gap", metrics::column_gap},
      {"--corner", metrics::corner},
      {"--border", metrics::border},
      {"--bar", metrics::bar},
      {"--focus-underline", metrics::focus_underline},
      {"--target", metrics::target},
      {"--button-height", metrics::button_height},
      {"--button-padding", metrics::button_padding_x},
      {"--option-box", metrics::option_box},
      {"--option-gap", metrics::option_gap},
      {"--option-spacing", metrics::option_spacing},
      {"--input-height", metrics::input_height},
      {"--input-padding", metrics::input_padding_x},
      {"--text-area-height", metrics::text_area_height},
      {"--hint-gap", metrics::hint_gap},
      {"--control-gap", metrics::control_gap},
      {"--error-bar", metrics::error_bar},
      {"--error-indent", metrics::error_indent},
      {"--panel-padding", metrics::panel_padding},
      {"--inset-padding", metrics::inset_padding},
      {"--list-indent", metrics::list_indent},
      {"--row-padding", metrics::row_padding},
      {"--row-rule", metrics::row_rule},
      {"--warning-sign", metrics::warning_sign},
      {"--tag-padding", metrics::tag_padding_x},
      {"--tag-sign", metrics::tag_sign},
      {"--progress-height", metrics::progress_height},
      {"--inline-option-gap", metrics::inline_option_gap},
      {"--cell-gap", metrics::cell_gap},
      {"--art", metrics::art},
      {"--summary-sign", metrics::summary_sign},
      {"--body-size", metrics::body.size},
      {"--body-line", metrics::body.line},
      {"--small-size", metrics::small.size},
      {"--small-line", metrics::small.line},
      {"--lead-size", metrics::lead.size},
      {"--lead-line", metrics::lead.line},
  };
  for (const auto& [name, value] : wanted) {
    const auto& member = name;
    CAPTURE(member);
    CHECK(px(narrow, name) == doctest::Approx(value));
  }
}

TEST_CASE("headings have the sizes that paint uses, narrow and wide") {
  const std::string css = read_style("1_tokens.css");
  for (const bool wide : {false, true}) {
    const Values values = read_properties(css, wide ? "@media (min-width: 40em)" : ":root");
    for (int level = 1; level <= 3; ++level) {
      const std::string name = "--heading-" + std::to_string(level);
      CHECK(px(values, name + "-size") == doctest::Approx(metrics::heading(level, wide).size));
      CHECK(px(values, name + "-line") == doctest::Approx(metrics::heading(level, wide).line));
    }
  }
}

TEST_CASE("every class that elements have is known to the style sheets") {
  std::string css;
  css += read_style("2_base.css");
  const std::filesystem::path components =
      std::filesystem::path(SAYSO_SOURCE_DIR) / "shared/components";
  for (const auto& folder : std::filesystem::directory_iterator(components)) {
    std::ifstream file(folder.path() / "style.css");
    css.append(std::istreambuf_iterator<char>(file), {});
  }
  const std::set<std::string> bare = {
      "heading",       "paragraph", "group",          "section",     "form",
      "neutral",       "caption",   "secondary",      "progress",    "progress-label",
      "figure",        "table-row", "footer-item",    "screen-only", "summary-list",
      "summary-value", "tab-item",  "pagination-item"};
  std::function<void(const Element&)> see = [&](const Element& element) {
    if (const std::string* classes = find_attribute(element, "class")) {
      std::istringstream words(*classes);
      for (std::string word; words >> word;) {
        if (bare.count(word) == 0) CHECK_MESSAGE(css.find("." + word) != std::string::npos, word);
      }
    }
    for (const Element& child : element.children) see(child);
  };
  see(make_page(every_kind()).root);
}

}  // namespace sayso::document
