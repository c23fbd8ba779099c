// sayso organisation: whose keys the gate knows.
#pragma once

#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct OrganisationOptions {
  Settings settings;
  std::string id;
  // As Multikey, or as base64 of the 32 bytes.
  std::string key;
};

int run_organisation_add(const OrganisationOptions& options, std::ostream& out, std::ostream& err);
int run_organisation_list(const OrganisationOptions& options, std::ostream& out, std::ostream& err);
int run_organisation_revoke(const OrganisationOptions& options, std::ostream& out,
                            std::ostream& err);

}  // namespace sayso::cli
