// The session cookies, one of people's and one of the team's: read strictly, written with every
// flag that browsers offer.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace sayso::http {

// The prefix makes a browser refuse it without Secure, with a Domain, or with another Path.
inline constexpr std::string_view kSessionCookie = "__Host-sayso";
inline constexpr std::string_view kStaffCookie = "__Host-sayso-staff";

// Empty when there is none, more than one, or one that could not be ours.
[[nodiscard]] std::string_view find_session(const Request& request,
                                            std::string_view cookie = kSessionCookie);

// No Max-Age: it goes when the browser is closed.
[[nodiscard]] Field set_session(std::string_view token, std::string_view cookie = kSessionCookie);
[[nodiscard]] Field clear_session(std::string_view cookie = kSessionCookie);

}  // namespace sayso::http
