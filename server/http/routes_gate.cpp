// Calls of organisations, machine to machine: signed requests instead of a session.
#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

#include "server/app/organisations.h"
#include "server/http/calls.h"
#include "server/http/message_signature.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

using encoding::Json;
using SitePointer = std::shared_ptr<const Site>;
using Steady = std::chrono::steady_clock;

// What a call may ask for, as RFC 9421 §5.1 says it.
constexpr char kAcceptSignatureOfGet[] =
    R"(sayso=("@method" "@authority" "@path");created;keyid;nonce;tag="sayso")";
constexpr char kAcceptSignature[] =
    R"(sayso=("@method" "@authority" "@path" "content-digest");created;keyid;nonce;tag="sayso")";

Response refuse_signature(Response response, Method method = Method::Post) {
  if (response.status == 401)
    response.fields.push_back(
        {"Accept-Signature", method == Method::Get ? kAcceptSignatureOfGet : kAcceptSignature});
  return response;
}

Response refuse_signature(std::string field, Method method) {
  return refuse_signature(
      problem_response(app::Refusal{app::Problem::Signature, std::move(field), {}}), method);
}

struct SignedCall {
  app::SignedRequest request;
  Json body;
  Steady::time_point began;
  Reply reply;
};
using SignedHandler = std::function<void(const SitePointer&, const SignedCall&)>;

// A browser has no part in these: a page of any site's is refused, ours too.
std::optional<ProblemId> find_signed_objection(const Request& request) {
  if (request.has_field("Origin") || request.has_field("Sec-Fetch-Site"))
    return ProblemId::NotOurPage;
  if (request.method == Method::Get) return std::nullopt;
  if (!equal_ignoring_case(media_type(request.field("Content-Type")), "application/json") ||
      request.has_field("Content-Encoding"))
    return ProblemId::MediaType;
  return std::nullopt;
}

Handler signed_call(const SitePointer& site, SignedHandler handler) {
  return [site, handler = std::move(handler)](const Request& request, Reply reply) {
    if (const auto objection = find_signed_objection(request))
      return reply(problem_response(*objection));
    const auto work = [site, handler, reply, request, began = Steady::now()] {
      auto read = read_signed_request(request);
      if (!read) return reply(refuse_signature(std::move(read.error()), request.method));
      SignedCall call{std::move(*read), Json(), began, reply};
      if (request.method != Method::Get) {
        auto json = encoding::decode_json(request.body);
        if (!json) return reply(problem_response(json.error()));
        call.body = std::move(*json);
      }
      handler(site, call);
    };
    if (!site->workers.start(work)) reply(problem_response(ProblemId::Unavailable));
  };
}

// By when a no comes says nothing about why: it leaves at the time at which all of its kind do.
void reply_at_floor(const SitePointer& site, const SignedCall& call, Response response) {
  const auto taken =
      std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - call.began);
  const auto rest = std::max(site->guessing.refusal_floor - taken, std::chrono::milliseconds(0));
  site->after(rest, [reply = call.reply, response = std::move(response)] { reply(response); });
}

void ask_use(const SitePointer& site, const SignedCall& call) {
  site->portal.ask_use(
      call.request, call.body, [site, call](const app::Outcome<app::GateAnswer>& outcome) {
        auto response = refuse_signature(respond(outcome, [](const app::GateAnswer& answer) {
          return json_response(answer.verdict == app::GateVerdict::Yes ? 201 : 200, answer.answer);
        }));
        if (outcome && outcome->verdict == app::GateVerdict::NoWithoutReason)
          return reply_at_floor(site, call, std::move(response));
        call.reply(std::move(response));
      });
}

void stops(const SitePointer& site, const SignedCall& call) {
  site->portal.stops(call.request, [reply =
                                        call.reply](const app::Outcome<encoding::Json>& outcome) {
    reply(refuse_signature(
        respond(outcome, [](const Json& json) { return json_response(200, json); }), Method::Get));
  });
}

void acknowledge_stop(const SitePointer& site, const SignedCall& call) {
  site->portal.acknowledge_stop(
      call.request, call.body,
      [reply = call.reply](const app::Outcome<app::Acknowledged>& outcome) {
        reply(refuse_signature(respond(outcome, [](const app::Acknowledged& acknowledged) {
          return json_response(acknowledged.is_new ? 201 : 200, acknowledged.answer);
        })));
      });
}

}  // namespace

void add_gate(Router& router, const SitePointer& site) {
  router.add(Method::Post, "/api/uses", "/api/uses", signed_call(site, ask_use));
  router.add(Method::Get, "/api/stops", "/api/stops", signed_call(site, stops));
  router.add(Method::Post, "/api/stops", "/api/stops", signed_call(site, acknowledge_stop));
}

}  // namespace sayso::http
