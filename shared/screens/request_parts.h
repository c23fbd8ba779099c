// What screens say of a request alike: what was asked for, how it stands, by when it is answered.
#pragma once

#include <string>

#include "shared/screens/page.h"

namespace sayso::screens {

// "Delete what schools gave: …", in one line.
[[nodiscard]] std::string request_text(const Context& context, const RequestLine& line);
[[nodiscard]] Node request_tag(const Context& context, domain::RequestState state);
// "We must answer by 23 December 2026, in 30 days"; empty where nothing is due.
[[nodiscard]] std::string due_text(const Context& context, const domain::Request& request);
// For a summary list: when it came, how it stands, the way to its page.
[[nodiscard]] Node request_row(const Context& context, const RequestLine& line);
[[nodiscard]] std::string request_address(const domain::Request& request);
// Text of somebody's, with its line breaks.
[[nodiscard]] Nodes text_of(const std::string& text);

}  // namespace sayso::screens
