// Calls that take a secret, behind the guard against guessing.
#pragma once

#include <functional>
#include <memory>

#include "server/http/calls.h"
#include "server/http/guess_guard.h"

namespace sayso::http {

template <class T>
[[nodiscard]] Try judge(const app::Outcome<T>& outcome) {
  if (outcome) return Try::Right;
  return app::counts_as_guess(outcome.error().problem) ? Try::Wrong : Try::Neither;
}

using GuessHandler = std::function<void(Call, GuessReply)>;

// As json_call(); the handler says what became of the try.
[[nodiscard]] Handler guarded_call(std::shared_ptr<const Site> site,
                                   std::shared_ptr<GuessGuard> guard, GuessHandler handler,
                                   Lane lane = Lane::People);

}  // namespace sayso::http
