// Each group of addresses adds itself to the router.
#pragma once

#include <memory>

#include "server/http/router.h"
#include "server/http/site.h"

namespace sayso::http {

void add_api(Router& router, const std::shared_ptr<const Site>& site);
void add_requests(Router& router, const std::shared_ptr<const Site>& site);
void add_sign_in(Router& router, const std::shared_ptr<const Site>& site,
                 const std::shared_ptr<GuessGuard>& guard);
void add_gate(Router& router, const std::shared_ptr<const Site>& site);
void add_staff(Router& router, const std::shared_ptr<const Site>& site,
               const std::shared_ptr<GuessGuard>& guard);
void add_log(Router& router, const std::shared_ptr<const Site>& site);
void add_health(Router& router, const std::shared_ptr<const Site>& site);
// Files of the web root, then screens, then the page that says there is nothing.
[[nodiscard]] Handler files_and_screens(const std::shared_ptr<const Site>& site);

}  // namespace sayso::http
