// What the verbs that destroy data share: `sayso keys shred` and `sayso retention run`.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "server/app/shred.h"
#include "server/cli/settings.h"

namespace sayso::cli {

// In words, for whoever typed the command; `again` is the command that ends what was begun.
[[nodiscard]] std::string explain(app::ShredError error, const std::string& again);

// What of the settings destroying takes.
[[nodiscard]] app::Settings desk_settings(const Settings& settings);

// Each certificate as canonical JSON on a line of its own.
void print_certificates(const std::vector<protocol::DestructionCertificate>& done,
                        std::ostream& out);

}  // namespace sayso::cli
