// HTTP Message Signatures (RFC 9421) with Content-Digest (RFC 9530), in one strict profile:
// docs/formats/signed-request.md. Reads and checks the form; server/app verifies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/organisations.h"
#include "server/http/message.h"
#include "shared/base/expected.h"

namespace sayso::http {

// RFC 9421 §2.5: one line for each component, then `@signature-params` with the parameters as they
// were sent. Takes fields and `@method`, `@authority`, `@path`. Nothing where the request lacks one
// of them, or has a field twice.
[[nodiscard]] std::optional<std::string> signature_base(const Request& request,
                                                        const std::vector<std::string>& components,
                                                        std::string_view parameters);

// The error names what is wrong: "signature-input", "signature", "content-digest", "keyid",
// "created", "nonce" …
[[nodiscard]] Expected<app::SignedRequest, std::string> read_signed_request(const Request& request);

}  // namespace sayso::http
