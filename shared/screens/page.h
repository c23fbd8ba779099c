// What every screen is made with: the page around its content, and short ways to the words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/components/build.h"
#include "shared/screens/screens.h"

namespace sayso::screens {

using document::Document;
using document::Node;
using document::Nodes;
using domain::Words;

struct Page {
  std::string_view title_key;
  std::string address;
  // Where the back link leads; empty = no back link.
  std::string back;
};

// The whole screen: title, frame, messages of what is wrong, the content, footer.
[[nodiscard]] Document page(const Context& context, const Page& page, Nodes content);

// A text input's, radios' or checkboxes' message, in words; empty when nothing is wrong with the
// field.
[[nodiscard]] std::string error_of(const Context& context, const std::string& field);
// What has been typed or picked; empty when nothing.
[[nodiscard]] std::string value_of(const Context& context, const std::string& field);
[[nodiscard]] bool is_picked(const Context& context, const std::string& group,
                             const std::string& option);
[[nodiscard]] bool is_open(const Context& context, const std::string& id);

// A panel below the screen's own heading; document::panel is the heading itself.
[[nodiscard]] Node panel_below(std::string title, Nodes children);

// Details that stay as the person left them.
[[nodiscard]] Node disclosure(const Context& context, const std::string& id, std::string summary,
                              Nodes children);

// The submit button; says what is happening while an answer is awaited.
[[nodiscard]] Node submit(const Context& context, std::string_view key,
                          std::string_view busy_key = "nav.wait");

[[nodiscard]] std::string organisation_in_text(const Context& context, const OrganisationId& id);
[[nodiscard]] std::string organisation_name(const Context& context, const OrganisationId& id);
[[nodiscard]] std::string purpose_name(const Context& context, const PurposeId& id);

// A short link whose name, for those who hear it out of its place, says what it is about.
[[nodiscard]] Node link_about(std::string label, std::string about, std::string href);

[[nodiscard]] document::Tone tone_of(domain::State state);
[[nodiscard]] Node state_tag(const Context& context, domain::State state);

// The council's wording or plain words, as nodes. Headings start at `level`.
[[nodiscard]] Nodes blocks(const std::vector<domain::Block>& blocks, int level);

[[nodiscard]] std::string date_text(const Context& context, Instant instant);
[[nodiscard]] std::string moment_text(const Context& context, Instant instant);

}  // namespace sayso::screens
