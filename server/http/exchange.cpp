#include "server/http/exchange.h"

#include "server/http/head_writer.h"
#include "server/http/problem.h"
#include "server/http/security_headers.h"
#include "shared/base/check.h"

namespace sayso::http {
namespace {

ProblemId problem_of(HeadError error) {
  switch (error) {
    case HeadError::Malformed:
    case HeadError::BodyNotAllowed:
      return ProblemId::Request;
    case HeadError::TransferEncoding:
      return ProblemId::NotImplemented;
    case HeadError::BodyTooLarge:
      return ProblemId::TooLarge;
    case HeadError::TargetTooLong:
      return ProblemId::AddressTooLong;
    case HeadError::HeadTooLarge:
      return ProblemId::HeadTooLarge;
    case HeadError::Version:
      return ProblemId::Version;
    case HeadError::Expectation:
      return ProblemId::Expectation;
  }
  return ProblemId::Request;
}

bool has_body(unsigned status) { return status != 204 && status != 304; }

}  // namespace

Scan scan_head(std::string_view buffered, const Limits& limits) {
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < buffered.size(); ++i) {
    if (i >= limits.head_bytes) return {Arrival::TooLarge, 0};
    const char c = buffered[i];
    if (c == '\n') {
      if (i == 0 || buffered[i - 1] != '\r') return {Arrival::Malformed, 0};
      if (i - line_start == 1) return {Arrival::Complete, i + 1};
      line_start = i + 1;
    } else if (i > 0 && buffered[i - 1] == '\r') {
      return {Arrival::Malformed, 0};
    } else if ((c < 0x20 && c != '\r' && c != '\t') || c == 0x7F) {
      return {Arrival::Malformed, 0};
    }
  }
  return {};
}

Response refuse_head(HeadError error) {
  auto response = problem_response(problem_of(error));
  response.close = true;
  return response;
}

void attribute(Request& request, const Address& peer, const std::vector<Network>& trusted,
               bool secure) {
  const auto caller = caller_address(peer, request.field("X-Forwarded-For"), trusted);
  request.client = counting_name(caller);
  const bool believed = is_trusted(peer, trusted);
  request.secure = secure || (believed && request.field("X-Forwarded-Proto") == "https");
}

Outgoing prepare(Response response, Method method, bool keep_alive, bool secure,
                 std::string_view request_id) {
  add_security_headers(response, secure);
  response.fields.push_back({"Request-Id", std::string(request_id)});
  Outgoing outgoing;
  outgoing.keep_alive = keep_alive && !response.close;
  outgoing.status = response.status;
  outgoing.route = response.route;
  const std::size_t body_bytes = response.body ? response.body->size() : 0;
  if (auto head = encode_head(response, body_bytes, outgoing.keep_alive)) {
    outgoing.head = std::move(*head);
    if (method != Method::Head && has_body(response.status)) outgoing.body = response.body;
    return outgoing;
  }
  // Something that was about to be sent would have written lines of its own.
  Response instead = problem_response(ProblemId::Internal);
  instead.route = response.route;
  add_security_headers(instead, secure);
  outgoing.status = instead.status;
  outgoing.body = instead.body;
  const auto head = encode_head(instead, instead.body->size(), outgoing.keep_alive);
  CHECK(head);
  outgoing.head = *head;
  return outgoing;
}

}  // namespace sayso::http
