// One update under way: the state, the moment and the effects so far, with what every part of the
// journey does.
#pragma once

#include <string>
#include <utility>

#include "client/app/action.h"
#include "client/app/effect.h"
#include "client/app/state.h"

namespace sayso::client {

class Step {
 public:
  Step(State& state_in, const Moment& moment)
      : state(state_in), now(moment.now), entropy_(moment.entropy) {}

  State& state;
  const Instant now;
  Effects effects;

  template <class T>
  void want(T effect) {
    effects.emplace_back(std::move(effect));
  }

  // Shows a place: the messages of the last one go, what was typed stays.
  void show(Route route);
  // Shows it and gives it an entry in the browser's history; `replace` takes the place of the
  // present one.
  enum class History { Push, Replace };
  void go(Route route, History history = History::Push);

  // Asks the server; the answer comes back by way of `kind`.
  void call(Call kind, std::string method, std::string path, std::string body = {});

  // Writes what the device keeps, if the person wanted it to keep anything.
  void save();

  // 32 fresh bytes for each call within this update.
  [[nodiscard]] ByteArray<32> fresh();

 private:
  ByteArray<64> entropy_;
  std::uint8_t drawn_ = 0;
};

[[nodiscard]] inline Route to(Place place) {
  return {.place = place, .child = {}, .reference = {}};
}

}  // namespace sayso::client
