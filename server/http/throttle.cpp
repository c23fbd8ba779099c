#include "server/http/throttle.h"

#include <algorithm>

namespace sayso::http {

Throttle::Slot Throttle::reserve(const std::string& address, Time now) {
  const auto found = records_.find(address);
  if (found == records_.end()) return {};
  Record& record = found->second;
  if (now - record.last > rules_.memory) {
    records_.erase(found);
    return {};
  }
  const Time start = std::max(now, record.next_free);
  const auto wait = std::chrono::duration_cast<Duration>(start - now);
  if (wait > rules_.longest_wait) return {true, wait};
  record.next_free = start + delay_after(record.wrong);
  return {false, wait};
}

void Throttle::report_wrong(const std::string& address, Time now) {
  if (records_.size() >= rules_.addresses && records_.find(address) == records_.end()) forget(now);
  Record& record = records_[address];
  ++record.wrong;
  record.last = now;
  record.next_free = std::max(record.next_free, now + delay_after(record.wrong));
}

void Throttle::report_right(const std::string& address) {
  const auto found = records_.find(address);
  if (found == records_.end()) return;
  if (--found->second.wrong == 0) records_.erase(found);
}

Throttle::Duration Throttle::delay_after(std::size_t wrong) const {
  if (wrong < rules_.free_tries) return Duration{0};
  const auto doublings = std::min<std::size_t>(wrong - rules_.free_tries, 20);
  return std::min(rules_.first_delay * (1 << doublings), rules_.longest_delay);
}

void Throttle::forget(Time now) {
  for (auto it = records_.begin(); it != records_.end();)
    it = now - it->second.last > rules_.memory ? records_.erase(it) : std::next(it);
  if (records_.size() < rules_.addresses) return;
  const auto oldest =
      std::min_element(records_.begin(), records_.end(),
                       [](const auto& a, const auto& b) { return a.second.last < b.second.last; });
  if (oldest != records_.end()) records_.erase(oldest);
}

}  // namespace sayso::http
