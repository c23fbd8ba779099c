// Calls of the team: signing in with a password and a one-time code, and the session after that.
#include "server/http/cookie.h"
#include "server/http/guarded_call.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

using encoding::Json;
using SitePointer = std::shared_ptr<const Site>;
using GuardPointer = std::shared_ptr<GuessGuard>;

Response signed_in(unsigned status, const app::StaffSignedIn& opened) {
  auto response = json_response(status, opened.answer);
  response.fields.push_back(set_session(opened.session, kStaffCookie));
  return response;
}

void sign_in(const Site& site, const Call& call, const GuessReply& answer) {
  site.staff.sign_in(call.body, [answer](const app::Outcome<app::StaffSignedIn>& outcome) {
    answer(judge(outcome), respond(outcome, [](const app::StaffSignedIn& opened) {
             return signed_in(201, opened);
           }));
  });
}

void change_password(const Site& site, const Call& call, const GuessReply& answer) {
  site.staff.change_password(
      call.session, call.body, [answer](const app::Outcome<app::StaffSignedIn>& outcome) {
        answer(judge(outcome), respond(outcome, [](const app::StaffSignedIn& opened) {
                 return signed_in(200, opened);
               }));
      });
}

void sign_out(const Site& site, const Call& call) {
  const auto empty = encoding::read_fields(call.body, [](encoding::Fields&) {});
  if (!empty) {
    return call.reply(
        problem_response(app::Refusal{app::Problem::Body, empty.error().pointer, {}}));
  }
  site.staff.sign_out(call.session, [reply = call.reply](const app::Outcome<void>& outcome) {
    auto response = respond(outcome, [] { return empty_response(204); });
    response.fields.push_back(clear_session(kStaffCookie));
    reply(std::move(response));
  });
}

using View = app::Outcome<Json> (app::StaffDoor::*)(std::string_view session);

void show(const Site& site, const Call& call, View view) {
  call.reply(respond((site.staff.*view)(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

void look(const Site& site, const Call& call) {
  site.staff.look(call.session, call.body,
                  [reply = call.reply](const app::Outcome<app::StaffLook>& outcome) {
                    reply(respond(outcome, [](const app::StaffLook& seen) {
                      return json_response(seen.is_allowed ? 201 : 200, seen.answer);
                    }));
                  });
}

constexpr std::string_view kRequests = "/api/staff/requests/";
constexpr std::string_view kSteps = "/steps";

void get_request(const SitePointer& site, const Request& asked, const Reply& reply) {
  const auto number = number_between(asked.path, kRequests);
  if (!number) return reply(problem_response(ProblemId::NotFound));
  plain_call(
      site,
      [site, number = *number](const Call& call) {
        call.reply(respond(
            site->staff.request(call.session, number), [](const std::optional<Json>& found) {
              return found ? json_response(200, *found) : problem_response(ProblemId::NotFound);
            }));
      },
      Lane::Staff)(asked, reply);
}

Response worked(const std::optional<app::Worked>& result) {
  if (!result) return problem_response(ProblemId::NotFound);
  const bool proposed = *result == app::Worked::Proposed;
  return json_response(200, Json::Object{{"proposed", proposed}});
}

void post_step(const SitePointer& site, const Request& asked, const Reply& reply) {
  const auto number = number_between(asked.path, kRequests, kSteps);
  // Who asks is looked at before what they ask for.
  json_call(
      site,
      [site, number](const Call& call) {
        if (!number) return call.reply(problem_response(ProblemId::NotFound));
        using Result = std::optional<app::Worked>;
        site->staff.work(call.session, *number, call.body,
                         [reply = call.reply](const app::Outcome<Result>& outcome) {
                           reply(respond(outcome, worked));
                         });
      },
      Lane::Staff)(asked, reply);
}

}  // namespace

void add_staff(Router& router, const SitePointer& site, const GuardPointer& guard) {
  const auto add_guarded = [&](const char* address,
                               void (*use)(const Site&, const Call&, const GuessReply&)) {
    router.add(
        Method::Post, address, address,
        guarded_call(
            site, guard,
            [site, use](const Call& call, const GuessReply& answer) { use(*site, call, answer); },
            Lane::Passwords));
  };
  add_guarded("/api/staff/sign-in", sign_in);
  add_guarded("/api/staff/password", change_password);
  router.add(Method::Post, "/api/staff/sign-out", "/api/staff/sign-out",
             json_call(
                 site, [site](const Call& call) { sign_out(*site, call); }, Lane::Staff));
  router.add(Method::Post, "/api/staff/looks", "/api/staff/looks",
             json_call(
                 site, [site](const Call& call) { look(*site, call); }, Lane::Staff));
  router.add_below(
      Method::Get, std::string(kRequests), "/api/staff/requests/{number}",
      [site](const Request& request, const Reply& reply) { get_request(site, request, reply); });
  router.add_below(
      Method::Post, std::string(kRequests), "/api/staff/requests/{number}/steps",
      [site](const Request& request, const Reply& reply) { post_step(site, request, reply); },
      std::string(kSteps));
  const auto add_view = [&](const char* address, View view) {
    router.add(Method::Get, address, address,
               plain_call(
                   site, [site, view](const Call& call) { show(*site, call, view); }, Lane::Staff));
  };
  add_view("/api/staff/me", &app::StaffDoor::me);
  add_view("/api/staff/today", &app::StaffDoor::today);
  add_view("/api/staff/requests", &app::StaffDoor::requests);
  add_view("/api/staff/accounts", &app::StaffDoor::accounts);
}

}  // namespace sayso::http
