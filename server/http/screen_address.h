// Which addresses are screens of the client's: its router decides what they show, this only that
// they exist.
#pragma once

#include <string_view>

namespace sayso::http {

// Of the screens that need a key or a session; public ones are known to shared/screens. Numbers
// count from 1 and have one spelling: "/for/1/choices/2".
[[nodiscard]] bool is_private_screen(std::string_view address);

}  // namespace sayso::http
