#include "server/http/site.h"

#include "server/http/problem.h"
#include "server/http/router.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

// A probe asks by whatever name it has for this machine.
bool takes_any_host(std::string_view path) { return path == "/healthz" || path == "/readyz"; }

}  // namespace

Handler make_handler(Site parts) {
  const auto site = std::make_shared<const Site>(std::move(parts));
  const auto guard = std::make_shared<GuessGuard>(site->guessing, site->after);
  const auto router = std::make_shared<Router>();
  add_requests(*router, site);
  add_api(*router, site);
  add_gate(*router, site);
  add_sign_in(*router, site, guard);
  add_staff(*router, site, guard);
  add_log(*router, site);
  add_health(*router, site);
  router->set_fallback(files_and_screens(site));
  return [site, router](const Request& request, Reply reply) {
    if (!is_addressed_to(request, site->origins) && !takes_any_host(request.path))
      return reply(problem_response(ProblemId::WrongHost));
    router->handle(request, std::move(reply));
  };
}

}  // namespace sayso::http
