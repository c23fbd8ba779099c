// Whether a request comes from our own pages, and is addressed to us.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace sayso::http {

// "https://sayso.example.gov.uk", "http://localhost:8080": scheme and host, a port where it is not
// the scheme's own, nothing after. The first one is the one that people are given.
using Origins = std::vector<std::string>;

// The names under which a server on this machine alone is reached.
[[nodiscard]] Origins local_origins(std::string_view scheme, unsigned port);

// The Host names one of ours: a page that rebinds its own name to our address gets nothing.
[[nodiscard]] bool is_addressed_to(const Request& request, const Origins& origins);

// What the browser says of the page that asks: `Sec-Fetch-Site` and `Origin`, where it sends them,
// must both say that the page is ours.
[[nodiscard]] bool comes_from(const Request& request, const Origins& origins);

}  // namespace sayso::http
