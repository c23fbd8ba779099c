// A few threads for what takes long: checking signatures, opening what is sealed.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sayso::http {

class Workers {
 public:
  Workers(std::size_t threads, std::size_t most_waiting);
  // Finishes what was taken on.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False when too much is waiting already: then the work was not taken on.
  [[nodiscard]] bool start(std::function<void()> work);

 private:
  void run();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace sayso::http
