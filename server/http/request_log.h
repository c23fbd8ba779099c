// One line of JSON for each request and each event, with nothing in it that says who, where from or
// about what.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/instant.h"

namespace sayso::http {

struct RequestLine {
  std::string_view id;
  Method method = Method::Other;
  // The pattern that was matched, such as "/notices/{hash}.json"; never the address itself.
  std::string_view route;
  unsigned status = 0;
  std::size_t body_bytes = 0;
  std::chrono::milliseconds took{0};
};

// Safe from any thread.
class RequestLog {
 public:
  using Sink = std::function<void(std::string_view line)>;
  using Now = std::function<Instant()>;

  // The sink is given whole lines with their end, one at a time.
  RequestLog(Sink sink, Now now) : sink_(std::move(sink)), now_(std::move(now)) {}

  void write(const RequestLine& line);
  // `event` and `detail` are words of ours, never of a caller's.
  void write_event(std::string_view event, std::string_view detail = {});

 private:
  void emit(std::string line);

  Sink sink_;
  Now now_;
  std::mutex mutex_;
};

[[nodiscard]] std::string_view name_of(Method method);

}  // namespace sayso::http
