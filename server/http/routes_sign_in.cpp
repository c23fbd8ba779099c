// Calls that take a secret, and so stand behind the guard against guessing; and the way out.
#include "server/http/calls.h"
#include "server/http/cookie.h"
#include "server/http/guarded_call.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

using encoding::Json;
using SitePointer = std::shared_ptr<const Site>;
using GuardPointer = std::shared_ptr<GuessGuard>;

void enrol(const SitePointer& site, const Call& call, const GuessReply& answer) {
  site->portal.enrol(call.body, [answer](const app::Outcome<app::Enrolled>& outcome) {
    answer(judge(outcome), respond(outcome, [](const app::Enrolled& enrolled) {
             auto response = json_response(enrolled.is_new ? 201 : 200, enrolled.answer);
             response.fields.push_back(set_session(enrolled.session));
             return response;
           }));
  });
}

void sign_in(const SitePointer& site, const Call& call, const GuessReply& answer) {
  site->portal.sign_in(call.body, [answer](const app::Outcome<app::SignedIn>& outcome) {
    answer(judge(outcome), respond(outcome, [](const app::SignedIn& signed_in) {
             auto response = json_response(201, signed_in.answer);
             response.fields.push_back(set_session(signed_in.session));
             return response;
           }));
  });
}

void release_pin_share(const SitePointer& site, const Call& call, const GuessReply& answer) {
  site->portal.release_pin_share(call.body, [answer](const app::Outcome<Json>& outcome) {
    answer(judge(outcome),
           respond(outcome, [](const Json& json) { return json_response(200, json); }));
  });
}

// A beacon can set no header; what it ends is only the session of the cookie it comes with.
void exit(const SitePointer& site, const Request& request, const Reply& reply) {
  if (!comes_from(request, site->origins)) return reply(problem_response(ProblemId::NotOurPage));
  auto work = [site, reply, session = std::string(find_session(request))] {
    site->portal.exit(session, [reply](const app::Outcome<void>& outcome) {
      auto response = respond(outcome, [] { return empty_response(204); });
      response.fields.push_back(clear_session());
      reply(std::move(response));
    });
  };
  // However busy everybody is: a session that somebody ran from must not outlive the running.
  if (!site->workers.start(work)) work();
}

}  // namespace

void add_sign_in(Router& router, const SitePointer& site, const GuardPointer& guard) {
  const auto add = [&](const char* address,
                       void (*use)(const SitePointer&, const Call&, const GuessReply&)) {
    router.add(Method::Post, address, address,
               guarded_call(site, guard, [site, use](const Call& call, const GuessReply& answer) {
                 use(site, call, answer);
               }));
  };
  add("/api/enrolments", enrol);
  add("/api/sessions", sign_in);
  add("/api/pin-shares/release", release_pin_share);
  router.add(Method::Post, "/api/exit", "/api/exit",
             [site](const Request& request, const Reply& reply) { exit(site, request, reply); });
}

}  // namespace sayso::http
