// Calls of people who are signed in, and the challenge that comes before.
#include <cstdint>
#include <optional>
#include <string_view>

#include "server/http/calls.h"
#include "server/http/routes.h"
#include "shared/encoding/fields.h"

namespace sayso::http {
namespace {

using encoding::Json;
using SitePointer = std::shared_ptr<const Site>;
constexpr char kReceiptStart[] = "/api/receipts/";
using Use = void (*)(const Site&, const Call&);

void challenge(const Site& site, const Call& call) {
  call.reply(respond(site.portal.challenge(call.body),
                     [](const Json& json) { return json_response(201, json); }));
}

void me(const Site& site, const Call& call) {
  call.reply(respond(site.portal.me(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

void submit(const Site& site, const Call& call) {
  site.portal.submit(
      call.session, call.body, [reply = call.reply](const app::Outcome<app::Submitted>& outcome) {
        reply(respond(outcome, [](const app::Submitted& submitted) {
          return body_response(submitted.is_new ? 201 : 200, "application/json", submitted.text);
        }));
      });
}

void receipt(const Site& site, const Call& call, std::uint64_t running) {
  call.reply(
      respond(site.portal.receipt(call.session, running), [](const std::optional<Json>& found) {
        return found ? json_response(200, *found) : problem_response(ProblemId::NotFound);
      }));
}

// The number stands in the address: it is the caller's own, and names no one.
void get_receipt(const SitePointer& site, const Request& request, const Reply& reply) {
  const auto running =
      decode_running(std::string_view(request.path).substr(std::string_view(kReceiptStart).size()));
  if (!running) return reply(problem_response(ProblemId::NotFound));
  plain_call(site, [site, running = *running](const Call& call) { receipt(*site, call, running); })(
      request, reply);
}

void set_contact(const Site& site, const Call& call) {
  site.portal.set_contact(call.session, call.body,
                          [reply = call.reply](const app::Outcome<void>& outcome) {
                            reply(respond(outcome, [] { return empty_response(204); }));
                          });
}

void held(const Site& site, const Call& call) {
  call.reply(respond(site.portal.held(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

void uses(const Site& site, const Call& call) {
  call.reply(respond(site.portal.uses(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

void promises(const Site& site, const Call& call) {
  call.reply(respond(site.portal.promises(call.session),
                     [](const Json& json) { return json_response(200, json); }));
}

using MakeCode = void (app::Portal::*)(std::string_view session, app::Done<Json> done);

// The body says nothing, and nothing else is taken for it.
void make_code(const Site& site, const Call& call, MakeCode make) {
  const auto empty = encoding::read_fields(call.body, [](encoding::Fields&) {});
  if (!empty) {
    return call.reply(
        problem_response(app::Refusal{app::Problem::Body, empty.error().pointer, {}}));
  }
  (site.portal.*make)(call.session, [reply = call.reply](const app::Outcome<Json>& outcome) {
    reply(respond(outcome, [](const Json& json) { return json_response(201, json); }));
  });
}

void make_recovery_code(const Site& site, const Call& call) {
  make_code(site, call, &app::Portal::make_recovery_code);
}

void make_confirmation_code(const Site& site, const Call& call) {
  make_code(site, call, &app::Portal::make_confirmation_code);
}

void keep_pin_share(const Site& site, const Call& call) {
  site.portal.keep_pin_share(
      call.session, call.body, [reply = call.reply](const app::Outcome<void>& outcome) {
        reply(respond(outcome, [] { return json_response(201, Json(Json::Object{})); }));
      });
}

}  // namespace

void add_api(Router& router, const SitePointer& site) {
  const auto add = [&](Method method, const char* address, Use use) {
    CallHandler handler = [site, use](const Call& call) { use(*site, call); };
    router.add(method, address, address,
               method == Method::Get ? plain_call(site, std::move(handler))
                                     : json_call(site, std::move(handler)));
  };
  add(Method::Post, "/api/challenges", challenge);
  add(Method::Get, "/api/me", me);
  router.add_below(
      Method::Get, kReceiptStart, "/api/receipts/{running}",
      [site](const Request& request, const Reply& reply) { get_receipt(site, request, reply); });
  add(Method::Post, "/api/records", submit);
  add(Method::Put, "/api/me/contact", set_contact);
  add(Method::Get, "/api/held", held);
  add(Method::Get, "/api/uses", uses);
  add(Method::Get, "/api/promises", promises);
  add(Method::Post, "/api/confirmations", make_confirmation_code);
  add(Method::Post, "/api/recovery-codes", make_recovery_code);
  add(Method::Post, "/api/pin-shares", keep_pin_share);
}

}  // namespace sayso::http
