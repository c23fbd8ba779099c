// What a browser is told about every answer, whatever it is.
#pragma once

#include <string>
#include <vector>

#include "server/http/message.h"

namespace sayso::http {

// What a page carries in itself, to the letter.
struct InlineContent {
  std::vector<std::string> scripts;
  std::vector<std::string> styles;
};

// Nothing but what comes from here, and this, by its SHA-256 (Content Security Policy 3, §2.3.1).
[[nodiscard]] std::string make_content_policy(const InlineContent& content = {});

// Adds the policy headers, the content policy where the handler did not say a wider one, and
// "Cache-Control: no-store" where the handler did not say otherwise. `secure`: the caller came over
// TLS, so that HSTS means something.
void add_security_headers(Response& response, bool secure);

}  // namespace sayso::http
