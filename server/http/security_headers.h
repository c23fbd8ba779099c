// What a browser is told about every answer, whatever it is.
#pragma once

#include "server/http/message.h"

namespace sayso::http {

// Adds the policy headers, and "Cache-Control: no-store" where the handler did not say otherwise.
// `secure`: the caller came over TLS, so that HSTS means something.
void add_security_headers(Response& response, bool secure);

}  // namespace sayso::http
