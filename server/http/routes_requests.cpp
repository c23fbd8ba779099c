// What a person asked for: their own list, one with its thread, a message to it. Starting one is a
// record like any other (POST /api/records).
//
// The number stands in the address: it is the caller's own, and names no one.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/calls.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

using encoding::Json;
using SitePointer = std::shared_ptr<const Site>;

constexpr char kList[] = "/api/requests";
constexpr std::string_view kStart = "/api/requests/";
constexpr std::string_view kMessages = "/messages";

void requests(const Site& site, const Call& call) {
  call.reply(respond(site.portal.requests(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

void get_request(const SitePointer& site, const Request& asked, const Reply& reply) {
  const auto number = number_between(asked.path, kStart);
  if (!number) return reply(problem_response(ProblemId::NotFound));
  plain_call(site, [site, number = *number](const Call& call) {
    call.reply(
        respond(site->portal.request(call.session, number), [](const std::optional<Json>& found) {
          return found ? json_response(200, *found) : problem_response(ProblemId::NotFound);
        }));
  })(asked, reply);
}

void post_message(const SitePointer& site, const Request& asked, const Reply& reply) {
  const auto number = number_between(asked.path, kStart, kMessages);
  using Sent = std::optional<app::MessageSent>;
  // Who asks is looked at before what they ask for.
  json_call(site, [site, number](const Call& call) {
    if (!number) return call.reply(problem_response(ProblemId::NotFound));
    site->portal.send_message(call.session, *number, call.body,
                              [reply = call.reply](const app::Outcome<Sent>& outcome) {
                                reply(respond(outcome, [](const Sent& sent) {
                                  if (!sent) return problem_response(ProblemId::NotFound);
                                  return json_response(sent->is_new ? 201 : 200, sent->answer);
                                }));
                              });
  })(asked, reply);
}

}  // namespace

void add_requests(Router& router, const SitePointer& site) {
  router.add(Method::Get, kList, kList,
             plain_call(site, [site](const Call& call) { requests(*site, call); }));
  router.add_below(
      Method::Get, std::string(kStart), "/api/requests/{number}",
      [site](const Request& request, const Reply& reply) { get_request(site, request, reply); });
  router.add_below(
      Method::Post, std::string(kStart), "/api/requests/{number}/messages",
      [site](const Request& request, const Reply& reply) { post_message(site, request, reply); },
      std::string(kMessages));
}

}  // namespace sayso::http
