// Actions and effects as JSON: how they cross between the core and the page.
//
// An action is an object with `type` and the members named as in action.h; beside them `now` (Unix
// seconds, integer) and `entropy` (128 hexadecimal digits). Effects are an array of objects with
// `type` and the members of effect.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client/app/action.h"
#include "client/app/effect.h"

namespace sayso::client {

struct Message {
  Action action;
  Moment moment;
};

// Nothing when the text is no action: a bug of the page's, and never taken half-way.
[[nodiscard]] std::optional<Message> decode_message(std::string_view text);

[[nodiscard]] std::string encode_effects(const Effects& effects);

}  // namespace sayso::client
