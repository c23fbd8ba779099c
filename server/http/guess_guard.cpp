#include "server/http/guess_guard.h"

#include <algorithm>
#include <utility>

#include "server/http/problem.h"

namespace sayso::http {

namespace chrono = std::chrono;

void GuessGuard::guard(const Request& request, Reply reply,
                       std::function<void(GuessReply)> attempt) {
  Throttle::Slot slot;
  {
    const std::lock_guard lock(mutex_);
    slot = throttle_.reserve(request.client, Clock::now());
  }
  if (slot.refused) {
    Response response = problem_response(ProblemId::SlowDown);
    const auto seconds = chrono::ceil<chrono::seconds>(slot.wait).count();
    response.fields.push_back({"Retry-After", std::to_string(seconds)});
    return reply(std::move(response));
  }
  auto work = [self = shared_from_this(), client = request.client, reply = std::move(reply),
               attempt = std::move(attempt)] { self->begin(client, reply, attempt); };
  if (slot.wait.count() == 0) return work();
  after_(slot.wait, std::move(work));
}

void GuessGuard::begin(const std::string& client, Reply reply,
                       const std::function<void(GuessReply)>& attempt) {
  attempt([self = shared_from_this(), client, began = Clock::now(), reply = std::move(reply)](
              Try result, Response response) {
    self->finish(client, began, result, std::move(response), reply);
  });
}

void GuessGuard::finish(const std::string& client, Clock::time_point began, Try result,
                        Response response, const Reply& reply) {
  const auto now = Clock::now();
  {
    const std::lock_guard lock(mutex_);
    if (result == Try::Wrong) throttle_.report_wrong(client, now);
    if (result == Try::Right) throttle_.report_right(client);
  }
  if (result != Try::Wrong) return reply(std::move(response));
  const auto taken = chrono::duration_cast<chrono::milliseconds>(now - began);
  const auto rest = std::max(rules_.refusal_floor - taken, chrono::milliseconds(0));
  after_(rest, [reply, response = std::move(response)] { reply(response); });
}

}  // namespace sayso::http
