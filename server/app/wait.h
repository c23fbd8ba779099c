// For callers that may block: hands work to the sequencer and waits for its answer. Not for the
// sequencer's own thread.
#pragma once

#include <future>
#include <utility>

#include "server/app/sequencer.h"

namespace sayso::app {

template <class T>
[[nodiscard]] Outcome<T> run_and_wait(
    Sequencer& sequencer, std::function<Outcome<std::function<Outcome<T>()>>(Unit&)> work) {
  std::promise<Outcome<T>> promise;
  auto answer = promise.get_future();
  sequencer.run<T>(std::move(work),
                   [&promise](Outcome<T> outcome) { promise.set_value(std::move(outcome)); });
  return answer.get();
}

}  // namespace sayso::app
