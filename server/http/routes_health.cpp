// For whoever keeps the server running: alive, and ready for more.
#include "server/http/routes.h"

namespace sayso::http {

void add_health(Router& router, const std::shared_ptr<const Site>& site) {
  router.add(Method::Get, "/healthz", "/healthz",
             [](const Request&, const Reply& reply) { reply(text_response(200, "alive\n")); });
  router.add(Method::Get, "/readyz", "/readyz", [site](const Request&, const Reply& reply) {
    reply(site->is_ready() ? text_response(200, "ready\n") : text_response(503, "not ready\n"));
  });
}

}  // namespace sayso::http
