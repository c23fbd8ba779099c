#include "server/http/guarded_call.h"

#include <utility>

namespace sayso::http {

Handler guarded_call(std::shared_ptr<const Site> site, std::shared_ptr<GuessGuard> guard,
                     GuessHandler handler, Lane lane) {
  return [site, guard, lane, handler = std::move(handler)](const Request& request, Reply reply) {
    // Before the guard: what another site's page sends must not use up this address's patience.
    if (const auto objection = find_objection(request, site->origins))
      return reply(problem_response(*objection));
    guard->guard(request, std::move(reply), [site, lane, handler, request](GuessReply answer) {
      auto refused = [answer](Response response) { answer(Try::Neither, std::move(response)); };
      json_call(
          site, [handler, answer](Call call) { handler(std::move(call), answer); }, lane)(request,
                                                                                          refused);
    });
  };
}

}  // namespace sayso::http
