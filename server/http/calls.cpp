#include "server/http/calls.h"

#include "server/http/cookie.h"

namespace sayso::http {
namespace {

void start(const Site& site, Lane lane, const Reply& reply, std::function<void()> work) {
  Workers& workers = lane == Lane::Passwords ? site.hashers : site.workers;
  if (!workers.start(std::move(work))) reply(problem_response(ProblemId::Unavailable));
}

std::string session_in(const Request& request, Lane lane) {
  return std::string(find_session(request, lane == Lane::People ? kSessionCookie : kStaffCookie));
}

}  // namespace

std::optional<ProblemId> find_objection(const Request& request, const Origins& origins) {
  if (!comes_from(request, origins)) return ProblemId::NotOurPage;
  if (request.method == Method::Get || request.method == Method::Head) return std::nullopt;
  // A form or an image of another site can set neither of these.
  if (request.field("Sayso-Client") != "1") return ProblemId::NotOurPage;
  if (!equal_ignoring_case(media_type(request.field("Content-Type")), "application/json"))
    return ProblemId::MediaType;
  // Nothing is unpacked here: a few bytes could come to gigabytes.
  if (request.has_field("Content-Encoding")) return ProblemId::MediaType;
  return std::nullopt;
}

Handler json_call(std::shared_ptr<const Site> site, CallHandler handler, Lane lane) {
  return [site, lane, handler = std::move(handler)](const Request& request, Reply reply) {
    if (const auto objection = find_objection(request, site->origins))
      return reply(problem_response(*objection));
    start(*site, lane, reply,
          [handler, reply, body = request.body, session = session_in(request, lane)] {
            auto json = encoding::decode_json(body);
            if (!json) return reply(problem_response(json.error()));
            handler({std::move(*json), session, reply});
          });
  };
}

Handler plain_call(std::shared_ptr<const Site> site, CallHandler handler, Lane lane) {
  return [site, lane, handler = std::move(handler)](const Request& request, Reply reply) {
    if (const auto objection = find_objection(request, site->origins))
      return reply(problem_response(*objection));
    start(*site, lane, reply, [handler, reply, session = session_in(request, lane)] {
      handler({{}, session, reply});
    });
  };
}

std::optional<std::uint64_t> decode_running(std::string_view text) {
  if (text.empty() || text.size() > 15 || text.front() == '0' ||
      text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) number = 10 * number + static_cast<std::uint64_t>(c - '0');
  return number;
}

std::optional<std::uint64_t> number_between(std::string_view address, std::string_view start,
                                            std::string_view end) {
  return decode_running(address.substr(start.size(), address.size() - start.size() - end.size()));
}

Response json_response(unsigned status, const encoding::Json& json) {
  return body_response(status, "application/json", encode_canonical(json));
}

}  // namespace sayso::http
