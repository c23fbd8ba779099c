// What the calls of the interface share: who may ask, how a body is read, how an outcome becomes an
// answer.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/app/refusal.h"
#include "server/http/message.h"
#include "server/http/problem.h"
#include "server/http/site.h"
#include "shared/encoding/json.h"

namespace sayso::http {

// A call whose body has been read; runs on a worker.
struct Call {
  encoding::Json body;
  std::string session;
  Reply reply;
};
using CallHandler = std::function<void(Call)>;

// Why this request may not ask anything: another site's page sent it, or its body is of another
// kind.
[[nodiscard]] std::optional<ProblemId> find_objection(const Request& request,
                                                      const Origins& origins);

// Which session a call goes by, and who does its work.
enum class Lane {
  People,
  Staff,
  // Of the team, and hashing passwords: few at once, so that neither memory nor everybody else's
  // calls suffer.
  Passwords,
};

// Checks that one of our pages asks, and that the body is JSON of ours; then runs on a worker.
[[nodiscard]] Handler json_call(std::shared_ptr<const Site> site, CallHandler handler,
                                Lane lane = Lane::People);
// For calls without a body.
[[nodiscard]] Handler plain_call(std::shared_ptr<const Site> site, CallHandler handler,
                                 Lane lane = Lane::People);

// Nothing for what no running number is written as.
[[nodiscard]] std::optional<std::uint64_t> decode_running(std::string_view text);

// The running number between the start of an address and its end, which it has.
[[nodiscard]] std::optional<std::uint64_t> number_between(std::string_view address,
                                                          std::string_view start,
                                                          std::string_view end = {});

[[nodiscard]] Response json_response(unsigned status, const encoding::Json& json);

// The answer to an outcome: `answer` makes it out of the value.
template <class T, class Answer>
[[nodiscard]] Response respond(const app::Outcome<T>& outcome, Answer answer) {
  if (!outcome) return problem_response(outcome.error());
  if constexpr (std::is_void_v<T>) {
    return answer();
  } else {
    return answer(*outcome);
  }
}

}  // namespace sayso::http
