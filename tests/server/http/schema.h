// As much of JSON Schema as docs/openapi.json uses; a keyword that is not known here fails the
// test.
#pragma once

#include <string>
#include <vector>

#include "shared/encoding/json.h"

namespace sayso::http {

// What does not fit, as "/path: why"; empty when all does. `document` is where "#/…" leads.
[[nodiscard]] std::vector<std::string> check_schema(const encoding::Json& value,
                                                    const encoding::Json& schema,
                                                    const encoding::Json& document);

// "#/components/schemas/Me". Ends the test when it leads nowhere.
[[nodiscard]] const encoding::Json& follow(const encoding::Json& document,
                                           const std::string& reference);

}  // namespace sayso::http
