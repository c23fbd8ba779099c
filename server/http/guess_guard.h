// Stands before every call that takes a secret somebody could guess: slows an address down after
// wrong tries, and lets no refusal out before its time, so that the wait says nothing about why.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "server/http/message.h"
#include "server/http/throttle.h"

namespace sayso::http {

// Calls `work` after `delay`, on the server's thread.
using After = std::function<void(std::chrono::milliseconds delay, std::function<void()> work)>;

// Neither: no secret was judged, so nothing is learnt about the address.
enum class Try { Right, Wrong, Neither };
// How a guarded call answers; from any thread.
using GuessReply = std::function<void(Try, Response)>;

struct GuessRules {
  Throttle::Rules throttle;
  // No refusal leaves sooner than this after the try began: longer than any way to a refusal takes.
  std::chrono::milliseconds refusal_floor{250};
};

class GuessGuard : public std::enable_shared_from_this<GuessGuard> {
 public:
  GuessGuard(GuessRules rules, After after)
      : rules_(rules), throttle_(rules.throttle), after_(std::move(after)) {}

  // Replies 429 in place of the attempt when the address has to wait too long.
  void guard(const Request& request, Reply reply, std::function<void(GuessReply)> attempt);

 private:
  using Clock = std::chrono::steady_clock;
  void begin(const std::string& client, Reply reply,
             const std::function<void(GuessReply)>& attempt);
  void finish(const std::string& client, Clock::time_point began, Try result, Response response,
              const Reply& reply);

  GuessRules rules_;
  std::mutex mutex_;
  Throttle throttle_;
  After after_;
};

}  // namespace sayso::http
